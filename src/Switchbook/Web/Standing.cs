using System.Collections.Immutable;

namespace Switchbook.Web;

/// <summary>All links in one sentence.</summary>
internal sealed record Standing(LinkTone Tone, string Text)
{
    public static Standing Of(ImmutableArray<LinkView> links)
    {
        string Names(LinkTone tone) => string.Join(", ", links.Where(link => link.Tone == tone).Select(link => link.Name));

        return links switch
        {
            [] => new(LinkTone.Waiting, "Nothing is linked yet."),
            _ when links.Any(link => link.Tone == LinkTone.Bad) => new(LinkTone.Bad, $"{Names(LinkTone.Bad)} could not be synchronized."),
            _ when links.Any(link => link.Tone == LinkTone.Warning) => new(LinkTone.Warning, $"{Names(LinkTone.Warning)} needs attention."),
            _ when links.Any(link => link.Tone == LinkTone.Running) => new(LinkTone.Running, $"{Names(LinkTone.Running)} is being synchronized."),
            _ when links.Any(link => link.Tone == LinkTone.Waiting) => new(LinkTone.Waiting, $"{Names(LinkTone.Waiting)} waits for its first run."),
            _ => new(LinkTone.Good, links.Length == 1 ? "The link is in order." : $"All {links.Length} links are in order."),
        };
    }
}
