using System.Globalization;

namespace Switchbook.SimulatedTenant.People;

/// <summary>What a column of a people file fills.</summary>
internal sealed class CsvColumn
{
    private const string ExtensionAttribute = "extensionAttribute";

    private static readonly Dictionary<string, string> LdapNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cn"] = "displayName",
        ["sn"] = "surname",
        ["title"] = "jobTitle",
        ["o"] = "companyName",
        ["telephoneNumber"] = "businessPhones",
        ["mobile"] = "mobilePhone",
        ["facsimileTelephoneNumber"] = "faxNumber",
        ["uid"] = "id",
        ["ipPhone"] = ExtensionAttribute + "1",
    };

    private readonly UserProperty? _property;

    /// <summary>1 to 15 for an extension attribute; 0 otherwise.</summary>
    private readonly int _extension;

    /// <summary>Whether a value of another column may stand already: <c>cn</c> gives way to <c>displayName</c>.</summary>
    private readonly bool _givesWay;

    private CsvColumn(UserProperty? property, int extension, bool givesWay)
    {
        _property = property;
        _extension = extension;
        _givesWay = givesWay;
    }

    public bool IsId => _property == UserProperties.Id;

    /// <summary>The column of a heading; one that says nothing to us is passed over.</summary>
    public static CsvColumn Parse(string heading)
    {
        var name = heading.Trim();
        var givesWay = name.Equals("cn", StringComparison.OrdinalIgnoreCase);
        name = LdapNames.GetValueOrDefault(name, name);
        name = name[(name.LastIndexOf('/') + 1)..];
        if (name.StartsWith(ExtensionAttribute, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(name.AsSpan(ExtensionAttribute.Length), CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and <= 15)
        {
            return new CsvColumn(UserProperties.OnPremisesExtensionAttributes, number, givesWay: false);
        }

        return new CsvColumn(UserProperties.Find(name), extension: 0, givesWay);
    }

    public void Store(string field, object?[] values)
    {
        if (_property is null || (_givesWay && values[_property.Ordinal] is not null))
        {
            return;
        }

        if (_extension > 0)
        {
            var attributes = values[_property.Ordinal] as string?[] ?? new string?[15];
            attributes[_extension - 1] = field;
            values[_property.Ordinal] = attributes;
            return;
        }

        values[_property.Ordinal] = Convert(field);
    }

    private object? Convert(string field) => _property!.Type switch
    {
        PropertyType.Text => field,
        PropertyType.Texts => field.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        PropertyType.Truth => bool.Parse(field) ? Person.True : Person.False,
        PropertyType.Moment => DateTimeOffset.Parse(field, CultureInfo.InvariantCulture),
        _ => null,
    };
}
