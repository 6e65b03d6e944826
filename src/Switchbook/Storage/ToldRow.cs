namespace Switchbook.Storage;

/// <summary>What people were told of one link, so that nobody is told the same again, also after a restart.</summary>
internal sealed class ToldRow
{
    public int LinkId { get; set; }

    /// <summary>That runs fail; until one succeeds.</summary>
    public bool Failing { get; set; }

    /// <summary>That runs are held since then; until one succeeds.</summary>
    public DateTimeOffset? HeldSince { get; set; }

    /// <summary>That the data is old; until a run succeeds.</summary>
    public bool Stale { get; set; }

    /// <summary>That the credential ends then.</summary>
    public DateTimeOffset? CredentialEnds { get; set; }

    /// <summary>So many days before its end, at the latest warning.</summary>
    public int? CredentialLevel { get; set; }
}
