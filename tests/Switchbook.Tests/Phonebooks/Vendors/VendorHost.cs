using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Switchbook.Phonebooks;
using Switchbook.Phonebooks.Vendors;
using Switchbook.PhoneDirectory;

namespace Switchbook.Tests.Phonebooks.Vendors;

/// <summary>The phonebooks alone, over one snapshot, behind an HTTP server in memory.</summary>
internal sealed class VendorHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private VendorHost(WebApplication app) => _app = app;

    public HttpClient Client => field ??= _app.GetTestClient();

    public CurrentDirectory Directory => _app.Services.GetRequiredService<CurrentDirectory>();

    public static async Task<VendorHost> StartAsync(DirectorySnapshot snapshot, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddSingleton<CurrentDirectory>().AddPhonebooks();
        var app = builder.Build();
        app.MapPhonebooks();
        app.MapVendorPhonebooks();
        var host = new VendorHost(app);
        host.Directory.Publish(snapshot);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    public Task<string> GetAsync(string address) => Client.GetStringAsync(address, TestContext.Current.CancellationToken);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? knownTag = null, string? encoding = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (knownTag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", knownTag);
        }

        if (encoding is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
