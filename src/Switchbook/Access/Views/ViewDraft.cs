namespace Switchbook.Access.Views;

/// <summary>A view as an administrator typed it.</summary>
internal sealed record ViewDraft
{
    public required string Name { get; init; }

    /// <summary>Names of links, and <see cref="ClientView.Manual"/>; null for all.</summary>
    public IReadOnlyList<string>? Sources { get; init; }

    /// <summary>Kinds of number; null for all.</summary>
    public IReadOnlyList<string>? Kinds { get; init; }

    /// <summary>Of <see cref="ViewFields.All"/>; null for all.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>A distinguished name; null for that of the settings.</summary>
    public string? BaseDn { get; init; }
}
