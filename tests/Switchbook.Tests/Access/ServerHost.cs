using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Switchbook.Access;
using Switchbook.Access.Operators;
using Switchbook.Access.Tokens;
using Switchbook.Cli;
using Switchbook.Storage;
using Switchbook.Synchronization;

namespace Switchbook.Tests.Access;

/// <summary>The whole server over an installation of its own, behind HTTP in memory; requests come from whatever address a test says.</summary>
public sealed partial class ServerHost : IAsyncDisposable
{
    public const string Here = "127.0.0.1";
    public const string Elsewhere = "192.0.2.7";
    public const string Password = "correct horse";

    private const string FromHeader = "X-Test-From";

    private readonly string _directory;
    private readonly WebApplication _app;

    private ServerHost(string directory, WebApplication app) => (_directory, _app) = (directory, app);

    public IEnumerable<RouteEndpoint> Endpoints =>
        ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="log">Takes what the server logs; null for nobody.</param>
    public static async Task<ServerHost> StartAsync(ILoggerProvider? log = null)
    {
        var directory = Directory.CreateTempSubdirectory("switchbook-server-").FullName;
        var options = new ServeOptions { DataDirectory = directory, Settings = ["Ldap:Port=0", "Ldap:TlsPort=0"] };
        var app = Server.Build(options, builder =>
        {
            builder.Logging.ClearProviders();
            if (log is not null)
            {
                builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
            }

            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton<IStartupFilter>(new RemoteAddresses());
        });
        await app.Services.UpgradeDatabaseAsync(Cancellation);
        await app.Services.GetRequiredService<DirectoryRefresh>().LoadAsync(Cancellation);
        await app.StartAsync(Cancellation);
        return new(directory, app);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Makes what the store changed count now.</summary>
    public Task RefreshAsync() => Get<AccessRefresh>().RefreshAsync(Cancellation);

    public async Task AddAsync(string name, OperatorRole role)
    {
        await Get<OperatorStore>().AddAsync(new(name, role, Password), Cancellation);
        await RefreshAsync();
    }

    /// <summary>Makes a token for a program.</summary>
    public async Task<string> AddTokenAsync(OperatorRole role)
    {
        var (_, token) = await Get<ApiTokenStore>().AddAsync(Guid.NewGuid().ToString("N"), role, 1, Cancellation);
        await RefreshAsync();
        return token;
    }

    /// <summary>A browser of its own, which keeps cookies and follows nothing.</summary>
    public HttpClient From(string address, string scheme = "http")
    {
        var client = new HttpClient(new CookieKeeper(_app.GetTestServer().CreateHandler()))
        {
            BaseAddress = new Uri($"{scheme}://{(address == Here ? "localhost" : "switchbook.example")}"),
        };
        client.DefaultRequestHeaders.Add(FromHeader, address);
        return client;
    }

    public async Task<HttpClient> SignedInAsync(string name, string address = Elsewhere)
    {
        var client = From(address);
        var answer = await PostAsync(client, "/sign-in", ("Name", name), ("Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Fetches a form and sends it, with the values that it holds already.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        var page = await client.GetStringAsync(path, Cancellation);
        var form = FormOf(page, path);
        var values = Hidden().Matches(form).Select(match => (Name: match.Groups["name"].Value, Value: WebUtility.HtmlDecode(match.Groups["value"].Value)))
            .Concat(fields)
            .Select(field => KeyValuePair.Create(field.Name, field.Value));
        return await client.PostAsync(path, new FormUrlEncodedContent(values), Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    /// <summary>That with the password: the first one on each page chooses language and light.</summary>
    private static string FormOf(string page, string path) =>
        Form().Matches(page).Select(match => match.Value).FirstOrDefault(form => form.Contains("type=\"password\"", StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"{path} has no form: {page}");

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex Form();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();

    /// <summary>Takes each request's address from a header, before anything else looks.</summary>
    private sealed class RemoteAddresses : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[FromHeader].ToString());
                return rest(context);
            });
            next(app);
        };
    }

    private sealed class CookieKeeper(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly CookieContainer _cookies = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } kept)
            {
                request.Headers.TryAddWithoutValidation("Cookie", kept);
            }

            var answer = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                _cookies.SetCookies(request.RequestUri!, cookie);
            }

            return answer;
        }
    }
}
