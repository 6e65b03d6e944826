using Switchbook.Web.Shell;

namespace Switchbook.Web.Home;

/// <summary>One ended run in the row of the latest ones.</summary>
/// <param name="Text">When it was and how it ended, in words.</param>
public sealed record RunMark(long Id, LinkTone Tone, string Text);
