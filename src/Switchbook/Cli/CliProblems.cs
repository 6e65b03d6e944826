using Switchbook.Problems;

namespace Switchbook.Cli;

/// <summary>What can go wrong on the command line itself.</summary>
internal static class CliProblems
{
    public static readonly ProblemKind FileUnreadable = new(
        "SB-CLI-001",
        "The file '{0}' cannot be read: {1}.",
        "Check the path and its permissions.");

    public static readonly ProblemKind FileUnwritable = new(
        "SB-CLI-002",
        "The file '{0}' cannot be written: {1}.",
        "Check the path, its permissions and the space left.");

    public static readonly ProblemKind SettingMalformed = new(
        "SB-CLI-003",
        "'{0}' is not a setting of the form KEY=VALUE.",
        "Write it as in --set Ldap:BaseDn=dc=example,dc=com.");

    public static readonly ProblemKind SettingUnfit = new(
        "SB-CLI-004",
        "The settings are not valid: {0}",
        "Mend them in the data directory's appsettings.json, the environment or the command line.");

    public static readonly ProblemKind AddressInUse = new(
        "SB-CLI-005",
        "{0}.",
        "Stop the program that has this port, or choose another with --urls, --set Ldap:Port=… or --set Ldap:TlsPort=….");

    public static readonly ProblemKind UrlUnfit = new(
        "SB-CLI-006",
        "'{0}' is not an address to serve HTTP on.",
        "Write it as http://127.0.0.1:8080 or https://*:8443.");

    public static readonly ProblemKind DemoOverReal = new(
        "SB-CLI-007",
        "This data directory has a link '{0}' to a real tenant, which the demo would replace.",
        "Run the demo with a data directory of its own: --data ./demo.");

    public static readonly ProblemKind Unexpected = new(
        "SB-CLI-900",
        "The command stopped on an unexpected fault: {0}",
        "Run it again; if it happens again, report it with the command's words.");
}
