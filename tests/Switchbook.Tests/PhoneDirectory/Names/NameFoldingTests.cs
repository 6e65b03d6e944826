using Switchbook.PhoneDirectory.Names;

namespace Switchbook.Tests.PhoneDirectory.Names;

public class NameFoldingTests
{
    [Theory]
    [InlineData("Müller", "muller", "mueller", "muller")]
    [InlineData("Mu\u0308ller", "muller", "mueller", "muller")]
    [InlineData("Mueller", "mueller", "mueller", "muller")]
    [InlineData("Søren", "soren", "soeren", "soren")]
    [InlineData("Åse", "ase", "aase", "ase")]
    [InlineData("Joe Doe", "joe doe", "joe doe", "joe doe")]
    public void A_name_is_typed_in_three_ways(string name, string plain, string expanded, string joined)
    {
        Assert.Equal(plain, NameFolding.Fold(name));
        Assert.Equal(expanded, NameFolding.Fold(name, FoldingForm.Expanded));
        Assert.Equal(joined, NameFolding.Fold(name, FoldingForm.Joined));
    }

    [Theory]
    [InlineData("Łukasz", "lukasz")]
    [InlineData("Größmann-Weiß", "grossmann weiss")]
    [InlineData("Yılmaz İpek", "yilmaz ipek")]
    [InlineData("O'Brien, D’Angelo", "obrien dangelo")]
    [InlineData("  Łuczak   Ænima ", "luczak aenima")]
    [InlineData("Ἀθηνᾶ Παπαδόπουλος", "αθηνα παπαδοπουλοσ")]
    [InlineData("Алёна Чайковский", "алена чаиковскии")]
    [InlineData("山田 太郎", "山田 太郎")]
    [InlineData("ＦＵＬＬ１２", "full12")]
    [InlineData("ガ", "ガ")]
    [InlineData("Ann 😀 Bo", "ann bo")]
    [InlineData("...", "")]
    public void Case_accents_and_punctuation_do_not_count(string name, string folded) =>
        Assert.Equal(folded, NameFolding.Fold(name));

    [Fact]
    public void Folding_twice_changes_nothing() =>
        CsCheck.Check.Sample(CsCheck.Gen.String, text =>
        {
            var once = NameFolding.Fold(text);
            return NameFolding.Fold(once) == once;
        });
}
