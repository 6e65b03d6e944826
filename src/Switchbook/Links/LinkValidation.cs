using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PhoneNumbers;
using Switchbook.Graph;
using Switchbook.Mapping;
using Switchbook.PhoneDirectory;
using Switchbook.Problems;

namespace Switchbook.Links;

/// <summary>Checks a draft, and tells everything that is wrong with it at once.</summary>
internal sealed class LinkValidation
{
    public const int LongestName = 100;
    public const int LongestSecret = 1024;

    private readonly ImmutableArray<LinkFault>.Builder _faults = ImmutableArray.CreateBuilder<LinkFault>();

    private LinkValidation()
    {
    }

    /// <returns>The link without its credential, or null and what is wrong, field by field.</returns>
    public static (Link? Link, ImmutableArray<LinkFault> Faults) Check(LinkDraft draft)
    {
        var validation = new LinkValidation();
        var link = validation.Read(draft);
        return (validation._faults.Count == 0 ? link : null, validation._faults.ToImmutable());
    }

    private Link? Read(LinkDraft draft)
    {
        var name = Name(draft.Name.Trim());
        var tenant = Guid("tenant-id", draft.TenantId, LinkProblems.TenantNotGuid);
        var client = Guid("client-id", draft.ClientId, LinkProblems.ClientNotGuid);
        var scope = Scope(draft);
        var mapping = Mapping(draft);
        var audience = new AudienceCheck((field, problem) => _faults.Add(new(field, problem))).Tidy(draft.Audience);
        Check(
            "resource-accounts",
            !audience.ResourceAccounts || mapping is null || mapping.NumberFields.Any(field => TeamsNumbers.IsOne(field.Property)),
            AudienceProblems.ResourceAccountsWithoutNumber);
        var endpoints = Endpoints(draft);
        Credential(draft.Credential);
        Check(
            "resync",
            draft.Resync >= Link.ShortestResync && draft.Resync <= Link.LongestResync,
            LinkProblems.ResyncOutOfRange,
            (long)draft.Resync.TotalSeconds);
        Check(
            "resync-least",
            draft.LeastResync is not { } least || (least >= Link.ShortestResync && least < draft.Resync),
            LinkProblems.LeastResyncOutOfRange,
            (long)(draft.LeastResync?.TotalSeconds ?? 0),
            (long)draft.Resync.TotalSeconds);
        Check("guards", draft.Guards.IsInRange, LinkProblems.GuardOutOfRange, LinkGuards.MostEntries);
        var region = Region(draft.Region);
        var authorities = Authorities(draft.TrustedAuthorities);
        if (scope is null || mapping is null || endpoints is null)
        {
            return null;
        }

        return new Link
        {
            Name = name,
            TenantId = tenant,
            ClientId = client,
            Cloud = draft.Cloud.Trim(),
            Endpoints = endpoints,
            Scope = scope,
            Mapping = mapping,
            Audience = audience,
            Guards = draft.Guards,
            Resync = draft.Resync,
            LeastResync = draft.LeastResync,
            Notifications = draft.Notifications,
            Region = region,
            TrustedAuthorities = authorities,
        };
    }

    private string Name(string name)
    {
        Check("name", name.Length > 0, LinkProblems.NameMissing);
        Check(
            "name",
            name.Length <= LongestName && !name.Any(char.IsControl),
            LinkProblems.NameUnfit,
            name.Length <= LongestName ? name : name[..LongestName],
            LongestName);
        Check("name", !name.Equals(DirectorySource.Manual, StringComparison.OrdinalIgnoreCase), LinkProblems.NameReserved, name);
        return name;
    }

    private string Guid(string field, string value, ProblemKind otherwise)
    {
        var isGuid = System.Guid.TryParse(value.Trim(), out var guid);
        Check(field, isGuid, otherwise, value.Trim());
        return isGuid ? guid.ToString() : "";
    }

