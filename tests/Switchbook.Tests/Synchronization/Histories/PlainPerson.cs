namespace Switchbook.Tests.Synchronization.Histories;

/// <summary>Someone as the tenant has them, as far as a run looks.</summary>
/// <param name="IsThere">Else removed, or never there.</param>
/// <param name="Business">The business numbers, separated by <c>;</c>.</param>
internal sealed record PlainPerson(bool IsThere, string Name, string Business, string? Mobile, bool IsEnabled = true, bool IsGuest = false)
{
    public static readonly PlainPerson Nobody = new(false, "", "", null);

    public string[] BusinessNumbers => Business.Split(';', StringSplitOptions.RemoveEmptyEntries);
}
