namespace Switchbook.SimulatedTenant.Graph;

/// <summary>Answers a list page by page.</summary>
internal sealed class Paging(Tenant tenant)
{
    private readonly PageTokens _tokens = new(tenant.Clock, tenant.Options.PageTokenLifetime);
    private readonly PageFaults _faults = new(tenant.Faults);

    /// <param name="request">What was asked.</param>
    /// <param name="listing">The whole list.</param>
    /// <param name="context">The last part of <c>@odata.context</c>.</param>
    /// <param name="defaultTop">How many stand on a page when the request does not say.</param>
    public async Task AnswerAsync(GraphRequest request, IListing listing, string context, int defaultTop = GraphQuery.DefaultTop)
    {
        var top = Math.Min(request.Query.Top ?? defaultTop, tenant.Options.LargestPage);
        var list = $"{request.Http.Request.Path}?{request.Query.Text}";
        var start = request.Query.SkipToken is { } token ? _tokens.Read(token, list) : PagePlace.Start;
        var (places, next) = Page.Cut(listing, start.Position, top);
        var pages = next is null ? start.Page : PagesOf(listing, top);
        if (await _faults.StrikeAsync(request.Http, start.Page, pages))
        {
            return;
        }

        var effects = _faults.Effects(start.Page, pages);
        var page = new Page(context, places)
        {
            NextLink = next is { } position ? Link(request, list, new PagePlace(position, start.Page + 1)) : null,
            Count = request.Query.IsAdvanced && start.Page == 1 ? Page.CountAll(listing) : null,
        };
        await WriteAsync(request, listing, Change(request, page, effects, Link(request, list, start)), effects);
    }

    /// <summary>Writes a page after the waits that options and faults ask for.</summary>
    public async Task WriteAsync(GraphRequest request, IListing listing, Page page, PageEffects effects)
    {
        var delay = tenant.Options.PageDelay + effects.Delay;
        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, TimeProvider.System, request.Aborted);
        }

        await PageBody.WriteAsync(request, listing, page, effects);
    }

    public PageFaults Faults => _faults;

    /// <summary>Applies the faults that change what stands on a page.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="page">The page.</param>
    /// <param name="effects">The faults.</param>
    /// <param name="again">A new link to this page.</param>
    public static Page Change(GraphRequest request, Page page, PageEffects effects, string again)
    {
        if (effects.IsEmpty)
        {
            // The people come on the next page, which begins where this one did.
            page = page with { Places = [], NextLink = again, DeltaLink = null };
        }

        if (effects.RepeatsNextLink)
        {
            page = page with { NextLink = request.Self, DeltaLink = null };
        }

        return effects.LeadsAway ? page with { NextLink = "https://graph.example.invalid/v1.0/users?$skiptoken=stolen", DeltaLink = null } : page;
    }

    /// <summary>How many pages the whole read has; counted only when a fault may want to know.</summary>
    public int PagesOf(IListing listing, int top) =>
        tenant.Faults.Any ? Math.Max(1, (Page.CountAll(listing) + top - 1) / top) : int.MaxValue;

    private string Link(GraphRequest request, string list, PagePlace place)
    {
        var query = request.Query.Text;
        return $"{request.Address}?{query}{(query.Length > 0 ? "&" : "")}$skiptoken={_tokens.Make(place, list)}";
    }
}
