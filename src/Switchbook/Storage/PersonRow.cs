namespace Switchbook.Storage;

/// <summary>One person of one link as the last good run left them, with or without entries.</summary>
internal sealed class PersonRow
{
    public int LinkId { get; set; }

    /// <summary>The Entra object ID.</summary>
    public required string PersonId { get; set; }

    /// <summary>How many entries the person gives.</summary>
    public int Entries { get; set; }

    /// <summary>The person as JSON in UTF-8; equal bytes mean that nothing changed.</summary>
    public required byte[] Data { get; set; }

    /// <summary>How many numbers were left out because the person has an entry of that name and number already.</summary>
    public int Duplicates { get; set; }

    /// <summary>Why the person gives no entry; null for one who does.</summary>
    public string? Skipped { get; set; }
}
