namespace Switchbook.SimulatedTenant.People;

/// <summary>One user of the simulated tenant.</summary>
internal abstract class Person
{
    /// <summary>The value of a property that the person never had: left out of delta answers, null elsewhere.</summary>
    public static readonly object Absent = new();

    public static readonly object True = true;

    public static readonly object False = false;

    public abstract string Id { get; }

    /// <summary>
    /// A <see cref="string"/>, a <see cref="bool"/>, strings, plans, the fifteen extension attributes, null (was cleared) or
    /// <see cref="Absent"/> (never set).
    /// </summary>
    public abstract object? this[UserProperty property] { get; }

    /// <summary>The value, with null for what was never set.</summary>
    public object? Value(UserProperty property) => this[property] is { } value && value != Absent ? value : null;

    public string? Text(UserProperty property) => this[property] as string;
}
