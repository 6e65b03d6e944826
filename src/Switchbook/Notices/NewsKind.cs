namespace Switchbook.Notices;

/// <summary>What changed about a link's health.</summary>
internal enum NewsKind
{
    /// <summary>Its runs failed twice in a row.</summary>
    Failing,

    /// <summary>A guard holds its run.</summary>
    Held,

    /// <summary>No run succeeded for several intervals.</summary>
    Stale,

    /// <summary>Its secret or certificate is nearer to its end than when it was last said.</summary>
    CredentialEnds,

    /// <summary>A run succeeded after one of the first three was said.</summary>
    Recovered,
}
