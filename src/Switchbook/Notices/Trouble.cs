using Switchbook.Problems;

namespace Switchbook.Notices;

/// <summary>Something that is wrong with a link, and since when.</summary>
internal sealed record Trouble(DateTimeOffset Since, Problem Problem);
