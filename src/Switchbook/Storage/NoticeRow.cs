namespace Switchbook.Storage;

/// <summary>A notice that is still to be delivered to one target; it goes when it is, or when it was tried often enough.</summary>
internal sealed class NoticeRow
{
    public long Id { get; set; }

    /// <summary>The name of the channel that it goes by.</summary>
    public required string Target { get; set; }

    /// <summary>The notice as JSON.</summary>
    public required string Notice { get; set; }

    public int Tries { get; set; }

    public DateTimeOffset NextAt { get; set; }
}
