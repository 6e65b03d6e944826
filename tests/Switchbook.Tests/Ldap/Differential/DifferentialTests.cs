using System.DirectoryServices.Protocols;
using System.Globalization;

namespace Switchbook.Tests.Ldap.Differential;

/// <summary>
/// OpenLDAP with the same entries, asked the same: it has to answer the same, or a difference is written down with its reason.
/// <c>DIFFERENTIAL_QUESTIONS</c> and <c>DIFFERENTIAL_SEED</c> make a long run of it.
/// </summary>
public sealed class DifferentialTests(TwoServers servers, ITestOutputHelper output) : IClassFixture<TwoServers>
{
    private const int QuestionsByDefault = 4_000;

    /// <summary>How often OpenLDAP may end by itself in one run: its sort module does so now and then.</summary>
    private const int MostEnds = 5;

    [Fact]
    public async Task OpenLDAP_answers_the_same()
    {
        var seed = Number("DIFFERENTIAL_SEED", 4);
        var questions = new Questions(seed, Bases(), Values());
        var (compared, found, left, ended, faults) = (0, 0, 0, 0, new List<string>());
        for (var i = 0; i < Number("DIFFERENTIAL_QUESTIONS", QuestionsByDefault); i++)
        {
            var question = questions.Next();
            var ours = Reply.To(question, servers.Ours);
            if (await TheirsAsync(question) is not { } theirs)
            {
                Assert.True(++ended <= MostEnds, $"OpenLDAP ended {ended} times, at last on {question}.");
                continue;
            }

            if (IntendedDifference.All.Any(difference => difference.Applies(question, theirs)))
            {
                left++;
                continue;
            }

            compared++;
            found += ours.Entries.Count;
            if (Comparison.Fault(question, ours, theirs) is { } fault)
            {
                faults.Add($"{question}\n  {fault}\n  ours   {ours}\n  theirs {theirs}");
            }
        }

        output.WriteLine($"Seed {seed}: {compared} compared with {found} entries, {left} left to the intended differences, {ended} ended OpenLDAP.");
        Assert.True(faults.Count == 0, $"{faults.Count} differ:\n{string.Join('\n', faults.Take(25))}");
        Assert.True(found > compared, "Most searches find nothing.");
    }

    [Fact]
    public async Task Every_intended_difference_is_there()
    {
        foreach (var difference in IntendedDifference.All.Where(difference => difference.Example is not null))
        {
            var example = difference.Example!;
            var ours = Reply.To(example, servers.Ours);
            var theirs = await TheirsAsync(example) ?? throw new InvalidOperationException($"OpenLDAP ended on {example}.");
            Assert.True(difference.Applies(example, theirs), difference.Reason);
            Assert.True(Comparison.Fault(example, ours, theirs) is not null, $"No difference any more: {difference.Reason}");
        }
    }

    /// <returns>Null when OpenLDAP ended by itself instead of an answer; it runs anew then.</returns>
    private async Task<Reply?> TheirsAsync(Question question)
    {
        try
        {
            // OpenLDAP keeps the state of sorted searches with the connection.
            using var fresh = question.Sort.Length > 0 ? servers.ConnectToOther() : null;
            return Reply.To(question, fresh ?? servers.Theirs);
        }
        catch (LdapException) when (servers.HasOtherEnded)
        {
            await servers.ReviveOtherAsync();
            return null;
        }
    }

    private List<string> Bases()
    {
        var all = Reply.Ask(new SearchRequest("ou=links," + TwoServers.BaseDn, "(objectClass=*)", SearchScope.Subtree, "1.1"), servers.Ours);
        return
        [
            TwoServers.BaseDn, "ou=people," + TwoServers.BaseDn, "ou=people," + TwoServers.BaseDn, "ou=directory," + TwoServers.BaseDn, "ou=links," + TwoServers.BaseDn,
            .. all.Entries.Cast<SearchResultEntry>().Select(entry => entry.DistinguishedName).Where((_, i) => i < 8 || i % 50 == 0),
        ];
    }

    private ILookup<string, string> Values()
    {
        var people = Reply.Ask(new SearchRequest("ou=people," + TwoServers.BaseDn, "(objectClass=*)", SearchScope.Subtree, "*", "createTimestamp", "entryUUID", "entryDN", "hasSubordinates"), servers.Ours);
        return people.Entries.Cast<SearchResultEntry>()
            .SelectMany(entry => entry.Attributes.Values.Cast<DirectoryAttribute>())
            .SelectMany(attribute => attribute.GetValues(typeof(string)).Cast<string>().Select(value => (attribute.Name, Value: value)))
            .Distinct()
            .ToLookup(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
