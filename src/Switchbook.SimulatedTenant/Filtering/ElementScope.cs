using Switchbook.SimulatedTenant.People;

namespace Switchbook.SimulatedTenant.Filtering;

/// <summary>The variable of <c>any</c> over a collection of texts: <c>businessPhones/any(p: p eq '…')</c>.</summary>
internal sealed class ElementScope(string variable, UserProperty property) : FilterScope
{
    public override string Resource => "User";

    public override FilterOperand? Find(string path) => path != variable
        ? null
        : new FilterOperand(property.Name, item => item)
        {
            Equal = property.Equal,
            StartsWith = property.StartsWith,
            CanEndWith = property.CanEndWith,
        };
}
