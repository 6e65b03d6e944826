using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.SimulatedTenant;
using Switchbook.Tests.Synchronization;

namespace Switchbook.Tests.Links;

public sealed class CredentialEndTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly RSA Key = RSA.Create(2048);

    [Theory]
    [InlineData(31, null)]
    [InlineData(30, 30)]
    [InlineData(14.5, 30)]
    [InlineData(14, 14)]
    [InlineData(7, 7)]
    [InlineData(3, 3)]
    [InlineData(1.01, 3)]
    [InlineData(1, 1)]
    [InlineData(0.01, 1)]
    [InlineData(0, 0)]
    [InlineData(-3, 0)]
    public void A_warning_is_raised_anew_at_30_14_7_3_and_1_days_and_at_the_end(double days, int? level)
    {
        var credential = Credential(CredentialKinds.Secret) with { Ends = Now.AddDays(days) };
        Assert.Equal(level, credential.WarningLevel(Now));
        Assert.Equal(level is null ? null : level == 0 ? "SB-LINK-052" : "SB-LINK-051", credential.Warning("X", Now)?.Code);
    }

    [Fact]
    public async Task The_registration_says_when_a_secret_ends_and_which_it_is()
    {
        var ends = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().AddDays(20).ToUnixTimeSeconds());
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 10, SecretExpires = ends });
        var link = await RunAsync(installation, new CredentialDraft.Secret(installation.Tenant.ClientSecret) { Ends = ends.AddDays(100) });
        Assert.Equal((ends, "registration"), (link.Credential?.Ends, link.Credential?.EndsKnownBy));
        Assert.NotNull(link.Credential?.KeyId);
        Assert.Equal("SB-LINK-051", CredentialState.Of(link, link.Credential, TimeProvider.System.GetUtcNow())?.Warning?.Code);
    }

    [Fact]
    public async Task Without_the_permission_the_date_that_was_typed_counts()
    {
        var options = new SimulationOptions { Users = 10, Roles = ["User.Read.All"] };
        await using var installation = await TestInstallation.CreateAsync(options);
        var ends = DateTimeOffset.FromUnixTimeSeconds(2_000_000_000);
        var link = await RunAsync(installation, new CredentialDraft.Secret(installation.Tenant.ClientSecret) { Ends = ends });
        Assert.Equal((ends, "typed"), (link.Credential?.Ends, link.Credential?.EndsKnownBy));
        Assert.Equal(0, installation.Tenant.Requests.Of("applications"));
    }

    [Fact]
    public async Task The_registration_is_asked_once_a_day_not_in_every_run()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 10 });
        var link = await RunAsync(installation, new CredentialDraft.Secret(installation.Tenant.ClientSecret));
        await installation.RunAsync(link);
        Assert.Equal(1, installation.Tenant.Requests.Of("applications"));
    }

    [Fact]
    public void A_secret_that_begins_like_another_is_known_by_the_key_found_before_else_by_the_nearer_end()
    {
        RegisteredCredential Registered(string id, int days) => new(id, Now.AddDays(days), "abc", null);
        RegisteredCredential[] registered = [Registered("late", 90), Registered("gone", -5), Registered("soon", 9), new("other", Now, "xyz", null)];
        var secret = new ClientCredential.Secret("abc8Q~secret");
        Assert.Equal("soon", RegisteredCredential.Find(registered, secret, null, Now)?.KeyId);
        Assert.Equal("late", RegisteredCredential.Find(registered, secret, "late", Now)?.KeyId);
        Assert.Null(RegisteredCredential.Find(registered, new ClientCredential.Secret("zzz"), null, Now));
    }

    [Fact]
    public async Task A_certificate_ends_by_its_own_word_and_is_found_by_its_thumbprint()
    {
        using var certificate = new CertificateRequest("CN=x", Key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(400));
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 10, ClientCertificates = [certificate] });
        var draft = new CredentialDraft.Certificate(certificate.Export(X509ContentType.Pkcs12, "geheim"), "geheim");
        var added = await AddAsync(installation, draft);
        Assert.Equal((certificate.NotAfter.ToUniversalTime(), "certificate"), (added.Credential?.Ends?.UtcDateTime, added.Credential?.EndsKnownBy));

        var link = await RunAsync(installation, draft, added);
        Assert.Equal("registration", link.Credential?.EndsKnownBy);
        Assert.Equal(certificate.Thumbprint, link.Credential?.Thumbprint);
    }

    [Theory]
    [InlineData("pfx with its password", null)]
    [InlineData("pem with its password", null)]
    [InlineData("pem", null)]
    [InlineData("pfx with another password", "SB-LINK-015")]
    [InlineData("elliptic curve", "SB-LINK-016")]
    [InlineData("public part alone", "SB-LINK-015")]
    public void A_certificate_is_taken_as_administrators_have_it(string how, string? code)
    {
        using var certificate = new CertificateRequest("CN=x", Key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(Now, Now.AddDays(1));
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = new CertificateRequest("CN=x", curve, HashAlgorithmName.SHA256).CreateSelfSigned(Now, Now.AddDays(1));
        var pem = certificate.ExportCertificatePem();
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        CredentialDraft.Certificate draft = how switch
        {
            "pfx with its password" => new(certificate.Export(X509ContentType.Pkcs12, "p"), "p"),
            "pfx with another password" => new(certificate.Export(X509ContentType.Pkcs12, "p"), "q"),
            "pem with its password" => new(Bytes($"{pem}\n{Key.ExportEncryptedPkcs8PrivateKeyPem("p", parameters)}"), "p"),
            "pem" => new(Bytes($"{pem}\n{Key.ExportPkcs8PrivateKeyPem()}")),
            "elliptic curve" => new(other.Export(X509ContentType.Pkcs12)),
            _ => new(Bytes(pem)),
        };
        var (_, faults) = LinkValidation.Check(Draft() with { Credential = draft });
        Assert.Equal(code, faults.SingleOrDefault()?.Problem.Code);
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.ASCII.GetBytes(text);

    private static LinkDraft Draft() => new() { Name = "X", TenantId = Guid.NewGuid().ToString(), ClientId = Guid.NewGuid().ToString() };

    private static LinkCredential Credential(string kind) => new() { Id = 1, Kind = kind, Protected = "", AddedAt = Now };

    private static Task<Link> AddAsync(TestInstallation installation, CredentialDraft credential) =>
        installation.AddLinkAsync("Ends", draft => draft with { Credential = credential });

    private static async Task<Link> RunAsync(TestInstallation installation, CredentialDraft credential, Link? added = null)
    {
        var link = added ?? await AddAsync(installation, credential);
        Assert.Null((await installation.RunAsync(link)).Error);
        return await installation.Get<LinkStore>().FindAsync(link.Name, TestInstallation.Cancellation);
    }
}
