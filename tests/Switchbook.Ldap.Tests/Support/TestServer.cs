using System.Net;
using System.Net.Security;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

using Switchbook.Ldap.Access;
using Switchbook.Ldap.Hosting;
using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Tests.Support;

/// <summary>An LDAP server on two real ports of this machine, plain with StartTLS and LDAPS.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestServer(WebApplication app, TestCertificates certificates, TestAccess access)
    {
        _app = app;
        Certificates = certificates;
        Access = access;
        var ports = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
            .Select(address => new Uri(address).Port)
            .ToArray();
        (Port, TlsPort) = (ports[0], ports[1]);
    }

    public int Port { get; }

    public int TlsPort { get; }

    public TestCertificates Certificates { get; }

    public TestAccess Access { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<TestServer> StartAsync(
        Action<LdapServerOptions>? configure = null, ILdapDirectory? directory = null, TimeProvider? time = null)
    {
        var certificates = await TestCertificates.Shared;
        var access = new TestAccess();
        var context = SslStreamCertificateContext.Create(certificates.Server, null, offline: true);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton(directory ?? new MemoryDirectory(SampleEntries.Make(), LdapSchema.Standard));
        builder.Services.AddSingleton<ILdapAccess>(access);
        builder.Services.AddLdapServer(options =>
        {
            options.Tls = new SslServerAuthenticationOptions
            {
                ServerCertificateContext = context,
                RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is null || certificates.IsClient(certificate),
                ClientCertificateRequired = true,
            };
            options.VendorName = "Test";
            configure?.Invoke(options);
        });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseLdap());
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen
                .UseHttps(https =>
                {
                    https.ServerCertificate = certificates.Server;
                    https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
                    https.ClientCertificateValidation = (certificate, _, _) => certificates.IsClient(certificate);
                })
                .UseLdap());
        });
        var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestServer(app, certificates, access);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
