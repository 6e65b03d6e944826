using Microsoft.Extensions.Options;
using Switchbook.Numbers;

namespace Switchbook.Phonebooks;

/// <summary>Which number policy each consumer has: the operator's, or what its devices can dial.</summary>
internal sealed class NumberPolicies(IOptions<PhonebookOptions> options)
{
    public const string IpOffice = "ipoffice";
    public const string CardDav = "carddav";

    private static readonly Dictionary<string, NumberPolicy> Defaults = new(StringComparer.OrdinalIgnoreCase)
    {
        ["avaya"] = NumberPolicy.Dial,

        // Mobile phones roam, and know callers by their whole number.
        [CardDav] = NumberPolicy.E164,
        ["cisco"] = NumberPolicy.Dial,
        ["fanvil"] = NumberPolicy.Dial,
        ["fritzbox"] = NumberPolicy.Dial,
        ["gigaset"] = NumberPolicy.Dial,
        ["grandstream"] = NumberPolicy.Dial,
        ["htek"] = NumberPolicy.Dial,
        [IpOffice] = NumberPolicy.IpOffice,
        ["mitel"] = NumberPolicy.Dial,

        // Its phonebook holds digits, * and # alone (XML Application Developer's Guide, 5.2.8).
        ["panasonic"] = NumberPolicy.National,
        ["poly"] = NumberPolicy.Dial,
        ["snom"] = NumberPolicy.Dial,
        ["yealink"] = NumberPolicy.Dial,
    };

    /// <summary>Everybody who can have a policy, by name.</summary>
    public static IEnumerable<string> Consumers => Defaults.Keys;

    public static bool IsConsumer(string name) => Defaults.ContainsKey(name);

    /// <summary>The policy of a consumer of <see cref="Consumers"/>.</summary>
    public NumberPolicy Of(string consumer) =>
        options.Value.Vendors.GetValueOrDefault(consumer)?.Numbers is { Length: > 0 } text ? NumberPolicyText.Read(text) : Defaults[consumer];
}
