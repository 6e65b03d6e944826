using System.Collections.Immutable;
using System.Text;
using Switchbook.Graph;
using Switchbook.PhoneDirectory;

namespace Switchbook.Mapping;

/// <summary>Makes directory people of Graph's, by one link's mapping.</summary>
internal sealed class PersonMapper
{
    /// <summary>What is longer is no name that a phone could show; it is cut, so that one odd record stops nothing.</summary>
    public const int LongestName = 256;

    /// <summary>What is longer is no telephone number (E.164 has 15 digits) even with an extension and separators.</summary>
    public const int LongestNumber = 64;

    private readonly AudienceRules _audience;
    private readonly int _name;
    private readonly ImmutableArray<(NumberField Field, int Index)> _numbers;
    private readonly ImmutableArray<int> _details;

    /// <param name="rules">What decides.</param>
    /// <param name="outsiders">The object IDs of the members of the excluded groups.</param>
    public PersonMapper(ContentRules rules, IReadOnlySet<string> outsiders)
    {
        var properties = rules.Properties;
        _audience = new(rules.Audience, properties, outsiders);
        _name = properties.IndexOf(rules.Fields.NameField);
        _numbers = [.. rules.Fields.NumberFields.Select(field => (field, properties.IndexOf(field.Property)))];
        _details = [.. PersonProperties.All.Select(properties.IndexOf)];
    }

    public MappedPerson Map(Person person)
    {
        var name = First(person, _name);
        if (_audience.FirstOut(person) is { } reason)
        {
            return new(Describe(person, name ?? "", []), reason);
        }

        if (name is null)
        {
            return new(Describe(person, "", []), SkipReason.NoName);
        }

        var any = false;
        var duplicates = 0;
        var numbers = ImmutableArray.CreateBuilder<DirectoryNumber>();
        foreach (var (field, index) in _numbers)
        {
            foreach (var value in person.Values[index])
            {
                any |= !string.IsNullOrWhiteSpace(value);
                duplicates += AddUnlessThere(numbers, field, name, value) ? 1 : 0;
            }
        }

        SkipReason? skipped = numbers.Count > 0 ? null : any ? SkipReason.NoUsableNumber : SkipReason.NoNumber;
        return new(Describe(person, name, numbers.ToImmutable()), skipped, duplicates);
    }

    /// <summary>Whether this can be dialled or called from: it has a digit and is not absurdly long.</summary>
    public static bool IsUsable(string number) =>
        number.Length <= LongestNumber && number.Any(char.IsDigit) && !number.Any(char.IsControl);

    /// <summary>Adds the entry if its number is usable.</summary>
    /// <returns>Whether it was there already.</returns>
    private static bool AddUnlessThere(ImmutableArray<DirectoryNumber>.Builder numbers, NumberField field, string name, string value)
    {
        var number = value.Trim();
        if (!IsUsable(number))
        {
            return false;
        }

        var entryName = field.Suffix is null ? name : $"{name} {field.Suffix}";
        foreach (var earlier in numbers)
        {
            if (earlier.Name == entryName && earlier.Number == number)
            {
                return true;
            }
        }

        numbers.Add(new DirectoryNumber(field.Property, entryName, number));
        return false;
    }

    private DirectoryPerson Describe(Person person, string name, ImmutableArray<DirectoryNumber> numbers) => new()
    {
        Id = person.Id,
        Name = name,
        GivenName = First(person, _details[0]),
        Surname = First(person, _details[1]),
        Mail = First(person, _details[2]),
        Title = First(person, _details[3]),
        Department = First(person, _details[4]),
        Company = First(person, _details[5]),
        Numbers = numbers,
    };

    private static string? First(Person person, int index)
    {
        foreach (var value in person.Values[index])
        {
            if (Clean(value) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    private static string Clean(string value)
    {
        var text = value.Any(char.IsControl) ? Blanked(value) : value;
        text = text.Trim();
        return text.Length <= LongestName ? text : Cut(text);
    }

    private static string Blanked(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var character in value)
        {
            text.Append(char.IsControl(character) ? ' ' : character);
        }

        return text.ToString();
    }

    private static string Cut(string text) =>
        text[..(char.IsHighSurrogate(text[LongestName - 1]) ? LongestName - 1 : LongestName)].TrimEnd();
}
