using Switchbook.Problems;

namespace Switchbook.Graph;

/// <summary>Turns a failure that no further try mends into the problem that people read.</summary>
internal static class GraphFailures
{
    public static ProblemException Translate(
        RequestFailedException exception, TenantConnection connection, ReadRequest request, string permissions) =>
        new(ToProblem(exception, connection, request, permissions), exception);

    private static Problem ToProblem(
        RequestFailedException exception, TenantConnection connection, ReadRequest request, string permissions)
    {
        var failure = exception.Failure;
        var host = failure.Address.Host;
        var detail = failure.Detail ?? "no reason given";
        return failure.Kind switch
        {
            FailureKind.Status => OfStatus(failure, connection, request, permissions),
            FailureKind.NameResolution => GraphProblems.NameNotResolved.With(host),
            FailureKind.Connection => GraphProblems.NotConnected.With(host, detail),
            FailureKind.Tls => GraphProblems.TlsFailed.With(host, detail),
            FailureKind.Certificate => OfCertificate(exception, host),
            FailureKind.Timeout => GraphProblems.TimedOut.With(host, failure.Reference),
            FailureKind.Proxy => GraphProblems.ProxyRefused.With(host, detail),
            FailureKind.Redirect => GraphProblems.Redirected.With(host, detail),
            FailureKind.NotJson => GraphProblems.NotJson.With(host, detail, failure.Reference),
            FailureKind.TooLarge => GraphProblems.PageTooLarge.With(host, detail),
            _ => GraphProblems.BrokenAnswer.With(host, detail, failure.Reference),
        };
    }

    private static Problem OfStatus(RequestFailure failure, TenantConnection connection, ReadRequest request, string permissions)
    {
        var reference = failure.Reference;
        return failure.Status switch
        {
            401 => GraphProblems.TokenRefused.With(reference),
            403 => GraphProblems.PermissionDenied.With(
                What(request.Scope), reference, permissions, connection.AdminConsentUrl),
            404 when request.Scope is ReadScope.Group group => GraphProblems.GroupNotFound.With(group.GroupId, reference),
            404 when request.Scope is ReadScope.MailboxContacts of => GraphProblems.MailboxNotFound.With(of.Mailbox, reference),
            404 => GraphProblems.NotFound.With(failure.Address.GetLeftPart(UriPartial.Path), reference),
            429 => GraphProblems.Throttled.With(
                failure.RetryAfter is { } wait ? HttpFailures.Seconds(wait) : "an unknown time", reference),
            408 or >= 500 => GraphProblems.Unavailable.With(failure.Address.Host, reference),
            400 when request.Filter is { } filter => GraphProblems.FilterRefused.With(filter, failure.Detail ?? "no reason given", reference),
            _ => GraphProblems.BadRequest.With(failure.Detail ?? "no reason given", reference),
        };
    }

    private static string What(ReadScope scope) => scope switch
    {
        ReadScope.Group => "the group's members",
        ReadScope.Teams => "the numbers that Teams assigned",
        ReadScope.OrganizationContacts => "the organizational contacts",
        ReadScope.MailboxContacts of => $"the contacts of {of.Mailbox}",
        _ => "people",
    };

    private static Problem OfCertificate(Exception exception, string host)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is UntrustedCertificateException untrusted)
            {
                return GraphProblems.CertificateNotTrusted.With(host, untrusted.Issuer, untrusted.Reason);
            }
        }

        return GraphProblems.TlsFailed.With(host, exception.Message);
    }
}
