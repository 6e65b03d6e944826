namespace Switchbook.Access.Operators;

/// <summary>A person who may sign in.</summary>
internal sealed record Operator
{
    public required int Id { get; init; }

    /// <summary>Unique whatever its case.</summary>
    public required string Name { get; init; }

    public required OperatorRole Role { get; init; }

    public required string PasswordHash { get; init; }

    /// <summary>Another one with each new password.</summary>
    public required string Stamp { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Never shows the hash.</summary>
    public override string ToString() => $"Operator({Name}, {Role})";
}
