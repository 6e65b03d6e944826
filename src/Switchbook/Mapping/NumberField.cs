namespace Switchbook.Mapping;

/// <summary>One mapped number field: a user property, and what to add to the name of the entries it gives.</summary>
/// <param name="Property">A property path such as <c>mobilePhone</c>.</param>
/// <param name="Suffix">Added behind a blank, such as <c>M</c>; null for none.</param>
internal sealed record NumberField(string Property, string? Suffix)
{
    public override string ToString() => Suffix is null ? Property : $"{Property}={Suffix}";
}
