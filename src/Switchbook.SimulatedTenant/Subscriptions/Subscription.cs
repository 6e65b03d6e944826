namespace Switchbook.SimulatedTenant.Subscriptions;

/// <summary>Somebody who is told of changes (Graph, "subscription resource type").</summary>
internal sealed record Subscription
{
    public required string Id { get; init; }

    public required string Resource { get; init; }

    /// <summary><c>updated</c>, <c>deleted</c> or both, separated by a comma; people who are added are told as <c>updated</c>.</summary>
    public required string ChangeType { get; init; }

    public required Uri NotificationUrl { get; init; }

    public Uri? LifecycleUrl { get; init; }

    public string? ClientState { get; init; }

    public required DateTimeOffset Ends { get; init; }

    public bool Wants(string changeType) => ChangeType.Split(',', StringSplitOptions.TrimEntries).Contains(changeType, StringComparer.Ordinal);
}
