using System.Collections.Immutable;

namespace Switchbook.Tracing;

/// <summary>Why a person is, or is not, in the directory through one link.</summary>
/// <param name="Link">The link's name.</param>
/// <param name="Asked">Whom it was asked for.</param>
/// <param name="Person">The object ID; null when nobody was found.</param>
/// <param name="StoppedAt">The first step that keeps the person out; null when none does.</param>
/// <param name="Steps">In the order in which a run asks.</param>
internal sealed record PersonTrace(string Link, string Asked, string? Person, string? StoppedAt, ImmutableArray<TraceStep> Steps)
{
    public static PersonTrace Of(string link, string asked, string? person, IEnumerable<TraceStep> steps)
    {
        ImmutableArray<TraceStep> all = [.. steps];
        return new(link, asked, person, all.FirstOrDefault(step => step.Verdict == TraceVerdict.Stopped)?.Name, all);
    }
}