    private ReadScope? Scope(LinkDraft draft)
    {
        var group = string.IsNullOrWhiteSpace(draft.GroupId) ? null : draft.GroupId.Trim();
        switch (draft.Directory.Trim().ToLowerInvariant())
        {
            case "tenant":
                Check("group-id", group is null, LinkProblems.GroupNotWanted);
                return new ReadScope.Tenant();
            case "group" when group is null:
                _faults.Add(new("group-id", LinkProblems.GroupMissing.With()));
                return null;
            case "group":
                return new ReadScope.Group(Guid("group-id", group, LinkProblems.GroupNotGuid), draft.DirectMembersOnly);
            default:
                _faults.Add(new("directory", LinkProblems.DirectoryUnknown.With(draft.Directory)));
                return null;
        }
    }

    private FieldMapping? Mapping(LinkDraft draft)
    {
        if (MappingParser.TryParse(draft.NameField, draft.NumberFields, out var mapping, out var problem))
        {
            return mapping;
        }

        _faults.Add(new(MappingProblems.IsOfNameField(problem) ? "name-field" : "number-fields", problem));
        return null;
    }

    private CloudEndpoints? Endpoints(LinkDraft draft)
    {
        var typed = !string.IsNullOrWhiteSpace(draft.LoginEndpoint) || !string.IsNullOrWhiteSpace(draft.GraphEndpoint);
        if (CloudEndpoints.TryFind(draft.Cloud.Trim(), out var endpoints))
        {
            Check("cloud", !typed, LinkProblems.EndpointsNotWanted);
            return endpoints;
        }

        if (!draft.Cloud.Trim().Equals(CloudEndpoints.CustomName, StringComparison.OrdinalIgnoreCase))
        {
            _faults.Add(new("cloud", LinkProblems.CloudUnknown.With(draft.Cloud)));
            return null;
        }

        if (string.IsNullOrWhiteSpace(draft.LoginEndpoint) || string.IsNullOrWhiteSpace(draft.GraphEndpoint))
        {
            _faults.Add(new(string.IsNullOrWhiteSpace(draft.LoginEndpoint) ? "login-endpoint" : "graph-endpoint", LinkProblems.EndpointsMissing.With()));
            return null;
        }

        try
        {
            return CloudEndpoints.Custom(draft.LoginEndpoint, draft.GraphEndpoint);
        }
        catch (ProblemException unfit)
        {
            _faults.Add(new("login-endpoint/graph-endpoint", unfit.Problem));
            return null;
        }
    }

    private void Credential(CredentialDraft? credential)
    {
        if (credential is CredentialDraft.Secret { Value: var secret })
        {
            Check("client-secret", !System.Guid.TryParse(secret.Trim(), out _), LinkProblems.SecretIsGuid);
            Check(
                "client-secret",
                secret.Trim().Length is > 0 and <= LongestSecret && !secret.Trim().Any(char.IsControl),
                LinkProblems.SecretUnfit);
        }
        else if (credential is CredentialDraft.Certificate file)
        {
            Check("certificate", CertificateFile.TryRead(file.Content, file.Password, out var certificate), LinkProblems.CertificateUnreadable);
            using (certificate)
            {
                // The sign-in service takes assertions that are signed with RSA alone.
                Check("certificate", certificate?.GetRSAPrivateKey() is not null || certificate is null, LinkProblems.CertificateNotRsa);
            }
        }
    }

    private string? Region(string? region)
    {
        if (string.IsNullOrWhiteSpace(region))
        {
            return null;
        }

        var letters = region.Trim().ToUpperInvariant();
        Check("region", PhoneNumberUtil.GetInstance().GetSupportedRegions().Contains(letters), LinkProblems.RegionUnknown, region);
        return letters;
    }

    private string? Authorities(string? pem)
    {
        if (string.IsNullOrWhiteSpace(pem))
        {
            return null;
        }

        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(pem);
        }
        catch (CryptographicException)
        {
            certificates.Clear();
        }

        Check("trust-ca", certificates.Count > 0, LinkProblems.AuthoritiesUnreadable);
        return pem;
    }

    private void Check(string field, bool fit, ProblemKind otherwise, params object[] values)
    {
        if (!fit)
        {
            _faults.Add(new(field, otherwise.With(values)));
        }
    }
}
