using Switchbook.Problems;

namespace Switchbook.Links;

/// <summary>What can be wrong with a link's settings.</summary>
internal static class LinkProblems
{
    public static readonly ProblemKind NameMissing = new(
        "SB-LINK-001",
        "The configuration name is empty.",
        "Give the link a name that tells its purpose, such as TeamsDirectory.");

    public static readonly ProblemKind NameUnfit = new(
        "SB-LINK-002",
        "The configuration name '{0}' has more than {1} characters, or one that cannot be printed.",
        "Choose a shorter name of letters, digits, blanks and common signs.");

    public static readonly ProblemKind NameReserved = new(
        "SB-LINK-003",
        "'{0}' cannot be a link's name: it means the entries made by hand.",
        "Choose another configuration name.");

    public static readonly ProblemKind NameTaken = new(
        "SB-LINK-004",
        "A link named '{0}' exists already.",
        "Choose another configuration name, or change that link with 'switchbook link edit'.");

    public static readonly ProblemKind NotFound = new(
        "SB-LINK-005",
        "There is no link named '{0}'.",
        "List the links with 'switchbook link list'.");

    public static readonly ProblemKind NamedTwice = new(
        "SB-LINK-006",
        "The link '{0}' is named twice in the order.",
        "Name each link once; those that are not named follow in the order that they have.");

    public static readonly ProblemKind TenantNotGuid = new(
        "SB-LINK-010",
        "The tenant ID '{0}' is not a GUID.",
        "Copy the Tenant ID from the overview page of Microsoft Entra ID; it looks like 11111111-2222-3333-4444-555555555555.");

    public static readonly ProblemKind ClientNotGuid = new(
        "SB-LINK-011",
        "The client ID '{0}' is not a GUID.",
        "Copy the Application (client) ID from the app registration's overview page.");

    public static readonly ProblemKind SecretIsGuid = new(
        "SB-LINK-012",
        "The client secret is a GUID: that is the Secret ID, not the secret.",
        "Paste the Value of the client secret. It is shown only once; if it is lost, make a new secret.");

    public static readonly ProblemKind SecretMissing = new(
        "SB-LINK-013",
        "The link has no credential.",
        "Give the client secret's Value (--client-secret-file) or a certificate with its private key (--certificate).");

    public static readonly ProblemKind SecretUnfit = new(
        "SB-LINK-014",
        "The client secret is empty, spans several lines, or is longer than any secret of Microsoft Entra ID.",
        "Paste exactly the Value of the client secret.");

    public static readonly ProblemKind CertificateUnreadable = new(
        "SB-LINK-015",
        "The certificate file is neither a PFX nor PEM text with a certificate and its private key, or its password is another.",
        "Give a .pfx or a .pem file that holds both parts, and the password of a protected one with --certificate-password-file.");

    public static readonly ProblemKind CertificateNotRsa = new(
        "SB-LINK-016",
        "The certificate's private key is not an RSA key, the only kind that the sign-in service takes.",
        "Make one with 'switchbook link certificate NAME', or another with an RSA key.");

    public static readonly ProblemKind CredentialUnknown = new(
        "SB-LINK-017",
        "'{0}' is not a kind of credential that can be chosen.",
        "Choose one of: new-certificate, managed-identity, user-managed-identity, workload-identity; a secret or a certificate is given as a file.");

    public static readonly ProblemKind NoCertificate = new(
        "SB-LINK-018",
        "The link '{0}' has no certificate.",
        "Make one with 'switchbook link certificate {0}'.");

    public static readonly ProblemKind DirectoryUnknown = new(
        "SB-LINK-020",
        "'{0}' is not a kind of directory.",
        "Choose 'tenant' for all users of the tenant, or 'group' for the members of one group.");

    public static readonly ProblemKind GroupMissing = new(
        "SB-LINK-021",
        "A Group Directory needs the group's ID.",
        "Copy the Object ID from the group's overview page, or choose Tenant Directory.");

    public static readonly ProblemKind GroupNotGuid = new(
        "SB-LINK-022",
        "The group ID '{0}' is not a GUID.",
        "Copy the Object ID from the group's overview page.");

    public static readonly ProblemKind GroupNotWanted = new(
        "SB-LINK-023",
        "A Tenant Directory has no group ID.",
        "Leave the group ID out, or choose Group Directory.");

    public static readonly ProblemKind CloudUnknown = new(
        "SB-LINK-030",
        "'{0}' is not a cloud.",
        "Choose one of: global, usgov, usgov-dod, china, custom.");

    public static readonly ProblemKind EndpointsMissing = new(
        "SB-LINK-031",
        "The cloud 'custom' needs both endpoints.",
        "Give the login endpoint and the Graph endpoint, or choose a named cloud.");

    public static readonly ProblemKind EndpointsNotWanted = new(
        "SB-LINK-032",
        "Endpoints can be given for the cloud 'custom' only.",
        "Choose --cloud custom, or leave the endpoints out.");

    public static readonly ProblemKind AuthoritiesUnreadable = new(
        "SB-LINK-033",
        "The file of trusted authorities holds no PEM certificate.",
        "Give a text file with one or more '-----BEGIN CERTIFICATE-----' blocks.");

    public static readonly ProblemKind ResyncOutOfRange = new(
        "SB-LINK-040",
        "The resync interval of {0} s is out of range.",
        "Choose 60 seconds to 7 days (604800 seconds), such as 01:00:00.");

    public static readonly ProblemKind LeastResyncOutOfRange = new(
        "SB-LINK-046",
        "The least resync interval of {0} s is out of range.",
        "Choose at least 60 seconds and less than the resync interval of {1} s, or 0 for an interval that does not adapt.");

    public static readonly ProblemKind ResyncUnreadable = new(
        "SB-LINK-042",
        "'{0}' is not a time span.",
        "Write hours, minutes and seconds such as 01:00:00, or a number of seconds such as 3600.");

    public static readonly ProblemKind DateUnreadable = new(
        "SB-LINK-043",
        "'{0}' is not a date.",
        "Write it as year-month-day, such as 2027-03-31.");

    public static readonly ProblemKind RegionUnknown = new(
        "SB-LINK-041",
        "'{0}' is not a region.",
        "Give the two letters of a country, such as GB, DE or US.");

    public static readonly ProblemKind GuardOutOfRange = new(
        "SB-LINK-044",
        "A guard of the link is out of range.",
        "Give shares from 0 to 1 (or 0 % to 100 %), and a number of entries from 0 to {0}.");

    public static readonly ProblemKind GuardUnreadable = new(
        "SB-LINK-045",
        "'{0}' is not a value of a guard.",
        "Give a share such as 0.2 or 20%, a number of entries, on or off, or 'default' for the setting of every link.");

    public static readonly ProblemKind CredentialUnreadable = new(
        "SB-LINK-050",
        "The stored credential of link '{0}' cannot be decrypted with this installation's keys.",
        "Restore the 'keys' folder of the data directory, or give the credential again with 'switchbook link edit'.");

    public static readonly ProblemKind CredentialEnds = new(
        "SB-LINK-051",
        "The {1} of link '{0}' ends in {2} days, on {3:yyyy-MM-dd}.",
        "Make a new one in Entra ID, App registrations, Certificates & secrets, and give it with 'switchbook link edit {0}'; the old one serves until the new one has signed in.");

    public static readonly ProblemKind CredentialEnded = new(
        "SB-LINK-052",
        "The {1} of link '{0}' ended on {2:yyyy-MM-dd}.",
        "Make a new one in Entra ID, App registrations, Certificates & secrets, and give it with 'switchbook link edit {0}'.");
}
