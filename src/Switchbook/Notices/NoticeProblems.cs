using Switchbook.Problems;

namespace Switchbook.Notices;

/// <summary>What notices say of themselves, and why one cannot be delivered.</summary>
internal static class NoticeProblems
{
    public static readonly ProblemKind NobodyToTell = new(
        "SB-NOTICE-001",
        "Neither a mail server nor a webhook is set, so nobody is told when something goes wrong.",
        "Set Mail:Host, Mail:From and Mail:To, or Notices:Webhooks, in the data directory's appsettings.json.");

    public static readonly ProblemKind DataOld = new(
        "SB-NOTICE-010",
        "The data of link '{0}' is of {1:yyyy-MM-dd HH:mm} UTC, more than {2} intervals of {3} ago.",
        "See how its runs ended with 'switchbook link list', and try 'switchbook link test {0}'.");

    public static readonly ProblemKind MailUnreachable = new(
        "SB-NOTICE-020",
        "The mail server {0} cannot be reached: {1}.",
        "Check Mail:Host and Mail:Port, and that a firewall lets this computer connect.");

    public static readonly ProblemKind MailInsecure = new(
        "SB-NOTICE-021",
        "The connection to the mail server {0} cannot be protected: {1}.",
        "Use the name in its certificate, give its authority with Mail:TrustedAuthoritiesFile, or choose the Mail:Security that it offers.");

    public static readonly ProblemKind MailSignIn = new(
        "SB-NOTICE-022",
        "The mail server {0} refuses the sign-in: {1}.",
        "Check Mail:User and the content of Mail:PasswordFile, and that the account may send by SMTP.");

    public static readonly ProblemKind MailRefused = new(
        "SB-NOTICE-023",
        "The mail server {0} refuses the mail: {1}.",
        "Check Mail:From and Mail:To, and that the server accepts mail from this computer.");

    public static readonly ProblemKind MailFile = new(
        "SB-NOTICE-024",
        "A file for the mail server cannot be read: {0}.",
        "Check the paths in Mail:PasswordFile and Mail:TrustedAuthoritiesFile and who may read these files.");

    public static readonly ProblemKind WebhookUnreachable = new(
        "SB-NOTICE-030",
        "The {0} cannot be reached: {1}.",
        "Check its address in Notices:Webhooks, and that a firewall or proxy lets this computer connect.");

    public static readonly ProblemKind WebhookRefused = new(
        "SB-NOTICE-031",
        "The {0} answered {1}.",
        "Check that the address is complete and the workflow behind it is on; after a change of the address, set it anew.");

    public static readonly ProblemKind TooSlow = new(
        "SB-NOTICE-040",
        "The {0} did not take the notice within {1:0} s.",
        "Check the network between this computer and it, or allow more time with Notices:Timeout.");

    public static readonly ProblemKind GivenUp = new(
        "SB-NOTICE-041",
        "A notice was not delivered by the {0} in {1} tries and is dropped.",
        "Try the delivery with 'switchbook notify test'; see how the links do with 'switchbook link list'.");
}
