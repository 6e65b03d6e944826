namespace Switchbook.Graph;

/// <summary>The rules by which a group's list of members is believed.</summary>
internal static class ListRules
{
    /// <summary>
    /// So many pages in a row with people, but nobody new, are a circle, whatever their links say: a page token may be
    /// written anew each time.
    /// </summary>
    public const int StalePages = 3;

    private const int SmallShortfall = 3;
    private const double ShortfallShare = 0.02;

    /// <summary>What no user lacks, even without a name and a number.</summary>
    private const string AlwaysFilled = "userPrincipalName";

    /// <summary>
    /// How many fewer people than Graph counts are believed: 3 or 2 %. Count and list come from an index that follows the
    /// directory by minutes, so a few joiners and leavers may fall between them; a lost page (999) must not.
    /// </summary>
    public static double Tolerance(int counted) => Math.Max(SmallShortfall, counted * ShortfallShare);

    /// <summary>Whether Graph gave the ID and nothing else: what it does without <c>User.Read.All</c>, with success.</summary>
    public static bool IsBare(Person person) => person.Values.All(values => values.IsEmpty);

    /// <summary>
    /// What is asked for: the caller's properties first, then one that nobody lacks, so that a bare ID is told from a person
    /// whose mapped properties are all empty.
    /// </summary>
    public static PropertySelection Selection(ReadRequest request) =>
        request.Scope.IsOfContacts ? request.Properties : new([.. request.Properties.Paths, AlwaysFilled]);
}
