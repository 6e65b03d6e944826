using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Switchbook.Access.Clients;
using Switchbook.PhoneDirectory;

namespace Switchbook.Tests.Ldap;

/// <summary>The ways to prove who one is that some phones insist on, by a client library that others wrote.</summary>
public sealed class ClientProofTests : IDisposable
{
    private const string Password = "open \"sesame\", please";

    private readonly string _files = Directory.CreateTempSubdirectory("switchbook-proof-").FullName;

    public void Dispose() => Directory.Delete(_files, recursive: true);

    [Fact]
    public async Task A_client_may_prove_itself_by_a_digest_of_its_password_and_by_its_certificate()
    {
        using var own = await MakeAsync("phone");
        using var other = await MakeAsync("other");
        await using var host = await LdapHost.StartAsync(DirectorySnapshot.Empty);
        host.Clients.Publish(new ClientTable(
        [
            new Client
            {
                Name = "phone", Networks = [], PasswordHash = "", DigestSecret = ClientSecrets.Digest("phone", Password),
                CertificateHash = ClientSecrets.HashCertificate(own),
            },
            new Client { Name = "plain", Networks = [], PasswordHash = ClientSecrets.Hash(Password) },
        ]));

        var said = await ProveAsync(host);

        const string Proven = "dn:cn=phone,ou=clients,dc=switchbook";
        Assert.Equal([Proven, "None", "None", Proven, Proven, "None"], said);
    }

    [Fact]
    public async Task Neither_is_offered_while_no_client_asks_for_it()
    {
        await using var host = await LdapHost.StartAsync(DirectorySnapshot.Empty);

        Assert.DoesNotContain("DIGEST-MD5", host.RootValues("supportedSASLMechanisms"));

        host.Clients.Publish(new ClientTable([new Client { Name = "phone", Networks = [], DigestSecret = [1] }]));

        Assert.Contains("DIGEST-MD5", host.RootValues("supportedSASLMechanisms"));
    }

    private async Task<string[]> ProveAsync(LdapHost host)
    {
        var root = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "RepositoryRoot").Value!;
        var start = new ProcessStartInfo(
            "/usr/bin/python3",
            [
                Path.Combine(root, "tests/Switchbook.Tests/Ldap/prove_with_ldap3.py"), Text(host.Port), Text(host.TlsPort), "phone", Password,
                .. new[] { "phone.crt", "phone.key", "other.crt", "other.key" }.Select(file => Path.Combine(_files, file)),
            ])
        { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, "Install python3-ldap3 if it is missing. " + await errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<X509Certificate2> MakeAsync(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        var certificate = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        await File.WriteAllTextAsync(Path.Combine(_files, name + ".crt"), certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_files, name + ".key"), key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        return certificate;
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
