namespace Switchbook.SimulatedTenant.People;

/// <summary>A person whose values are kept.</summary>
/// <param name="id">The object ID.</param>
/// <param name="values">A value for each of <see cref="UserProperties.All"/>, null for "never set".</param>
internal sealed class StoredPerson(string id, object?[] values) : Person
{
    public override string Id => id;

    public override object? this[UserProperty property] =>
        property == UserProperties.Id ? id
        : values[property.Ordinal] ?? (property.Type == PropertyType.Texts ? Array.Empty<string>() : Absent);
}
