namespace Switchbook.Notices;

/// <summary>What a webhook understands.</summary>
internal enum WebhookKind
{
    /// <summary>A notice as JSON.</summary>
    Json,

    /// <summary>An Adaptive Card, for a workflow of Microsoft Teams.</summary>
    Teams,
}
