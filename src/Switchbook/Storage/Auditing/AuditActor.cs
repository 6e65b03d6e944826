namespace Switchbook.Storage.Auditing;

/// <summary>Who does what is being done: known from the request, the window or the command line on, through all that they call.</summary>
/// <param name="Name">Such as <c>operator maria</c>, <c>token reporting</c>, <c>this computer</c>.</param>
/// <param name="Address">Where from; null for what does not come over the network.</param>
internal sealed record AuditActor(string Name, string? Address = null)
{
    private static readonly AsyncLocal<AuditActor?> Local = new();

    /// <summary>The program by itself: its schedule, its upkeep.</summary>
    public static readonly AuditActor Program = new("switchbook");

    /// <summary>Setting it counts for the method that sets it and all that it calls.</summary>
    public static AuditActor Current
    {
        get => Local.Value ?? Program;
        set => Local.Value = value;
    }

    public bool IsProgram => this == Program;
}
