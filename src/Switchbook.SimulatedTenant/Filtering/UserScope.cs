using System.Globalization;
using Switchbook.SimulatedTenant.People;

namespace Switchbook.SimulatedTenant.Filtering;

/// <summary>What names mean in a filter of users.</summary>
internal sealed class UserScope : FilterScope
{
    private const string ExtensionAttribute = "onPremisesExtensionAttributes/extensionAttribute";

    public static readonly UserScope Instance = new();

    public override string Resource => "User";

    public override FilterOperand? Find(string path)
    {
        if (path.StartsWith(ExtensionAttribute, StringComparison.OrdinalIgnoreCase))
        {
            return int.TryParse(path.AsSpan(ExtensionAttribute.Length), CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 15
                ? FindExtension(path, number)
                : null;
        }

        if (UserProperties.Find(path) is not { } property)
        {
            return null;
        }

        // A collection or an object as a whole cannot be compared.
        var isSimple = property.Type is PropertyType.Text or PropertyType.Truth or PropertyType.Moment;
        return new FilterOperand(property.Name, item => ((Person)item).Value(property))
        {
            Equal = isSimple ? property.Equal : QuerySupport.None,
            StartsWith = property.StartsWith,
            EqualNull = isSimple ? property.EqualNull : QuerySupport.None,
            CanEndWith = property.CanEndWith,
            Literal = property.Type switch
            {
                PropertyType.Truth => typeof(bool),
                PropertyType.Moment => typeof(DateTimeOffset),
                _ => typeof(string),
            },
        };
    }

    public override (Func<object, IEnumerable<object>> Elements, FilterScope Scope)? FindCollection(string path, string variable) =>
        UserProperties.Find(path) switch
        {
            { Type: PropertyType.Texts } texts => (item => Elements<string>(item, texts), new ElementScope(variable, texts)),
            { Type: PropertyType.Plans } plans => (item => Elements<AssignedPlan>(item, plans), new PlanScope(variable)),
            _ => null,
        };

    private static IEnumerable<object> Elements<T>(object item, UserProperty property)
        where T : class => ((Person)item).Value(property) as T[] ?? [];

    private static FilterOperand FindExtension(string path, int number) =>
        new(path, item => (((Person)item).Value(UserProperties.OnPremisesExtensionAttributes) as string?[])?[number - 1])
        {
            Equal = QuerySupport.Advanced,
            StartsWith = QuerySupport.None,
            EqualNull = QuerySupport.Advanced,
        };
}
