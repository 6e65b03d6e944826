using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Switchbook.Graph;
using Switchbook.Problems;

namespace Switchbook.Tests.Graph;

/// <summary>A reader with a clock and a chance of the test's own.</summary>
internal sealed class ReadingTools : IDisposable
{
    public static readonly ReadRequest Everyone = new() { Scope = new ReadScope.Tenant(), Properties = new(["displayName", "businessPhones"]) };

    public GraphTransport Transport { get; }

    public ReadingTools(GraphOptions? options = null)
    {
        var wrapped = Options.Create(options ?? new());
        Transport = new(wrapped);
        Tokens = new(Transport, wrapped, Time);
        Sessions = new(Transport, Tokens, wrapped, Time, new Random(1), NullLogger<GraphSession>.Instance);
        Reader = new(Sessions, wrapped, NullLogger<GraphReader>.Instance);
    }

    public SkippingTime Time { get; } = new();

    public TokenSources Tokens { get; }

    public GraphSessions Sessions { get; }

    public GraphReader Reader { get; }

    public static ReadRequest Members(string group = "g1", bool direct = false) =>
        Everyone with { Scope = new ReadScope.Group(group, direct) };

    public Task<PeopleRead<Person>> ReadAsync(MicrosoftStandIn tenant, ReadRequest? request = null, IProgress<ReadProgress>? progress = null) =>
        Reader.Open(tenant.Connection, request ?? Everyone, progress).ReadAllAsync(person => person, TestContext.Current.CancellationToken);

    public async Task<Problem> FailAsync(MicrosoftStandIn tenant, ReadRequest? request = null) =>
        (await Assert.ThrowsAsync<ProblemException>(() => ReadAsync(tenant, request))).Problem;

    public void Dispose() => Transport.Dispose();
}
