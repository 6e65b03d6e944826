using System.Collections.Immutable;
using System.Text;

using Switchbook.Ldap.Codec;
using Switchbook.Ldap.Controls;
using Switchbook.Ldap.Entries;
using Switchbook.Ldap.Schema;
using Switchbook.Ldap.Searching;

namespace Switchbook.Ldap.Sessions;

/// <summary>Decodes a search, asks the directory, and says how the answer is to be given.</summary>
internal sealed class SearchPlanner(LdapServer server)
{
    private readonly LdapSchema _schema = server.Directory.Schema;

    public SearchPlan Plan(LdapMessage message, LdapRequest.Search search, LdapPeer peer, LdapStopSignal stop)
    {
        if (server.FindBase(search.Base.Span) is not { } name)
        {
            return SearchPlan.Refuse(LdapResultCode.InvalidDnSyntax, "The base is not a distinguished name.");
        }

        var controls = ControlDecoder.Decode(message.Controls, true, out var refusal);
        if (controls is null)
        {
            return SearchPlan.Refuse(refusal!);
        }

        var filter = server.Filters().Decode(search.Filter, out refusal);
        if (filter is null)
        {
            return SearchPlan.Refuse(refusal!);
        }

        if (server.Selections.Decode(search.Attributes, search.TypesOnly) is not { } attributes)
        {
            return SearchPlan.Refuse(LdapResultCode.ProtocolError, "The attribute list is malformed.");
        }

        var request = new LdapSearchRequest
        {
            Base = name,
            Scope = search.Scope,
            Filter = filter,
            Attributes = attributes,
            Stop = stop,
            EntryLimit = Math.Min(search.SizeLimit == 0 ? int.MaxValue : search.SizeLimit, server.Options.SizeLimit),
        };
        return name.IsEmpty && search.Scope == LdapScope.BaseObject ? PlanOwn(server.Entries.RootDse(peer), request)
            : name.Equals(server.Entries.Subschema) ? PlanOwn(server.Entries.SubschemaEntry, request)
            : PlanDirectory(name.IsEmpty ? request with { Base = server.DefaultBase } : request, search, controls, peer);
    }

    private SearchPlan PlanOwn(LdapEntry entry, LdapSearchRequest request)
    {
        LdapEntry[] entries = request.Scope is LdapScope.BaseObject or LdapScope.WholeSubtree ? [entry] : [];
        return new SearchPlan
        {
            Entries = new LdapEntryList(0, entries, request, EntryFilter.Compile(request.Filter, _schema)),
            TypesOnly = request.Attributes.TypesOnly,
        };
    }

    private SearchPlan PlanDirectory(LdapSearchRequest request, LdapRequest.Search search, RequestControls controls, LdapPeer peer)
    {
        if (server.Access.Authorize(peer) is { Code: not LdapResultCode.Success } unauthorized)
        {
            return SearchPlan.Refuse(unauthorized);
        }

        if (controls.Assertion is { } assertion && server.Assertions.Check(assertion, request.Base, peer) is { } failed)
        {
            return SearchPlan.Refuse(failed);
        }

        var sort = SortPlan.Make(controls.Sort, _schema);
        if (sort.Outcome is { Code: not LdapResultCode.Success } && controls.Sort!.IsCritical)
        {
            return RefuseSort(sort.Outcome);
        }

        request = request with { Sort = sort.Keys, RandomAccess = controls.VirtualListView is not null && !sort.Keys.IsEmpty };
        var plan = new SearchPlan
        {
            TypesOnly = request.Attributes.TypesOnly,
            Limit = request.EntryLimit,
            Controls = new ResponseControls { Sort = sort.Outcome },
        };
        if (controls.PagedResults is { } paged)
        {
            return PlanPaged(request, search, controls, paged, plan, peer);
        }

        return Open(request, controls, plan, peer);
    }

    private SearchPlan PlanPaged(
        LdapSearchRequest request,
        LdapRequest.Search search,
        RequestControls controls,
        PagedResultsControl paged,
        SearchPlan plan,
        LdapPeer peer)
    {
        if (controls.VirtualListView is not null)
        {
            return SearchPlan.Refuse(LdapResultCode.UnwillingToPerform, "Pages and a list view do not go together.");
        }

        var mark = Mark(search, request.Sort);
        LdapPagePosition? resume = null;
        var sent = 0;
        if (!paged.Cookie.IsEmpty)
        {
            if (!PagingCookie.TryDecode(paged.Cookie.Span, out var cookie) || cookie.Mark != mark)
            {
                return SearchPlan.Refuse(LdapResultCode.UnwillingToPerform, "The paging cookie is not of this search.");
            }

            resume = new LdapPagePosition(cookie.Version, cookie.Position);
            sent = cookie.Sent;
        }

        if (paged.Size == 0)
        {
            return plan with { Controls = plan.Controls with { Cookie = ReadOnlyMemory<byte>.Empty } };
        }

        // The client's size limit holds for all pages together: the page that reaches it is the last one.
        var size = Math.Min(paged.Size, server.Options.MaximumPageSize);
        var left = search.SizeLimit == 0 ? int.MaxValue : Math.Max(0, search.SizeLimit - sent);
        var limit = Math.Min(left, size);
        plan = plan with
        {
            Limit = limit,
            PagingMark = mark,
            SentBefore = sent,
            OverLimit = left <= size ? plan.OverLimit : LdapResult.Success,
        };
        return Open(request with { EntryLimit = limit, Resume = resume }, controls, plan, peer);
    }

