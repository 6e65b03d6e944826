namespace Switchbook.Tests.Ldap.Differential;

/// <summary>Holds two servers' answers to one search against each other.</summary>
internal static class Comparison
{
    /// <summary>What differs; null for nothing.</summary>
    public static string? Fault(Question question, Reply ours, Reply theirs)
    {
        if (ours.Code != theirs.Code)
        {
            return "codes";
        }

        if (ours.MatchedDn != theirs.MatchedDn)
        {
            return "matched names";
        }

        if (ours.Window != theirs.Window)
        {
            return "windows";
        }

        // Which entries come first is each server's own affair, unless an order is asked for.
        if (question.SizeLimit > 0)
        {
            return ours.Entries.Count == theirs.Entries.Count ? null : "counts";
        }

        return question.Sort.Length > 0
            ? ours.Entries.SequenceEqual(theirs.Entries) ? null : "order"
            : ours.Entries.ToHashSet().SetEquals(theirs.Entries) && ours.Entries.Count == theirs.Entries.Count ? null : Difference(ours, theirs);
    }

    private static string Difference(Reply ours, Reply theirs) =>
        $"only ours: {ours.Entries.Except(theirs.Entries).FirstOrDefault()}, only theirs: {theirs.Entries.Except(ours.Entries).FirstOrDefault()}";
}
