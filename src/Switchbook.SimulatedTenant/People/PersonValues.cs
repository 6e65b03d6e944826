using System.Globalization;

namespace Switchbook.SimulatedTenant.People;

/// <summary>Brings values from outside into the form in which people hold them.</summary>
internal static class PersonValues
{
    /// <exception cref="ArgumentException">A name is no property, or a value is not of its type.</exception>
    public static IReadOnlyDictionary<UserProperty, object?> Convert(IReadOnlyDictionary<string, object?> properties)
    {
        var values = new Dictionary<UserProperty, object?>
        {
            [UserProperties.AccountEnabled] = true,
            [UserProperties.UserType] = "Member",
            [UserProperties.OnPremisesExtensionAttributes] = new string?[15],
            [UserProperties.AssignedPlans] = new[] { AssignedPlan.Exchange, AssignedPlan.Teams },
        };
        foreach (var (name, value) in properties)
        {
            var (property, converted) = Convert(name, value);
            values[property] = converted;
        }

        return values;
    }

    /// <exception cref="ArgumentException">The name is no property, or the value is not of its type.</exception>
    public static (UserProperty Property, object? Value) Convert(string name, object? value)
    {
        var property = UserProperties.Find(name);
        if (property is null || property == UserProperties.Id)
        {
            throw new ArgumentException($"A user's \"{name}\" cannot be written.", nameof(name));
        }

        return (property, (property.Type, value) switch
        {
            (PropertyType.Texts, null) => Array.Empty<string>(),
            (_, null) => null,
            (PropertyType.Text, string) or (PropertyType.Truth, bool) or (PropertyType.Moment, DateTimeOffset) => value,
            (PropertyType.Texts, string one) => new[] { one },
            (PropertyType.Texts, IEnumerable<string> several) => several.ToArray(),
            (PropertyType.Truth, string text) => bool.Parse(text),
            (PropertyType.Moment, string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
            (PropertyType.ExtensionAttributes, IEnumerable<string?> attributes) =>
                (string?[])[.. attributes.Concat(new string?[15]).Take(15)],
            _ => throw new ArgumentException($"{value} is no value of \"{name}\".", nameof(value)),
        });
    }
}
