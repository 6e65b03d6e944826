using System.Net;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Switchbook.CardDav;
using Switchbook.Phonebooks;
using Switchbook.PhoneDirectory;
using Switchbook.Tests.Phonebooks.Vendors;

namespace Switchbook.Tests.CardDav;

/// <summary>The address book alone, over one snapshot, behind a real HTTP server.</summary>
internal sealed class DavHost : IAsyncDisposable
{
    /// <summary>Requests below it are answered like all others.</summary>
    public const string BasePath = "/as/0123456789abcdef";

    private readonly WebApplication _app;

    private DavHost(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public HttpClient Client => field ??= new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    public static async Task<DavHost> StartAsync(DirectorySnapshot snapshot)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<CurrentDirectory>().AddPhonebooks().AddCardDav();
        var host = new DavHost(builder.Build());
        host._app.UsePathBase(BasePath);
        host._app.UseRouting();
        host._app.MapCardDav();
        host.Publish(snapshot);
        await host._app.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    public void Publish(DirectorySnapshot snapshot) => _app.Services.GetRequiredService<CurrentDirectory>().Publish(snapshot);

    public async Task<(HttpStatusCode Status, XElement Body)> AskAsync(string method, string path, string body, string depth = "0")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent(body, Encoding.UTF8, "application/xml") };
        request.Headers.TryAddWithoutValidation("Depth", depth);
        using var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, XElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>People of whom some have other numbers and the last ones are gone.</summary>
    public static DirectorySnapshot People(int count, int changed = 0) => NastyDirectory.Of(Enumerable.Range(0, count)
        .Select(i => ($"Person {i:D6}", "businessPhones", i < changed ? $"+441633{i:D6}" : $"+441632{i:D6}")));
}
