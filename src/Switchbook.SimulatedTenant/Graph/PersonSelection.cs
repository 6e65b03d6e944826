using System.Text.Json;
using Switchbook.SimulatedTenant.People;

namespace Switchbook.SimulatedTenant.Graph;

/// <summary>The properties that a request selects of each user.</summary>
internal sealed class PersonSelection
{
    private static readonly JsonEncodedText[] ExtensionAttributeNames =
        [.. Enumerable.Range(1, 15).Select(number => JsonEncodedText.Encode($"extensionAttribute{number}"))];

    private readonly UserProperty[] _properties;
    private readonly bool _all;

    private PersonSelection(UserProperty[] properties, bool all)
    {
        _properties = properties;
        _all = all;
    }

    /// <summary>The set of columns, as <c>@odata.context</c> names it; empty when everything usual is returned.</summary>
    public string Context { get; private init; } = "";

    public IEnumerable<UserProperty> Properties => _properties;

    /// <summary>
    /// Reads <c>$select</c>. A name that no user has is passed over in silence, as Graph does: the user is an open type.
    /// </summary>
    /// <exception cref="GraphRefusal">A property that Graph gives of one user at a time only (501).</exception>
    public static PersonSelection Parse(IReadOnlyList<string> select)
    {
        if (select.Count == 0 || select.Contains("*", StringComparer.Ordinal))
        {
            return new PersonSelection(UserProperties.Defaults, all: true);
        }

        if (select.FirstOrDefault(UserProperties.IsOfOneUserOnly) is not null)
        {
            throw new GraphRefusal(501, "NotImplemented", "This operation target is not yet supported.");
        }

        var properties = select.Select(name => UserProperties.Find(name.Split('/')[0])).OfType<UserProperty>().Distinct();
        return new PersonSelection([.. properties], all: false) { Context = $"({string.Join(',', select)})" };
    }

    /// <summary>Writes a user as Graph lists one: what was never set is null, but for directory extensions.</summary>
    public void Write(Utf8JsonWriter json, Person person, JsonEncodedText? type = null)
    {
        json.WriteStartObject();
        WriteType(json, type);
        foreach (var property in _properties)
        {
            var value = person[property];
            if (value != Person.Absent || property.Name != UserProperties.DirectoryExtension)
            {
                json.WritePropertyName(property.JsonName);
                WriteValue(json, property, value);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>Writes a user as delta does: always the ID, nothing that was never set, and only what is in <paramref name="only"/>.</summary>
    public void WriteChanged(Utf8JsonWriter json, Person person, HashSet<UserProperty>? only)
    {
        json.WriteStartObject();
        foreach (var property in _properties)
        {
            var value = person[property];
            if (value != Person.Absent && property != UserProperties.Id && only?.Contains(property) != false)
            {
                json.WritePropertyName(property.JsonName);
                WriteValue(json, property, value);
            }
        }

        json.WriteString(UserProperties.Id.JsonName, person.Id);
        json.WriteEndObject();
    }

    /// <summary>Writes a user whose properties the caller may not read: the ID alone, the rest null.</summary>
    public void WriteLimited(Utf8JsonWriter json, string id, JsonEncodedText? type = null)
    {
        json.WriteStartObject();
        WriteType(json, type);
        foreach (var property in _properties)
        {
            if (property == UserProperties.Id)
            {
                json.WriteString(property.JsonName, id);
            }
            else if (property.Type == PropertyType.Texts)
            {
                json.WriteStartArray(property.JsonName);
                json.WriteEndArray();
            }
            else
            {
                json.WriteNull(property.JsonName);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>Whether any of these, or the usual ones, is among what is tracked.</summary>
    public bool Tracks(HashSet<UserProperty> changed) => _all || _properties.Any(changed.Contains);

    private static void WriteType(Utf8JsonWriter json, JsonEncodedText? type)
    {
        if (type is { } name)
        {
            json.WriteString("@odata.type", name);
        }
    }

    private static void WriteValue(Utf8JsonWriter json, UserProperty property, object? value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case DateTimeOffset moment:
                json.WriteStringValue(moment.UtcDateTime);
                break;
            case AssignedPlan[] plans:
                WritePlans(json, plans);
                break;
            case string?[] attributes when property.Type == PropertyType.ExtensionAttributes:
                WriteExtensionAttributes(json, attributes);
                break;
            case string[] texts:
                WriteTexts(json, texts!);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string[] texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WritePlans(Utf8JsonWriter json, AssignedPlan[] plans)
    {
        json.WriteStartArray();
        foreach (var plan in plans)
        {
            json.WriteStartObject();
            json.WriteString("assignedDateTime"u8, "2021-03-12T10:36:14Z"u8);
            json.WriteString("capabilityStatus"u8, plan.CapabilityStatus);
            json.WriteString("service"u8, plan.Service);
            json.WriteString("servicePlanId"u8, plan.ServicePlanId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteExtensionAttributes(Utf8JsonWriter json, string?[] attributes)
    {
        json.WriteStartObject();
        for (var number = 0; number < attributes.Length; number++)
        {
            json.WriteString(ExtensionAttributeNames[number], attributes[number]);
        }

        json.WriteEndObject();
    }
}
