using System.Collections.Immutable;

namespace Switchbook.Graph;

/// <summary>
/// The numbers that Teams assigned and the kinds of accounts, joined to people as if they were properties of users
/// (Graph, "List userConfigurations"). A user of Entra has neither: what stands on the contact card is another number.
/// </summary>
/// <param name="properties">What is read of each person.</param>
internal sealed class TeamsNumbers(PropertySelection properties)
{
    private const string Prefix = "teams.";

    /// <summary><c>user</c>, <c>resourceAccount</c>, <c>guest</c> …</summary>
    public const string AccountType = Prefix + "accountType";

    public const string ResourceAccount = "resourceAccount";

    private const string Scheme = "tel:";

    /// <summary>What can be mapped; the last step is Graph's <c>assignmentCategory</c>.</summary>
    public static readonly ImmutableArray<string> Tokens = [Prefix + "primary", Prefix + "private", Prefix + "alternate"];

    /// <summary>What is read of a configuration.</summary>
    public static readonly PropertySelection Configuration =
        new(["accountType", "telephoneNumbers/telephoneNumber", "telephoneNumbers/assignmentCategory"]);

    private readonly ImmutableArray<(int Index, string Name)> _wanted =
    [
        .. properties.Paths.Select((path, index) => (index, path))
            .Where(path => IsOne(path.path))
            .Select(path => (path.index, path.path[Prefix.Length..])),
    ];

    private readonly Dictionary<string, Person> _configurations = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a path is a number or a kind of account of Teams.</summary>
    public static bool IsOne(string path) => path.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Takes in configurations, known by the object IDs of their users.</summary>
    public void Add(IEnumerable<Person> configurations)
    {
        foreach (var configuration in configurations)
        {
            _configurations[configuration.Id] = configuration;
        }
    }

    /// <summary>The person with what Teams knows.</summary>
    public Person Join(Person person)
    {
        if (_wanted.IsEmpty || !_configurations.TryGetValue(person.Id, out var found))
        {
            return person;
        }

        var values = person.Values.ToBuilder();
        foreach (var (index, name) in _wanted)
        {
            values[index] = Prefix + name == AccountType ? found.Values[0] : Numbers(found, name);
        }

        return person with { Values = values.ToImmutable() };
    }

    private static ImmutableArray<string> Numbers(Person configuration, string category) =>
    [
        .. configuration.Values[1].Zip(configuration.Values[2])
            .Where(number => number.Second.Equals(category, StringComparison.OrdinalIgnoreCase))
            .Select(number => number.First.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? number.First[Scheme.Length..] : number.First),
    ];
}
