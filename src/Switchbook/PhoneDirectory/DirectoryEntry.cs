namespace Switchbook.PhoneDirectory;

/// <summary>One line of the system directory, made when somebody asks for it.</summary>
internal sealed record DirectoryEntry
{
    /// <summary>The same in every run as long as the person, the kind and the place within the kind are; fit for a URL.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>As its source writes it.</summary>
    public required string Number { get; init; }

    /// <summary>The link's name, or <see cref="DirectorySource.Manual"/>.</summary>
    public required string Source { get; init; }

    /// <summary>The Entra object ID; null for a manual entry.</summary>
    public string? PersonId { get; init; }

    /// <summary>The mapped property, such as <c>businessPhones</c>; <c>manual</c> for a manual entry.</summary>
    public required string Kind { get; init; }
}
