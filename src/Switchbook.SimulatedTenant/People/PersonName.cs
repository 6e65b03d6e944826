namespace Switchbook.SimulatedTenant.People;

/// <summary>A given name or surname, and how it is written in mail addresses.</summary>
internal readonly record struct PersonName(string Text, string Ascii)
{
    /// <summary>Reads <c>Jürgen/jurgen</c>; without a slash the name itself is fit for addresses.</summary>
    public static PersonName Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? new(text, new string([.. text.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]))
            : new(text[..slash], text[(slash + 1)..]);
    }
}
