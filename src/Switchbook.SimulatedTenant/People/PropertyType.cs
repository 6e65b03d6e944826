namespace Switchbook.SimulatedTenant.People;

/// <summary>What kind of value a user property holds.</summary>
internal enum PropertyType
{
    Text,
    Texts,
    Truth,
    Moment,
    Plans,
    ExtensionAttributes,
}
