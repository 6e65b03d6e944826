namespace Switchbook.Graph;

/// <summary>Why a request to the sign-in service or to Graph gave no usable answer.</summary>
internal enum FailureKind
{
    /// <summary>An HTTP status that is not success.</summary>
    Status,

    /// <summary>The host's name does not resolve.</summary>
    NameResolution,

    /// <summary>No connection, or it broke before the answer began.</summary>
    Connection,

    /// <summary>TLS failed for another reason than the certificate.</summary>
    Tls,

    /// <summary>The certificate's issuer is not trusted, or it is not for this host, or it has expired.</summary>
    Certificate,

    Timeout,

    /// <summary>The proxy refused (407 or a failed tunnel).</summary>
    Proxy,

    /// <summary>A redirect, which is never followed with a token.</summary>
    Redirect,

    /// <summary>Another type of content where JSON belongs.</summary>
    NotJson,

    /// <summary>The answer ended early or is not well-formed.</summary>
    Broken,

    /// <summary>The answer is larger than a page may be.</summary>
    TooLarge,
}
