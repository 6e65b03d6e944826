using Switchbook.Problems;

namespace Switchbook.Notices;

/// <summary>One change of a link's health, worth telling.</summary>
/// <param name="Since">Since when it is so.</param>
/// <param name="Problem">Why, and what to do; null for what is no trouble.</param>
/// <param name="GoodAt">When the last run ended that succeeded; null when none did.</param>
/// <param name="Entries">How many entries it left, which stand.</param>
internal sealed record News(string Link, NewsKind Kind, DateTimeOffset Since, Problem? Problem, DateTimeOffset? GoodAt, int Entries);
