namespace Switchbook.SimulatedTenant.People;

/// <summary>Whether a person is gone, and for good.</summary>
internal enum Removal
{
    None,

    /// <summary>In the recycle bin, from which a person may come back for 30 days: <c>@removed</c> with reason <c>changed</c>.</summary>
    Restorable,

    /// <summary><c>@removed</c> with reason <c>deleted</c>.</summary>
    Permanent,
}
