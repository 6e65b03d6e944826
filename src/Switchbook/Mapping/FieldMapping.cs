using System.Collections.Immutable;
using Switchbook.Graph;

namespace Switchbook.Mapping;

/// <summary>Which user properties give the entries' names and numbers.</summary>
internal sealed class FieldMapping : IEquatable<FieldMapping>
{
    public const string DefaultNameField = "displayName";

    public const string DefaultNumberFields = "businessPhones";

    internal FieldMapping(string nameField, ImmutableArray<NumberField> numberFields)
    {
        NameField = nameField;
        NumberFields = numberFields;
        Properties = new PropertySelection([nameField, .. numberFields.Select(field => field.Property), .. PersonProperties.All]);
    }

    public string NameField { get; }

    public ImmutableArray<NumberField> NumberFields { get; }

    /// <summary>What has to be read of each person: the mapped properties and those that LDAP shows of people.</summary>
    public PropertySelection Properties { get; }

    /// <summary>The number fields as an administrator writes them: <c>businessPhones,mobilePhone=M</c>.</summary>
    public string NumberFieldsText => string.Join(',', NumberFields);

    public bool Equals(FieldMapping? other) => other is not null && ToString() == other.ToString();

    public override bool Equals(object? obj) => Equals(obj as FieldMapping);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"{NameField}: {NumberFieldsText}";
}
