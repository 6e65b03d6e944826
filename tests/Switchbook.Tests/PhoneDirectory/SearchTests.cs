using CsCheck;
using Switchbook.PhoneDirectory;
using Switchbook.PhoneDirectory.Names;
using static Switchbook.Tests.PhoneDirectory.People;

namespace Switchbook.Tests.PhoneDirectory;

public class SearchTests
{
    private static readonly DirectorySnapshot Names = Directory(Link(
        "Link",
        Person("1", "Jörg Müller", "+4915112345601"),
        Person("2", "Anna Mueller", "+4915112345602"),
        Person("3", "Bob Muller", "+4915112345603"),
        Person("4", "Łukasz Kowalski", "+4915112345604"),
        Person("5", "Søren Kierkegård", "+4915112345605"),
        Person("6", "Joe Doe", "+4915112345606"),
        Person("7", "John Joest", "+4915112345607"),
        Person("8", "Samuel O'Brien", "+4915112345608"),
        Person("9", "Room 402", "+4915112345609 x402")));

    [Theory]
    [InlineData("müller", "Anna Mueller|Bob Muller|Jörg Müller")]
    [InlineData("Muller", "Anna Mueller|Bob Muller|Jörg Müller")]
    [InlineData("MUELLER", "Anna Mueller|Bob Muller|Jörg Müller")]
    [InlineData("mue", "Anna Mueller|Jörg Müller|Samuel O'Brien")]
    [InlineData("lukasz", "Łukasz Kowalski")]
    [InlineData("soren", "Søren Kierkegård")]
    [InlineData("Soeren kierkegaard", "Søren Kierkegård")]
    [InlineData("mul jo", "Jörg Müller")]
    [InlineData("joe", "Joe Doe|John Joest|Jörg Müller")]
    [InlineData("jo d", "Joe Doe")]
    [InlineData("obrien", "Samuel O'Brien")]
    [InlineData("O’Brien", "Samuel O'Brien")]
    [InlineData("wal", "Łukasz Kowalski")]
    [InlineData("402", "Room 402")]
    [InlineData("zzz", "")]
    [InlineData("", "")]
    [InlineData("...", "")]
    public void Names_are_found_as_people_type_them(string text, string names) =>
        Assert.Equal(names, string.Join('|', Names.Search(text, 50).Select(entry => entry.Name)));

    [Fact]
    public void Digits_find_numbers_by_beginning_and_within()
    {
        Assert.Equal(9, Names.Search("+49151", 50).Count());
        Assert.Equal(9, Names.Search("0151", 50).Count());
        Assert.Equal("Joe Doe", Assert.Single(Names.Search("345606", 50)).Name);
        Assert.Equal(3, Names.Search("+49151", 3).Count());
    }

    [Fact]
    public void A_search_finds_what_reading_every_name_finds()
    {
        var word = Gen.String[Gen.Char["abeouäöün "], 1, 8];
        Gen.Select(word.Array[1, 30], Gen.String[Gen.Char["abeoun "], 1, 4]).Sample((names, text) =>
        {
            var people = names.Select((name, i) => Person($"{i}", $"{name}{i}", $"+49151123456{i:D2}")).ToArray();
            var directory = Directory(Link("Link", people));
            var words = NameFolding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var joined = NameFolding.Fold(text, FoldingForm.Joined).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var expected = people
                .Where(person => words.Length > 0 && (Holds(person.Name, words) || Begins(person.Name, words, joined)))
                .Select(person => person.Id);
            Assert.Equal(expected.Order(StringComparer.Ordinal), directory.Search(text, 100).Select(entry => entry.PersonId!).Order(StringComparer.Ordinal));
        });
    }

    private static bool Holds(string name, string[] words) =>
        Array.TrueForAll(words, word => Ways(name).Any(way => way.Contains(word, StringComparison.Ordinal)));

    /// <summary>Two letters for an umlaut count as one in a whole word only, lest "Joe" find every John.</summary>
    private static bool Begins(string name, string[] words, string[] joined)
    {
        var ofName = Ways(name).SelectMany(way => way.Split(' ')).ToArray();
        return words.Index().All(word => Array.Exists(
            ofName, part => part.StartsWith(word.Item, StringComparison.Ordinal) || part == joined[word.Index]));
    }

    private static IEnumerable<string> Ways(string name) =>
        [NameFolding.Fold(name), NameFolding.Fold(name, FoldingForm.Expanded), NameFolding.Fold(name, FoldingForm.Joined)];
}
