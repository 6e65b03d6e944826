namespace Switchbook.Tests.Architecture;

public sealed class FoldersTests
{
    // What a folder may use; folders that are not named here may use any other that does not use them.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Problems"] = [],
        ["Storage"] = [],
        ["Numbers"] = ["Problems"],
        ["PhoneDirectory"] = ["Problems", "Numbers"],
        ["Graph"] = ["Problems"],
        ["Mapping"] = ["Problems", "Numbers", "PhoneDirectory", "Graph"],
        ["Links"] = ["Problems", "Numbers", "PhoneDirectory", "Graph", "Mapping", "Storage"],
        ["Audit"] = ["Storage"],
        ["Access"] = ["Problems", "Storage", "Audit"],

        // The door of change notifications hastens a run and no more.
        ["ChangeNotifications"] = ["Problems", "Access", "Graph", "Links", "Storage", "Synchronization"],

        // Whoever tells people what happened looks at what runs stored; no run knows of it.
        ["Notices"] = ["Problems", "Graph", "Links", "Storage", "Synchronization"],

        // Whoever serves phones knows the phone directory and who may ask; never where the directory came from.
        ["Views"] = ["PhoneDirectory", "Access"],
        ["Ldap"] = ["Problems", "Numbers", "PhoneDirectory", "Access", "Views"],
        ["Phonebooks"] = ["Problems", "Numbers", "PhoneDirectory", "Access", "Views"],
        ["CallerId"] = ["Problems", "Numbers", "PhoneDirectory", "Access", "Views"],
    };

    public static TheoryData<string> Restricted => [.. Repository.Features.Where(Allowed.ContainsKey)];

    [Fact]
    public void Folders_do_not_form_a_circle()
    {
        var targets = FolderArrow.All.ToLookup(arrow => arrow.From, arrow => arrow.To, StringComparer.Ordinal);
        var circles =
            from arrow in FolderArrow.All
            where Reaches(arrow.To, arrow.From, targets)
            select $"{arrow.From} -> {arrow.To}: {arrow.Because}";

        Rule.Holds(circles);
    }

    [Theory]
    [MemberData(nameof(Restricted))]
    public void A_folder_uses_only_what_stands_before_it(string folder)
    {
        var breaches =
            from arrow in FolderArrow.All
            where arrow.From == folder && !Allowed[folder].Contains(arrow.To)
            select $"{arrow.From} -> {arrow.To}: {arrow.Because}";

        Rule.Holds(breaches);
    }

    [Fact]
    public void Nobody_but_the_program_itself_uses_the_command_line() =>
        Assert.DoesNotContain(FolderArrow.All, arrow => arrow.To == "Cli");

    /// <summary>Guards the rules above: what finds nothing would break none of them.</summary>
    [Fact]
    public void Arrows_are_seen_in_compiled_code_and_in_sources()
    {
        Assert.Contains(FolderArrow.All, arrow => arrow is { From: "Mapping", To: "Graph" } && arrow.Because.Contains(" uses ", StringComparison.Ordinal));
        Assert.Contains(FolderArrow.All, arrow => arrow is { From: "Mapping", To: "Graph" } && arrow.Because.Contains(" says ", StringComparison.Ordinal));
    }

    private static bool Reaches(string from, string to, ILookup<string, string> targets)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var folder))
        {
            if (folder == to)
            {
                return true;
            }

            foreach (var next in targets[folder].Where(seen.Add))
            {
                open.Enqueue(next);
            }
        }

        return false;
    }
}
