using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Switchbook.Graph;
using Switchbook.Problems;

namespace Switchbook.Mapping;

/// <summary>
/// Reads a mapping as administrators write it: <c>property[=suffix]</c>, separated by commas. A suffix may stand in
/// double quotes, as older IP Office releases wrote it.
/// </summary>
internal static class MappingParser
{
    public const int LongestSuffix = 32;

    public static bool TryParse(
        string nameField,
        string numberFields,
        [NotNullWhen(true)] out FieldMapping? mapping,
        [NotNullWhen(false)] out Problem? problem)
    {
        mapping = null;
        problem = CheckName(nameField);
        if (problem is not null || !TryParseNumbers(numberFields, out var fields, out problem))
        {
            return false;
        }

        mapping = new FieldMapping(nameField.Trim(), fields);
        return true;
    }

    private static Problem? CheckName(string nameField)
    {
        if (string.IsNullOrWhiteSpace(nameField))
        {
            return MappingProblems.EmptyNameField.With();
        }

        var start = nameField.Length - nameField.TrimStart().Length;
        var name = nameField.Trim();
        var odd = IndexOfOddCharacter(name);
        if (odd >= 0)
        {
            return MappingProblems.SeveralNameFields.With(Printable(name), Printable(name[odd].ToString()), start + odd + 1);
        }

        return UserProperties.TryFind(name, out _)
            ? null
            : MappingProblems.UnknownNameField.With(name, start + 1, UserProperties.Nearest(name));
    }

    private static bool TryParseNumbers(
        string text,
        out ImmutableArray<NumberField> fields,
        [NotNullWhen(false)] out Problem? problem)
    {
        fields = [];
        if (string.IsNullOrWhiteSpace(text))
        {
            problem = MappingProblems.EmptyNumberFields.With();
            return false;
        }

        var parsed = ImmutableArray.CreateBuilder<NumberField>();
        var start = 0;
        foreach (var token in text.Split(','))
        {
            if (!TryParseToken(token, start, parsed, out problem))
            {
                return false;
            }

            start += token.Length + 1;
        }

        fields = parsed.ToImmutable();
        problem = null;
        return true;
    }

    private static bool TryParseToken(
        string token,
        int start,
        ImmutableArray<NumberField>.Builder parsed,
        [NotNullWhen(false)] out Problem? problem)
    {
        var number = parsed.Count + 1;
        var position = start + (token.Length - token.TrimStart().Length) + 1;
        var parts = token.Split('=', 2);
        var property = parts[0].Trim();
        var suffix = parts.Length == 2 ? Unquoted(parts[1].Trim()) : "";
        var field = new NumberField(property, suffix.Length == 0 ? null : suffix);

        problem = Check(field, number, position, parsed);
        if (problem is null)
        {
            parsed.Add(field);
        }

        return problem is null;
    }

    private static Problem? Check(NumberField field, int number, int position, ImmutableArray<NumberField>.Builder earlier)
    {
        if (field.Property.Length == 0)
        {
            return MappingProblems.EmptyProperty.With(number, position);
        }

        var suffix = field.Suffix ?? "";
        if (IndexOfOddCharacter(field.Property) >= 0 || suffix.Any(char.IsControl) || suffix.Contains('"', StringComparison.Ordinal))
        {
            return MappingProblems.BadCharacter.With(number, position, Printable(field.ToString()));
        }

        if (suffix.Length > LongestSuffix)
        {
            return MappingProblems.SuffixTooLong.With(number, position, LongestSuffix);
        }

        if (!UserProperties.TryFind(field.Property, out _))
        {
            return MappingProblems.UnknownNumberField.With(number, position, field.Property, UserProperties.Nearest(field.Property));
        }

        var same = earlier.IndexOf(field);
        return same < 0 ? null : MappingProblems.Repeated.With(number, position, field, same + 1);
    }

    private static string Unquoted(string suffix) =>
        suffix is ['"', .. var inner, '"'] ? inner.Trim() : suffix;

    private static int IndexOfOddCharacter(string property)
    {
        for (var i = 0; i < property.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(property[i]) && property[i] is not ('_' or '/' or '.'))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Printable(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) ? '\uFFFD' : character));
}
