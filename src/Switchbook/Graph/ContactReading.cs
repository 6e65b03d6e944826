using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Switchbook.Graph;

/// <summary>
/// Reads contacts as if they were users: organizational ones (Graph, "orgContact resource type") and those of a mailbox
/// ("contact resource type"). What a contact does not have is empty.
/// </summary>
internal sealed class ContactReading
{
    private const string PhoneNumber = "phones/number";
    private const string PhoneType = "phones/type";
    private const string Mail = "mail";
    private const string MailOfContact = "emailAddresses/address";

    private static readonly FrozenDictionary<string, string> Organization = Table(
        ["displayName", "givenName", "surname", Mail, "mailNickname", "jobTitle", "department", "companyName", "proxyAddresses"],
        ("userPrincipalName", Mail),
        ("officeLocation", "addresses/officeLocation"),
        ("streetAddress", "addresses/street"),
        ("postalCode", "addresses/postalCode"),
        ("city", "addresses/city"),
        ("state", "addresses/state"),
        ("country", "addresses/countryOrRegion"),
        ("businessPhones", PhoneNumber),
        ("mobilePhone", PhoneNumber),
        ("faxNumber", PhoneNumber));

    private static readonly FrozenDictionary<string, string> Mailbox = Table(
        ["displayName", "givenName", "surname", "jobTitle", "department", "companyName", "officeLocation", "businessPhones", "mobilePhone", "imAddresses"],
        (Mail, MailOfContact),
        ("userPrincipalName", MailOfContact),
        ("streetAddress", "businessAddress/street"),
        ("postalCode", "businessAddress/postalCode"),
        ("city", "businessAddress/city"),
        ("state", "businessAddress/state"),
        ("country", "businessAddress/countryOrRegion"));

    private readonly ImmutableArray<(int From, string? Type)> _sources;
    private readonly int _types;

    /// <param name="scope">The contacts that are read.</param>
    /// <param name="users">What is read of users, whose order the contacts get.</param>
    public ContactReading(ReadScope scope, PropertySelection users)
    {
        var table = scope is ReadScope.OrganizationContacts ? Organization : Mailbox;
        var paths = users.Paths.Select(path => table.GetValueOrDefault(path)).ToList();
        Properties = new([.. paths.OfType<string>(), .. (ReadOnlySpan<string>)(paths.Contains(PhoneNumber) ? [PhoneType] : [])]);
        _types = Properties.IndexOf(PhoneType);
        _sources = [.. users.Paths.Zip(paths, (user, path) => (path is null ? -1 : Properties.IndexOf(path), TypeOf(user, path)))];
    }

    /// <summary>What is read of each contact.</summary>
    public PropertySelection Properties { get; }

    /// <summary>The contact with its values where a user's would stand.</summary>
    public Person Translate(Person contact) => contact with { Values = [.. _sources.Select(source => Values(contact, source.From, source.Type))] };

    private static FrozenDictionary<string, string> Table(string[] same, params (string OfUser, string OfContact)[] others) =>
        same.Select(name => (name, name)).Concat(others).ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>The type of the phones that stand for a user's property; null when what is read is no phone of many types.</summary>
    private static string? TypeOf(string ofUser, string? path) => (path, ofUser) switch
    {
        (PhoneNumber, "businessPhones") => "business",
        (PhoneNumber, "mobilePhone") => "mobile",
        (PhoneNumber, _) => "businessFax",
        _ => null,
    };

    private ImmutableArray<string> Values(Person contact, int from, string? type) =>
        from < 0 ? []
        : type is null ? [.. contact.Values[from].Where(value => value.Length > 0)]
        : [.. contact.Values[from].Zip(contact.Values[_types]).Where(phone => phone.First.Length > 0 && phone.Second == type).Select(phone => phone.First)];
}
