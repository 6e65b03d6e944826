using static Switchbook.SimulatedTenant.FaultNames;
using static Switchbook.SimulatedTenant.FaultTarget;

namespace Switchbook.SimulatedTenant;

/// <summary>Every fault that the simulated tenant knows.</summary>
public static class FaultCatalogue
{
    private const string Retry = "waits and asks for the same page again";
    private const string Fail = "fails the run and keeps the last good directory";

    /// <summary>The faults, those of the sign-in first.</summary>
    public static IReadOnlyList<FaultDescription> All { get; } =
    [
        .. SignInFaults(), .. StatusFaults(), .. TransportFaults(), .. PagingFaults(), .. ContentFaults(), .. StateFaults(),
    ];

    private static readonly Dictionary<string, FaultDescription> ByName =
        All.ToDictionary(fault => fault.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The fault of a name, in any case; null when there is none.</summary>
    public static FaultDescription? Find(string name) => ByName.GetValueOrDefault(name);

    private static FaultDescription[] SignInFaults() =>
    [
        new(WrongSecret, FaultTarget.SignIn, "The secret is taken for a wrong one (AADSTS7000215).",
            "says that the secret's value is wrong; does not try again", IsPassing: false),
        new(ExpiredSecret, FaultTarget.SignIn, "The secret has ended (AADSTS7000222).",
            "says that a new secret is needed; does not try again", IsPassing: false),
        new(UnknownApplication, FaultTarget.SignIn, "The client ID is not of this tenant (AADSTS700016).",
            "says that the client ID or the tenant is wrong; does not try again", IsPassing: false),
        new(UnknownTenant, FaultTarget.SignIn, "The tenant does not exist (AADSTS90002).",
            "says that the tenant ID or the cloud is wrong; does not try again", IsPassing: false),
        new(MissingConsent, FaultTarget.SignIn, "The token lacks a permission; Graph answers 403, or members that are an ID alone.",
            "names the missing permission and where it is granted; " + Fail,
            "the permission that is missing; without it all are", IsPassing: false),
        new(TokenThrottle, FaultTarget.SignIn, "The token endpoint answers 429 with Retry-After.",
            "waits as long as it is told", "seconds of Retry-After (1)"),
        new(TokenUnavailable, FaultTarget.SignIn, "The token endpoint answers 503.", "tries again"),
        new(TokenGarbage, FaultTarget.SignIn, "The token endpoint answers 200 with a web page, as a captive portal does.",
            "says that something stands between; " + Fail, IsPassing: false),
        new(ShortToken, FaultTarget.SignIn, "The token ends early, in the middle of a read.",
            "gets a new token and goes on", "seconds that the token lasts (1)", IsPassing: false),
    ];

    private static FaultDescription[] StatusFaults() =>
    [
        new(Throttle, Page, "429 with Retry-After.", "waits as long as it is told, then asks again",
            "seconds of Retry-After (1)"),
        new(Unavailable, Page, "503 without Retry-After.", Retry),
        new(GatewayTimeout, Page, "504.", Retry),
        new(BadGateway, Page, "502 with a web page as its body.", Retry),
        new(InternalError, Page, "500.", "may ask once more; then " + Fail, IsPassing: false),
        new(Unauthorized, Page, "401 InvalidAuthenticationToken in the middle of a read.",
            "gets a new token once and asks again"),
        new(Forbidden, Page, "403 Authorization_RequestDenied.", "names the missing permission; " + Fail, IsPassing: false),
        new(ExpiredPageToken, Page, "400 Directory_ExpiredPageToken on a next page (never on the first).",
            "begins the whole read again, a few times at most"),
    ];

    private static FaultDescription[] TransportFaults() =>
    [
        new(Drop, Page, "The connection is cut before any answer.", Retry),
        new(Abort, Page, "The connection is cut in the middle of the body.", Retry),
        new(Truncate, Page, "The body ends in the middle, cleanly for HTTP: the JSON is not whole.",
            "asks for the page again, or " + Fail),
        new(ShortBody, Page, "Content-Length promises more than is sent.", Retry),
        new(Slow, Page, "The page waits before it is sent.", "waits; its progress shows", "milliseconds (2000)", IsPassing: false),
        new(Stall, Page, "Half of the body comes, then nothing more.", "gives up after its time limit and asks again"),
    ];

    private static FaultDescription[] PagingFaults() =>
    [
        new(EmptyPage, Page, "A page without people, but with a next link.", "goes on to the next page"),
        new(RepeatedNextLink, Page, "The next link of a page is its own address.",
            "notices the circle; " + Fail, IsPassing: false),
        new(ForeignNextLink, Page, "The next link leads to another host.",
            "never sends its token there; " + Fail, IsPassing: false),
        new(DuplicatePerson, Page, "A person stands twice on a page.", "takes the person once", IsPassing: false),
    ];

    private static FaultDescription[] ContentFaults() =>
    [
        new(LimitedMembers, Page, "People come as an ID alone, everything else null, with 200.",
            "sees that User.Read.All is missing; " + Fail, IsPassing: false),
        new(NullPerson, Page, "An element of the list is null.", Fail, IsPassing: false),
        new(MissingValue, Page, "200 with a JSON object that has no list.", Fail, IsPassing: false),
        new(Garbage, Page, "200 with a web page instead of JSON.", Fail, IsPassing: false),
        new(EmptyBody, Page, "200 with nothing.", "asks for the page again, or " + Fail),
        new(TooDeep, Page, "A value is nested thousands deep.", Fail + ", without a crash", IsPassing: false),
    ];

    private static FaultDescription[] StateFaults() =>
    [
        new(GroupGone, Group, "404 Request_ResourceNotFound for every group.",
            "says that the group is gone and keeps the last good directory", IsPassing: false),
        new(Gone, FaultTarget.Delta, "410 Gone with a Location: the service wants a new start.", "begins a full round at the Location"),
        new(SyncStateNotFound, FaultTarget.Delta, "400 syncStateNotFound: the delta token is too old.", "begins a full round",
            "the status, 400 or 410 (400)"),
    ];
}
