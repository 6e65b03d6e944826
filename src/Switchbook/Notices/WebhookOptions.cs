namespace Switchbook.Notices;

/// <summary>One webhook.</summary>
internal sealed class WebhookOptions
{
    /// <summary>Where notices are posted to: https, or http on a loopback address. It is a secret: who has it can post.</summary>
    public string Url { get; set; } = "";

    /// <summary><c>Json</c> unless set.</summary>
    public WebhookKind Kind { get; set; }

    public bool IsFit => Uri.TryCreate(Url, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
