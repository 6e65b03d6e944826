using Switchbook.Graph;
using Switchbook.Problems;

namespace Switchbook.Mapping;

/// <summary>Checks an audience as typed and tidies it, so that equal choices are equal texts.</summary>
/// <param name="fault">Told each thing that is wrong, with the field as the command line names it.</param>
internal sealed class AudienceCheck(Action<string, Problem> fault)
{
    public const int LongestFilter = 2000;

    /// <returns>The tidy one; it counts only when nothing is wrong.</returns>
    public Audience Tidy(Audience typed) => typed with
    {
        Departments = List(typed.Departments),
        Companies = List(typed.Companies),
        Offices = List(typed.Offices),
        Attribute = Attribute(typed.Attribute.Trim()),
        ExcludedPeople = List(typed.ExcludedPeople, text => Person("exclude-people", text)),
        ExcludedGroups = List(typed.ExcludedGroups, Group),
        MailboxContacts = typed.MailboxContacts.Trim() is { Length: > 0 } mailbox ? Person("contacts-of", mailbox) : "",
        ContactFolder = Folder(typed.ContactFolder.Trim(), typed.MailboxContacts),
        Filter = Filter(typed.Filter.Trim()),
    };

    private static string List(string text, Func<string, string>? tidy = null) =>
        string.Join(';', Audience.Values(text).Select(value => tidy?.Invoke(value) ?? value).Distinct(StringComparer.OrdinalIgnoreCase));

    private string Attribute(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var (property, values) = Split(text);
        if (property.Length == 0 || values.Length == 0)
        {
            fault("attribute", AudienceProblems.AttributeUnreadable.With(text));
        }
        else if (!UserProperties.TryFind(property, out _))
        {
            fault("attribute", AudienceProblems.AttributeUnknown.With(property, UserProperties.Nearest(property)));
        }

        return $"{property}={List(values)}";
    }

    /// <summary>The property and its values of a tidy <see cref="Audience.Attribute"/>.</summary>
    public static (string Property, string Values) Split(string attribute)
    {
        var parts = attribute.Split('=', 2, StringSplitOptions.TrimEntries);
        return parts.Length == 2 ? (parts[0], parts[1]) : (parts[0], "");
    }

    private string Person(string field, string text)
    {
        if (Guid.TryParse(text, out var id))
        {
            return id.ToString();
        }

        if (text.Length < 3 || text.Any(char.IsWhiteSpace) || !text[1..^1].Contains('@', StringComparison.Ordinal))
        {
            fault(field, AudienceProblems.PersonUnfit.With(text));
        }

        return text;
    }

    private string Group(string text)
    {
        if (Guid.TryParse(text, out var id))
        {
            return id.ToString();
        }

        fault("exclude-groups", AudienceProblems.GroupUnfit.With(text));
        return text;
    }

    private string Folder(string folder, string mailbox)
    {
        if (folder.Length > 0 && string.IsNullOrWhiteSpace(mailbox))
        {
            fault("contact-folder", AudienceProblems.FolderWithoutMailbox.With(folder));
        }

        return folder;
    }

    private string Filter(string text)
    {
        if (text.Length > LongestFilter || text.Any(char.IsControl))
        {
            fault("filter", AudienceProblems.FilterUnfit.With(LongestFilter));
        }

        return text;
    }
}