    private SearchPlan Open(LdapSearchRequest request, RequestControls controls, SearchPlan plan, LdapPeer peer)
    {
        if (controls.VirtualListView is not null && controls.Sort is null)
        {
            return RefuseList(plan, LdapResultCode.SortControlMissing, 0);
        }

        var answer = server.Directory.Search(request, peer);
        if (answer.Entries is not { } entries)
        {
            return SearchPlan.Refuse(answer.Refusal ?? new LdapResult(LdapResultCode.Other));
        }

        if (request.Resume is { } resume && !entries.Seek(resume.Position))
        {
            entries.Dispose();
            return SearchPlan.Refuse(LdapResultCode.UnwillingToPerform, "The paging cookie is too old.");
        }

        if (controls.MatchedValues is { } matched)
        {
            plan = plan with { MatchedValues = MatchedValues.Decode(matched, server) };
            if (plan.MatchedValues is null)
            {
                entries.Dispose();
                return SearchPlan.Refuse(LdapResultCode.ProtocolError, "The matched values filter is malformed.");
            }
        }

        return Order(entries, request, controls, plan with { Entries = entries });
    }

    private static SearchPlan Order(LdapEntrySet entries, LdapSearchRequest request, RequestControls controls, SearchPlan plan)
    {
        if (!request.Sort.IsEmpty && !entries.IsSorted)
        {
            var outcome = new SortOutcome(LdapResultCode.UnwillingToPerform, default);
            if (controls.Sort!.IsCritical || controls.VirtualListView is not null)
            {
                entries.Dispose();
                return RefuseSort(outcome);
            }

            plan = plan with { Controls = plan.Controls with { Sort = outcome } };
        }

        return controls.VirtualListView is { } list ? Window(entries, list, plan) : plan;
    }

    private static SearchPlan Window(LdapEntrySet entries, VirtualListViewControl list, SearchPlan plan)
    {
        if (!entries.IsSorted)
        {
            entries.Dispose();
            return RefuseList(plan, LdapResultCode.UnwillingToPerform, 0);
        }

        var count = entries.Count;
        var target = (count, list.Value) switch
        {
            (0, _) => 0,
            (_, null) => list.Target(count),
            (_, { Length: 0 }) => 1,
            (_, { } value) => entries.LowerBound(value.Span) + 1,
        };
        if (target == 0 && count > 0)
        {
            entries.Dispose();
            return RefuseList(plan, LdapResultCode.OffsetRangeError, count);
        }

        var first = Math.Max(1L, (long)target - list.Before);
        var last = Math.Min(count, (long)target + list.After);
        var size = (int)Math.Max(0, last - first + 1);
        entries.Seek(Math.Min(first - 1, count));
        return plan with
        {
            Limit = Math.Min(size, plan.Limit),
            OverLimit = size <= plan.Limit ? LdapResult.Success : plan.OverLimit,
            Controls = plan.Controls with { List = new ListOutcome(target, count, LdapResultCode.Success) },
        };
    }

    private static SearchPlan RefuseSort(SortOutcome outcome) => new()
    {
        Result = new LdapResult(LdapResultCode.UnavailableCriticalExtension, "The entries cannot be sorted so."),
        Controls = new ResponseControls { Sort = outcome },
    };

    private static SearchPlan RefuseList(SearchPlan plan, LdapResultCode code, int count) => plan with
    {
        Entries = null,
        Result = new LdapResult(LdapResultCode.VirtualListViewError, "There is no such window of the list."),
        Controls = plan.Controls with { List = new ListOutcome(0, count, code) },
    };

    private static ulong Mark(LdapRequest.Search search, ImmutableArray<LdapSortKey> sort)
    {
        var mark = PagingCookie.Mix((ulong)search.Scope, search.Base.Span);
        mark = PagingCookie.Mix(mark, search.Filter.Span);
        foreach (var key in sort)
        {
            mark = PagingCookie.Mix(mark, Encoding.UTF8.GetBytes($"{key.Type.Oid} {key.Rule?.Oid} {key.Reverse}"));
        }

        return mark;
    }
}
