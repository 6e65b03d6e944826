using System.Globalization;
using Switchbook.Problems;

namespace Switchbook.Graph;

/// <summary>Gathers the people of a read, each once, and judges whether they can be all.</summary>
/// <param name="scope">Whose people are read.</param>
/// <param name="map">What becomes of each person.</param>
internal sealed class PeopleCollector<T>(ReadScope scope, Func<Person, T> map)
{
    private readonly Dictionary<string, int> _places = new(scope.IsOfContacts ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
    private readonly List<T> _values = [];
    private int? _counted;
    private int _staleInARow;
    private int _bare;

    public IReadOnlyList<T> Values => _values;

    /// <summary>How often a person was listed again.</summary>
    public int Repeated { get; private set; }

    /// <exception cref="ProblemException">The pages lead in a circle.</exception>
    public void Add(PeoplePage page)
    {
        _counted ??= page.Count;
        var before = _values.Count;
        foreach (var person in page.People)
        {
            var value = map(person);
            if (_places.TryAdd(person.Id, _values.Count))
            {
                _values.Add(value);
                _bare += !scope.IsOfContacts && ListRules.IsBare(person) ? 1 : 0;
            }
            else
            {
                _values[_places[person.Id]] = value;
                Repeated++;
            }
        }

        var isStale = _values.Count == before && page.People.Count > 0;
        _staleInARow = isStale ? _staleInARow + 1 : 0;
        if (_staleInARow == ListRules.StalePages)
        {
            throw new ProblemException(GraphProblems.RepeatedPage.With());
        }
    }

    /// <summary>Refuses people who came as bare IDs, or fewer of them than Graph counts.</summary>
    /// <exception cref="ProblemException">Not everybody is there, or not with everything.</exception>
    public void CheckWhole(TenantConnection connection)
    {
        if (_bare > 0)
        {
            throw new ProblemException(GraphProblems.LimitedPeople.With(Text(_bare), Text(_values.Count), connection.AdminConsentUrl));
        }

        if (_counted is { } counted && counted - _values.Count > ListRules.Tolerance(counted))
        {
            throw new ProblemException(GraphProblems.NotWhole.With(Text(counted), Text(_values.Count)));
        }
    }

    private static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
