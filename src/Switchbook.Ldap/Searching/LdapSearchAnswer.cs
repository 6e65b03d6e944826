namespace Switchbook.Ldap.Searching;

/// <summary>What a directory says to a search: entries, or why there will be none.</summary>
public readonly record struct LdapSearchAnswer
{
    private LdapSearchAnswer(LdapEntrySet? entries, LdapResult? refusal) => (Entries, Refusal) = (entries, refusal);

    /// <summary>The entries (perhaps none); null when the search is refused.</summary>
    public LdapEntrySet? Entries { get; }

    /// <summary>Why the search is refused; null when there are entries.</summary>
    public LdapResult? Refusal { get; }

    public static LdapSearchAnswer Of(LdapEntrySet entries) => new(entries, null);

    public static LdapSearchAnswer Refuse(LdapResult result) => new(null, result);
}
