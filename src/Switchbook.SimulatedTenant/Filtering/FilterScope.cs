namespace Switchbook.SimulatedTenant.Filtering;

/// <summary>What the names in a filter mean.</summary>
internal abstract class FilterScope
{
    /// <summary>What is filtered, as error messages name it: <c>User</c>.</summary>
    public abstract string Resource { get; }

    /// <summary>The operand of a path; null when there is none.</summary>
    public abstract FilterOperand? Find(string path);

    /// <summary>The elements of a collection and what their members mean; null when the path is no collection.</summary>
    public virtual (Func<object, IEnumerable<object>> Elements, FilterScope Scope)? FindCollection(string path, string variable) => null;
}
