using System.DirectoryServices.Protocols;
using Switchbook.Ldap.Schema;

namespace Switchbook.Tests.Ldap.Differential;

/// <summary>What a server answers, in a form that can be compared: names and values without an order, types by their OID.</summary>
internal sealed record Reply
{
    /// <summary>The same entry may stand in several pages: each has to be there as often.</summary>
    public required IReadOnlyList<Found> Entries { get; init; }

    public required ResultCode Code { get; init; }

    public string MatchedDn { get; init; } = "";

    /// <summary>Where a window lies, and the length of its list.</summary>
    public (int Target, int Count)? Window { get; init; }

    public static Reply To(Question question, LdapConnection server)
    {
        var request = new SearchRequest(question.Base, question.Filter, question.Scope, question.Attributes)
        {
            SizeLimit = question.SizeLimit,
            TypesOnly = question.TypesOnly,
        };
        request.Controls.AddRange(question.Controls);
        if (question.Sort.Length > 0)
        {
            request.Controls.Add(new SortRequestControl([.. question.Sort.Select(Key)]));
        }

        if (question.Window is { } window)
        {
            request.Controls.Add(window.Value is null
                ? new VlvRequestControl(window.Before, window.After, window.Offset)
                : new VlvRequestControl(window.Before, window.After, window.Value));
        }

        return question.PageSize > 0 ? AllPages(request, question.PageSize, server) : Of(Ask(request, server));
    }

    public static SearchResponse Ask(SearchRequest request, LdapConnection server)
    {
        try
        {
            return (SearchResponse)server.SendRequest(request);
        }
        catch (DirectoryOperationException refusal)
        {
            return (SearchResponse)refusal.Response;
        }
    }

    public override string ToString() => $"{Code} {MatchedDn} {Window} {Entries.Count}: {string.Join("; ", Entries.Take(8))}";

    private static Reply AllPages(SearchRequest request, int size, LdapConnection server)
    {
        var page = new PageResultRequestControl(size);
        request.Controls.Add(page);
        var entries = new List<Found>();
        while (true)
        {
            var response = Ask(request, server);
            var reply = Of(response);
            entries.AddRange(reply.Entries);
            Assert.True(reply.Entries.Count <= size, "A page is too long.");
            page.Cookie = response.Controls.OfType<PageResultResponseControl>().SingleOrDefault()?.Cookie ?? [];
            if (page.Cookie.Length == 0)
            {
                return reply with { Entries = entries };
            }
        }
    }

    private static Reply Of(SearchResponse response)
    {
        var list = response.Controls.OfType<VlvResponseControl>().SingleOrDefault();
        return new()
        {
            Entries = [.. response.Entries.Cast<SearchResultEntry>().Select(Found.Of)],
            Code = response.ResultCode,
            MatchedDn = Found.NameForm(response.MatchedDN ?? ""),
            Window = list is null ? null : (list.TargetPosition, list.ContentCount),
        };
    }

    private static SortKey Key(string key)
    {
        var name = key.TrimStart('-');
        Assert.True(LdapSchema.Standard.TryGetAttributeType(name, out var type), name);
        return new SortKey(name, type.Ordering!.Oid, key[0] == '-');
    }
}
