using System.Text;

namespace Switchbook.SimulatedTenant.Graph;

/// <summary>Strikes the pages of lists with the faults that are on.</summary>
internal sealed class PageFaults(FaultControl faults)
{
    private const string WebPage =
        "<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Welcome to the guest network</h1></body></html>";

    /// <summary>Answers in place of the page, if a fault says so.</summary>
    /// <returns>Whether there is nothing left to answer.</returns>
    /// <exception cref="GraphRefusal">A fault answers with an error.</exception>
    public async Task<bool> StrikeAsync(HttpContext http, int page, int pages)
    {
        if (!faults.Any)
        {
            return false;
        }

        Refuse(page, pages);
        if (faults.Take(FaultNames.Drop, page, pages) is not null)
        {
            http.Abort();
            return true;
        }

        if (Body(page, pages) is not { } answer)
        {
            return false;
        }

        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.Type;
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer.Body), http.RequestAborted);
        return true;
    }

    /// <summary>What the faults do to a page that is answered.</summary>
    public PageEffects Effects(int page, int pages)
    {
        return !faults.Any ? new PageEffects() : new PageEffects
        {
            IsEmpty = IsOn(FaultNames.EmptyPage),
            RepeatsNextLink = IsOn(FaultNames.RepeatedNextLink),
            LeadsAway = IsOn(FaultNames.ForeignNextLink),
            Duplicates = IsOn(FaultNames.DuplicatePerson),
            IsLimited = IsOn(FaultNames.LimitedMembers),
            HasNull = IsOn(FaultNames.NullPerson),
            IsTooDeep = IsOn(FaultNames.TooDeep),
            Delay = TimeSpan.FromMilliseconds(faults.Take(FaultNames.Slow, page, pages)?.Number(2000) ?? 0),
            End = IsOn(FaultNames.Abort) ? BodyEnd.Abort
                : IsOn(FaultNames.Truncate) ? BodyEnd.Truncate
                : IsOn(FaultNames.ShortBody) ? BodyEnd.Short
                : IsOn(FaultNames.Stall) ? BodyEnd.Stall
                : BodyEnd.Whole,
        };

        bool IsOn(string name) => faults.Take(name, page, pages) is not null;
    }

    private void Refuse(int page, int pages)
    {
        if (faults.Take(FaultNames.Throttle, page, pages) is { } throttle)
        {
            throw new GraphRefusal(429, "TooManyRequests", "Too Many Requests") { RetryAfter = throttle.Number(1) };
        }

        Refuse(FaultNames.Unavailable, 503, "ServiceUnavailable", "The service is temporarily unavailable. Please try again later.");
        Refuse(FaultNames.GatewayTimeout, 504, "GatewayTimeout", "The server did not respond in time.");
        Refuse(FaultNames.InternalError, 500, "InternalServerError", "An internal server error occurred.");
        Refuse(FaultNames.Unauthorized, 401, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired.");
        Refuse(FaultNames.Forbidden, 403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
        if (page > 1 && faults.Take(FaultNames.ExpiredPageToken, page, pages) is not null)
        {
            throw GraphRefusal.ExpiredPageToken();
        }

        void Refuse(string name, int status, string code, string message)
        {
            if (faults.Take(name, page, pages) is not null)
            {
                throw new GraphRefusal(status, code, message);
            }
        }
    }

    private (int Status, string Type, string Body)? Body(int page, int pages) =>
        faults.Take(FaultNames.BadGateway, page, pages) is not null
            ? (502, "text/html", "<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>")
        : faults.Take(FaultNames.Garbage, page, pages) is not null ? (200, "text/html; charset=utf-8", WebPage)
        : faults.Take(FaultNames.EmptyBody, page, pages) is not null ? (200, GraphGate.ContentType, "")
        : faults.Take(FaultNames.MissingValue, page, pages) is not null ? (200, GraphGate.ContentType, "{\"status\":\"ok\"}")
        : null;
}
