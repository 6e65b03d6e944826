using CsCheck;
using Switchbook.Graph;
using Switchbook.Mapping;

namespace Switchbook.Tests.Mapping;

public sealed class MappingParserTests
{
    private static readonly Gen<string> Property = Gen.OneOf(
        Gen.Int[0, UserProperties.All.Count() - 1].Select(index => UserProperties.All.ElementAt(index).Path),
        Gen.Char["abcdefghijklmnopqrstuvwxyzABCXYZ0189_"].Array[1, 20].Select(characters => "extension_" + new string(characters)));

    private static readonly Gen<string?> Suffix =
        Gen.Char["MHbü 1-().=/&<>"].Array[0, 6].Select(characters => new string(characters).Trim() is { Length: > 0 } text ? text : null);

    private static readonly Gen<string> Blanks = Gen.Char[" \t"].Array[0, 3].Select(characters => new string(characters));

    [Theory]
    [InlineData("businessPhones", "businessPhones")]
    [InlineData(" businessPhones , mobilePhone = M ", "businessPhones,mobilePhone=M")]
    [InlineData("businessPhones,mobilePhone=\"M\"", "businessPhones,mobilePhone=M")]
    [InlineData("mobilePhone=(mobile) private", "mobilePhone=(mobile) private")]
    [InlineData("mobilePhone=", "mobilePhone")]
    [InlineData("mobilePhone,mobilePhone=M", "mobilePhone,mobilePhone=M")]
    [InlineData("onPremisesExtensionAttributes/extensionAttribute1", "onPremisesExtensionAttributes/extensionAttribute1")]
    public void Blanks_and_quotes_around_names_and_suffixes_do_not_count(string text, string meaning)
    {
        Assert.True(MappingParser.TryParse("displayName", text, out var mapping, out _));
        Assert.Equal(meaning, mapping.NumberFieldsText);
    }

    [Theory]
    [InlineData("", "SB-MAP-003", "")]
    [InlineData("   ", "SB-MAP-003", "")]
    [InlineData(",businessPhones", "SB-MAP-004", "Number field 1 (character 1)")]
    [InlineData("businessPhones,", "SB-MAP-004", "Number field 2 (character 16)")]
    [InlineData("businessPhones, ,mobilePhone", "SB-MAP-004", "Number field 2 (character 17)")]
    [InlineData("businessPhones,=M", "SB-MAP-004", "Number field 2 (character 16)")]
    [InlineData("mobilePhone=M, mobilePhone=M", "SB-MAP-005", "Number field 2 (character 16)")]
    [InlineData("mobilePhone,mobilePhone=", "SB-MAP-005", "Number field 2 (character 13)")]
    [InlineData("business Phones", "SB-MAP-006", "Number field 1 (character 1)")]
    [InlineData("businessPhones, bussinessPhones", "SB-MAP-009", "Number field 2 (character 17), 'bussinessPhones'")]
    [InlineData("mobilePhone=M\u0007", "SB-MAP-006", "Number field 1 (character 1)")]
    public void What_is_refused_is_named_with_its_position(string text, string code, string position)
    {
        Assert.False(MappingParser.TryParse("displayName", text, out _, out var problem));
        Assert.Equal(code, problem.Code);
        Assert.Contains(position, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "SB-MAP-001")]
    [InlineData("displayName,mail", "SB-MAP-002")]
    [InlineData("display name", "SB-MAP-002")]
    [InlineData("displayNam", "SB-MAP-008")]
    public void The_name_field_is_exactly_one_property(string name, string code)
    {
        Assert.False(MappingParser.TryParse(name, "businessPhones", out _, out var problem));
        Assert.Equal(code, problem.Code);
    }

    [Fact]
    public void A_misspelt_property_is_answered_with_the_nearest_one()
    {
        Assert.False(MappingParser.TryParse("displayName", "bussinessPhones", out _, out var problem));
        Assert.Contains("Did you mean 'businessPhones'?", problem.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_mapping_reads_back_as_it_was_written() =>
        Gen.Select(Property, Suffix).Array[1, 8].Sample(pairs =>
        {
            var fields = pairs.Select(pair => new NumberField(pair.Item1, pair.Item2)).Distinct().ToList();
            var text = string.Join(',', fields);

            Assert.True(MappingParser.TryParse("displayName", text, out var mapping, out _), text);
            Assert.Equal(fields, mapping.NumberFields);
            Assert.Equal(text, mapping.NumberFieldsText);
        });

    [Fact]
    public void Blanks_anywhere_between_tokens_change_nothing() =>
        Gen.Select(Property, Suffix, Blanks, Blanks).Array[1, 6].Sample(tokens =>
        {
            var distinct = tokens.DistinctBy(token => (token.Item1, token.Item2)).ToList();
            var spaced = string.Join(',', distinct.Select(token =>
                token.Item3 + token.Item1 + token.Item4 + (token.Item2 is null ? "" : "=" + token.Item4 + token.Item2 + token.Item3)));

            Assert.True(MappingParser.TryParse("displayName", spaced, out var mapping, out _), spaced);
            Assert.Equal(distinct.Select(token => new NumberField(token.Item1, token.Item2)), mapping.NumberFields);
        });

    [Fact]
    public void Any_text_is_either_read_or_refused_with_a_position_inside_it() =>
        Gen.Char["ab,= \"\tü/\u0000"].Array[0, 30].Select(characters => new string(characters)).Sample(text =>
        {
            if (MappingParser.TryParse("displayName", text, out _, out var problem) || problem.Code == "SB-MAP-003")
            {
                return;
            }

            var position = int.Parse(
                problem.Message.Split("(character ")[1].Split(')')[0],
                System.Globalization.CultureInfo.InvariantCulture);
            Assert.InRange(position, 1, text.Length + 1);
        });
}
