using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Switchbook.Access;
using Switchbook.Api;
using Switchbook.Audit;
using Switchbook.CallerId;
using Switchbook.CardDav;
using Switchbook.ChangeNotifications;
using Switchbook.Health;
using Switchbook.Ldap;
using Switchbook.Notices;
using Switchbook.Phonebooks;
using Switchbook.Phonebooks.Vendors;
using Switchbook.Problems;
using Switchbook.Storage;
using Switchbook.Synchronization;
using Switchbook.Web;

namespace Switchbook.Cli;

/// <summary>The server: every door over one directory in memory, and the runs that keep it fresh.</summary>
internal static class Server
{
    /// <summary>Time for answers under way when the server is told to stop; it must end within 5 seconds.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(ServeOptions options, CancellationToken cancellationToken)
    {
        KeptSecrets.Check(new(options.DataDirectory));
        await using var app = Build(options);
        await app.Services.UpgradeDatabaseAsync(cancellationToken);
        await app.Services.GetRequiredService<DirectoryRefresh>().LoadAsync(cancellationToken);
        await using var demo = options.DemoUsers is { } users
            ? await Demo.StartAsync(app.Services, users, cancellationToken)
            : null;

        await app.StartAsync(cancellationToken);
        if (demo is not null)
        {
            await demo.IntroduceAsync(app, cancellationToken);
        }

        SetUpInvitation.Say(app);
        Output.Say("Switchbook is ready");
        await app.WaitForShutdownAsync(cancellationToken);
    }

    /// <param name="shape">What a test does otherwise; null for nothing.</param>
    internal static WebApplication Build(ServeOptions options, Action<WebApplicationBuilder>? shape = null)
    {
        var data = new DataDirectory(options.DataDirectory);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Server).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInstallation(data).AddInMemoryCollection(options.Settings.Select(Setting));
        WebApplication? app = null;
        builder.Logging.ClearProviders().AddConfiguration(builder.Configuration.GetSection("Logging")).AddServerLog();

        // Why the server does not start is told by its verb, in a sentence and not as a stack trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", _ => app?.Lifetime.ApplicationStarted.IsCancellationRequested ?? false);
        builder.Services.AddSystemd().AddWindowsService();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Farewell);

        // A look-up is shorter than the way to another thread: it is answered by the one that took its octets in.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, options.Urls ?? builder.Configuration["Urls"] ?? ServerAddress.DefaultUrls));
        builder.Services.AddCore(data).AddSchedule().AddNoticeWatch().AddNotificationDoor().AddSubscriptionKeeper();
        builder.Services.AddAuditWriter().AddHttpAccess().AddHealth().AddApi().AddCallerId().AddCardDav().AddLdapDirectory();
        builder.AddTelemetry();
        builder.AddWeb();
        shape?.Invoke(builder);

        app = builder.Build();
        app.UseHttpAccess();
        app.MapHealth();
        app.MapMetrics();
        app.MapCallerId();
        app.MapCardDav();
        app.MapPhonebooks();
        app.MapVendorPhonebooks();
        app.MapChangeNotifications();
        app.MapApi();
        app.MapWeb();
        return app;
    }

    private static KeyValuePair<string, string?> Setting(string text)
    {
        var parts = text.Split('=', 2);
        return parts.Length == 2 && parts[0].Length > 0
            ? new(parts[0].Trim(), parts[1])
            : throw new ProblemException(CliProblems.SettingMalformed.With(text));
    }

    private static void Listen(KestrelServerOptions kestrel, string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var address = BindingAddress.Parse(url);
            Action<ListenOptions> secure = address.Scheme switch
            {
                "http" => Plain,
                "https" => Secure,
                _ => throw new ProblemException(CliProblems.UrlUnfit.With(url)),
            };
            if (address.Host == "localhost")
            {
                kestrel.ListenLocalhost(address.Port, secure);
            }
            else if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip))
            {
                kestrel.Listen(ip, address.Port, secure);
            }
            else
            {
                kestrel.ListenAnyIP(address.Port, secure);
            }
        }
    }

    private static void Plain(ListenOptions listen)
    {
        var connections = listen.ApplicationServices.GetRequiredService<ConnectionCount>();
        listen.Use(next => connection => connections.PassAsync(connection, next));
    }

    private static void Secure(ListenOptions listen)
    {
        Plain(listen);
        listen.UseServerTls();
    }
}
