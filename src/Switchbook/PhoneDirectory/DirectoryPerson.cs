using System.Collections.Immutable;

namespace Switchbook.PhoneDirectory;

/// <summary>Someone who stands in the system directory, with everything that a phone or PBX may see of them.</summary>
internal sealed record DirectoryPerson
{
    /// <summary>The Entra object ID, or the ID of a manual entry.</summary>
    public required string Id { get; init; }

    /// <summary>The name without any number's suffix.</summary>
    public required string Name { get; init; }

    public string? GivenName { get; init; }

    public string? Surname { get; init; }

    public string? Mail { get; init; }

    public string? Title { get; init; }

    public string? Department { get; init; }

    public string? Company { get; init; }

    /// <summary>The numbers in mapped order; each gives one entry.</summary>
    public required ImmutableArray<DirectoryNumber> Numbers { get; init; }
}
