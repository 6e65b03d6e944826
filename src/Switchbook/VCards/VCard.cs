using System.Text;
using Switchbook.Phonebooks.Vendors;
using Switchbook.PhoneDirectory;

namespace Switchbook.VCards;

/// <summary>Somebody as a vCard (RFC 2426, RFC 6350): a card a person, with all numbers.</summary>
internal static class VCard
{
    /// <summary>Octets on a line without its end (RFC 6350, section 3.2).</summary>
    private const int LongestLine = 75;

    /// <summary>The properties between BEGIN and END, in a stable order.</summary>
    public static IEnumerable<CardProperty> Properties(DirectoryPerson person, VCardVersion version)
    {
        yield return new("VERSION", version == VCardVersion.Four ? "4.0" : "3.0");
        yield return new("PRODID", "-//Switchbook//EN");
        yield return new("UID", Guid.TryParse(person.Id, out _) ? $"urn:uuid:{person.Id}" : Escape(person.Id));
        yield return new("FN", Escape(person.Name));

        // A surname alone may only be the last word of the name.
        var hasParts = person.Surname is not null && person.GivenName is not null;
        yield return new("N", hasParts ? $"{Escape(person.Surname)};{Escape(person.GivenName)};;;" : $"{Escape(person.Name)};;;;");
        foreach (var number in person.Numbers)
        {
            yield return Telephone(number, version);
        }

        if (person.Mail is { } mail)
        {
            yield return new("EMAIL", Escape(mail), version == VCardVersion.Four ? "TYPE=work" : "TYPE=INTERNET,WORK");
        }

        if (person.Company is not null || person.Department is not null)
        {
            yield return new("ORG", person.Department is null ? Escape(person.Company) : $"{Escape(person.Company)};{Escape(person.Department)}");
        }

        if (person.Title is { } title)
        {
            yield return new("TITLE", Escape(title));
        }
    }

    /// <summary>Appends the whole card, lines ended by CRLF and folded.</summary>
    public static void Write(StringBuilder card, DirectoryPerson person, VCardVersion version)
    {
        card.Append("BEGIN:VCARD\r\n");
        foreach (var property in Properties(person, version))
        {
            var parameters = property.Parameters.Length == 0 ? "" : $";{property.Parameters}";
            AppendFolded(card, $"{property.Name}{parameters}:{property.Value}");
        }

        card.Append("END:VCARD\r\n");
    }

    private static CardProperty Telephone(DirectoryNumber number, VCardVersion version)
    {
        var type = EntryForm.LineOf(number.Kind) switch
        {
            LineKind.Mobile => "cell",
            LineKind.Home => "home",
            _ => "work",
        };
        if (version == VCardVersion.Three)
        {
            return new("TEL", Escape(number.Number), $"TYPE={type.ToUpperInvariant()},VOICE");
        }

        // Only a global number needs no context to be a URI (RFC 3966, section 5.1.5).
        return number.Number is ['+', .. var digits] && digits.Length > 0 && digits.All(char.IsAsciiDigit)
            ? new("TEL", $"tel:{number.Number}", $"VALUE=uri;TYPE=\"{type},voice\"")
            : new("TEL", Escape(number.Number), $"VALUE=text;TYPE=\"{type},voice\"");
    }

    /// <summary>Section 3.4 of RFC 6350; what neither XML nor a display can hold goes.</summary>
    private static string Escape(string? text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\\' or ',' or ';' => escaped.Append('\\').Append(rune),
                '\t' or '\n' or '\r' => escaped.Append(' '),
                0xFFFE or 0xFFFF => escaped,
                _ when Rune.IsControl(rune) => escaped,
                _ => escaped.Append(rune),
            };
        }

        return escaped.ToString();
    }

    private static void AppendFolded(StringBuilder card, string line)
    {
        var length = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > LongestLine)
            {
                card.Append("\r\n ");
                length = 1;
            }

            card.Append(rune);
            length += rune.Utf8SequenceLength;
        }

        card.Append("\r\n");
    }
}
