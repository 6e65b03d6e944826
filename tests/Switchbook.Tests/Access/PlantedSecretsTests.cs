using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Switchbook.Access.Clients;
using Switchbook.Access.Operators;
using Switchbook.Access.Tokens;
using Switchbook.Links;
using Switchbook.Storage;

namespace Switchbook.Tests.Access;

/// <summary>Plants secrets in a whole server, uses them rightly and wrongly at every door, and looks for them in all that it says.</summary>
public sealed class PlantedSecretsTests
{
    private const string Mark = "planted";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_secret_stands_in_a_log_an_answer_or_the_record()
    {
        using var log = new Capture();
        await using var host = await ServerHost.StartAsync(log);
        await host.Get<OperatorStore>().AddAsync(new("maria", OperatorRole.Administrator, ServerHost.Password), Cancellation);
        await host.Get<OperatorStore>().SetPasswordAsync("maria", $"{Mark} operator", Cancellation);
        var urlToken = await host.Get<ClientStore>().AddAsync(
            new() { Name = "pbx", Password = $"{Mark}-client", AllowsDigest = true, HasToken = true }, Cancellation);
        var (_, token) = await host.Get<ApiTokenStore>().AddAsync("ci", OperatorRole.Administrator, 1, Cancellation);
        await host.Get<LinkStore>().AddAsync(LinkValidation.Check(Draft()).Link!, Draft().Credential, Cancellation);
        await host.RefreshAsync();

        var answers = new StringBuilder();
        using var administrator = host.From(ServerHost.Elsewhere);
        await ServerHost.PostAsync(administrator, "/sign-in", ("Name", $"{Mark} typed as a name"), ("Password", $"{Mark} wrong"));
        answers.Append(await (await ServerHost.PostAsync(administrator, "/sign-in", ("Name", "maria"), ("Password", $"{Mark} operator"))).Content.ReadAsStringAsync(Cancellation));
        using var program = host.From(ServerHost.Elsewhere);
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var guesser = host.From(ServerHost.Elsewhere);
        guesser.DefaultRequestHeaders.Authorization = new("Bearer", $"{Mark}_guess");
        using var phone = host.From(ServerHost.Elsewhere);
        phone.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"pbx:{Mark}-client")));
        using var wrong = host.From(ServerHost.Elsewhere);
        wrong.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"pbx:{Mark}-wrong")));
        foreach (var path in Doors(host))
        {
            foreach (var caller in (HttpClient[])[administrator, program, guesser, phone, wrong])
            {
                using var answer = await caller.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Cancellation);
                answers.Append(answer.Headers).Append(await answer.Content.ReadAsStringAsync(Cancellation));
            }

            // Here the token stands in the links of the answer, and in nothing else.
            using var byUrl = await phone.GetAsync($"/as/{urlToken}{path}", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        }

        string[] secrets = [Mark, urlToken!, token, token["switchbook_".Length..], ServerHost.Password];
        Assert.True(answers.Length > 100_000, $"Only {answers.Length} characters were answered.");
        Assert.NotEmpty(log.Lines);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, answers.ToString(), StringComparison.OrdinalIgnoreCase));
        Assert.All(secrets, secret => Assert.DoesNotContain(log.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));

        // The log before the database: when it is taken over meanwhile, the database holds what it held.
        var stored = await StoredAsync(host, "switchbook.db-wal") + await StoredAsync(host, "switchbook.db");
        Assert.Contains("Contoso", stored, StringComparison.Ordinal);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, stored, StringComparison.Ordinal));
    }

    private static async Task<string> StoredAsync(ServerHost host, string file)
    {
        try
        {
            await using var stream = new FileStream(
                Path.Combine(host.Get<DataDirectory>().Path, file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return await reader.ReadToEndAsync(Cancellation);
        }
        catch (FileNotFoundException)
        {
            return "";
        }
    }

    private static LinkDraft Draft() => new()
    {
        Name = "Contoso",
        TenantId = Guid.Empty.ToString(),
        ClientId = Guid.Empty.ToString(),
        Cloud = "global",
        NumberFields = "businessPhones",
        Credential = new CredentialDraft.Secret($"{Mark}~link~secret"),
    };

    private static IEnumerable<string> Doors(ServerHost host) =>
        from endpoint in host.Endpoints
        where endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") != false
        let path = $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}"
        where !path.StartsWith("/_", StringComparison.Ordinal) && !path.Contains('.', StringComparison.Ordinal) && !path.Contains("**", StringComparison.Ordinal)
        select path.Replace("{name}", "Contoso", StringComparison.Ordinal).Replace("{Id:int}", "1", StringComparison.Ordinal).Replace("{Id:long}", "1", StringComparison.Ordinal);

    private sealed class Capture : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
