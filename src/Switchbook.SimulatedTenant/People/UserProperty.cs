using System.Text.Json;

namespace Switchbook.SimulatedTenant.People;

/// <summary>One property of a Graph user, and how it may be asked for.</summary>
/// <param name="name">Its name, as Graph spells it.</param>
/// <param name="ordinal">Its place in <see cref="UserProperties.All"/>.</param>
internal sealed class UserProperty(string name, int ordinal)
{
    public string Name { get; } = name;

    public int Ordinal { get; } = ordinal;

    public JsonEncodedText JsonName { get; } = JsonEncodedText.Encode(name);

    public PropertyType Type { get; init; }

    /// <summary>Whether it is returned without <c>$select</c>.</summary>
    public bool IsDefault { get; init; }

    public QuerySupport Equal { get; init; }

    public QuerySupport StartsWith { get; init; }

    public QuerySupport EqualNull { get; init; }

    public bool CanEndWith { get; init; }

    public override string ToString() => Name;
}
