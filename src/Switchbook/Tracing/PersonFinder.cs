using Switchbook.Graph;
using Switchbook.Mapping;
using Switchbook.Problems;

namespace Switchbook.Tracing;

/// <summary>Finds in Entra ID whom somebody means.</summary>
internal sealed class PersonFinder(GraphReader reader)
{
    public const string PrincipalName = "userPrincipalName";

    private const int MostNamed = 5;

    /// <param name="connection">To the link's tenant.</param>
    /// <param name="text">An object ID, a user principal name, a mail address, or a name or its beginning.</param>
    /// <param name="properties">What to read; holds the display name.</param>
    /// <returns>Null when there is nobody.</returns>
    /// <exception cref="ProblemException">There are several, or Graph does not tell.</exception>
    public async Task<Person?> FindAsync(
        TenantConnection connection, string text, PropertySelection properties, CancellationToken cancellationToken)
    {
        text = text.Trim();
        var asked = new ReadRequest { Scope = new ReadScope.Tenant(), Properties = properties, Filter = Filter(text), Interactive = true };
        var found = (await reader.Open(connection, asked, null).ReadAllAsync(person => person, cancellationToken)).People;
        if (found.Count <= 1)
        {
            return found.SingleOrDefault();
        }

        string Name(Person person) => person.Values[properties.IndexOf(FieldMapping.DefaultNameField)] is [var name] ? name : "";
        var same = found.Where(person => Name(person).Equals(text, StringComparison.OrdinalIgnoreCase)).ToList();
        return same.Count == 1
            ? same[0]
            : throw new ProblemException(TraceProblems.SeveralPeople.With(text, Several(found.Select(person => $"{Name(person)} {person.Id}"))));
    }

    private static string Several(IEnumerable<string> people)
    {
        var all = people.Order(StringComparer.Ordinal).ToList();
        return string.Join(", ", all.Take(MostNamed)) + (all.Count > MostNamed ? $" and {all.Count - MostNamed} more" : "");
    }

    /// <summary>A quotation mark in a literal is doubled (OData 4.01 URL conventions, section 5.1.1.6.1).</summary>
    private static string Filter(string text)
    {
        if (text.Length == 0)
        {
            throw new ProblemException(TraceProblems.NobodyNamed.With());
        }

        var literal = text.Replace("'", "''", StringComparison.Ordinal);
        return Guid.TryParse(text, out var id) ? $"id eq '{id}'"
            : text.Contains('@', StringComparison.Ordinal) ? $"{PrincipalName} eq '{literal}' or mail eq '{literal}'"
            : $"startsWith(displayName,'{literal}') or startsWith(surname,'{literal}')";
    }
}
