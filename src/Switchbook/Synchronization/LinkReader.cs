using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.Mapping;
using Switchbook.Problems;

namespace Switchbook.Synchronization;

/// <summary>Reads a link whole: first what lies beside its people, then everyone, mapped while the next page is on its way.</summary>
internal sealed class LinkReader(GraphReader reader, LinkCredentials credentials)
{
    /// <exception cref="ProblemException">Not everything could be read.</exception>
    public async Task<LinkRead> ReadAsync(
        Link link, RunRequest run, IProgress<ReadProgress>? progress, CancellationToken cancellationToken)
    {
        var connection = credentials.Open(link);
        var request = link.Request(run.Interactive);
        var (outsiders, beside) = await OutsidersAsync(connection, request, progress, cancellationToken);
        var mapper = new PersonMapper(link.Rules, outsiders);
        var whole = await reader.ReadAllAsync(
            connection, request, person => (person.Id, Mapped: Record(mapper.Map(person))), progress, cancellationToken);

        var entries = new Dictionary<string, ReadPerson>(whole.People.Count, StringComparer.Ordinal);
        var skipped = new Dictionary<SkipReason, int>();
        var duplicates = 0;
        foreach (var (id, mapped) in whole.People)
        {
            if (mapped.Skipped is { } reason)
            {
                skipped[reason] = skipped.GetValueOrDefault(reason) + 1;
            }
            else
            {
                entries[id] = mapped.Person;
                duplicates += mapped.Duplicates;
            }
        }

        return new(entries, whole.People.Count, skipped, duplicates, beside.Plus(whole.Progress));
    }

    /// <summary>The members of the excluded groups; who cannot be read cannot be kept out, so a failure here fails the run.</summary>
    private async Task<(HashSet<string> Ids, ReadProgress Progress)> OutsidersAsync(
        TenantConnection connection, ReadRequest request, IProgress<ReadProgress>? progress, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var total = ReadProgress.None;
        foreach (var group in request.Beside)
        {
            var asked = new ReadRequest { Scope = group, Properties = new([]), Interactive = request.Interactive };
            var members = await reader.ReadAllAsync(connection, asked, person => person.Id, progress, cancellationToken);
            ids.UnionWith(members.People);
            total = total.Plus(members.Progress);
        }

        return (ids, total);
    }

    private static (ReadPerson Person, SkipReason? Skipped, int Duplicates) Record(MappedPerson mapped) =>
        mapped.Person is { } person
            ? (new(PersonJson.Write(person), person.Numbers.Length), null, mapped.Duplicates)
            : (default, mapped.Skipped, 0);
}
