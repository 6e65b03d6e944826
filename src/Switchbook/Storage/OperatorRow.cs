using Switchbook.Storage.Auditing;

namespace Switchbook.Storage;

/// <summary>A person who may sign in to the Web Manager; the password only as a hash.</summary>
[Audited("operator")]
internal sealed class OperatorRow
{
    public int Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The name in upper case: names are unique whatever their case.</summary>
    [Upkeep]
    public required string NameKey { get; set; }

    /// <summary>The name of an <c>OperatorRole</c>.</summary>
    public required string Role { get; set; }

    /// <summary>By ASP.NET Core's password hasher.</summary>
    [Secret]
    public required string PasswordHash { get; set; }

    /// <summary>Random, and another one with each new password: who signed in under an older one is signed out.</summary>
    [Upkeep]
    public required string Stamp { get; set; }

    [Upkeep]
    public DateTimeOffset CreatedAt { get; set; }
}
