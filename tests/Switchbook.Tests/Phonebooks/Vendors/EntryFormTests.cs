using Switchbook.Numbers;
using Switchbook.Phonebooks.Vendors;
using Switchbook.PhoneDirectory;

namespace Switchbook.Tests.Phonebooks.Vendors;

public sealed class EntryFormTests
{
    [Theory]
    [InlineData("+44 1632 768402", "+441632768402")]
    [InlineData("+44 (0)1632 768402", "+441632768402")]
    [InlineData("tel:+441632768402;ext=402", "+441632768402")]
    [InlineData("+441632768402 x402", "+441632768402")]
    [InlineData("01632 768402", "01632768402")]
    [InlineData("x402", "402")]
    [InlineData("(6)1234", "61234")]
    public void A_number_becomes_what_a_phone_dials(string number, string dialled)
    {
        Assert.True(EntryForm.TryMake(Entry(number), NumberPolicy.Dial, NumberRegion.Fallback, out var made));
        Assert.Equal(dialled, made.Number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("on request")]
    [InlineData("+")]
    public void What_has_no_digit_is_left_out(string number) => Assert.False(EntryForm.TryMake(Entry(number), NumberPolicy.Dial, NumberRegion.Fallback, out _));

    [Theory]
    [InlineData("abcdef", 3, "abc")]
    [InlineData("ab🎉", 3, "ab")]
    [InlineData("ab🎉", 4, "ab🎉")]
    public void A_text_is_never_cut_inside_a_character(string text, int longest, string expected) =>
        Assert.Equal(expected, EntryForm.Shorten(text, longest));

    private static DirectoryEntry Entry(string number) =>
        new() { Id = "1", Name = "Adele Vance", Number = number, Source = "manual", Kind = "manual" };
}
