using System.Collections.Immutable;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Home;

/// <summary>All links in one sentence.</summary>
internal sealed record Standing(LinkTone Tone, string Text)
{
    public static Standing Of(ImmutableArray<LinkView> links, Wording words)
    {
        string Names(LinkTone tone) => string.Join(", ", links.Where(link => link.Tone == tone).Select(link => link.Name));

        return links switch
        {
            [] => new(LinkTone.Waiting, words["Nothing is linked yet."]),
            _ when links.Any(link => link.Tone == LinkTone.Bad) => new(LinkTone.Bad, words["{0} could not be synchronized.", Names(LinkTone.Bad)]),
            _ when links.Any(link => link.Tone == LinkTone.Warning) => new(LinkTone.Warning, words["{0} needs attention.", Names(LinkTone.Warning)]),
            _ when links.Any(link => link.Tone == LinkTone.Running) => new(LinkTone.Running, words["{0} is being synchronized.", Names(LinkTone.Running)]),
            _ when links.Any(link => link.Tone == LinkTone.Waiting) => new(LinkTone.Waiting, words["{0} waits for its first run.", Names(LinkTone.Waiting)]),
            _ => new(LinkTone.Good, words.Count(links.Length, "The link is in order.", "All {0} links are in order.")),
        };
    }
}
