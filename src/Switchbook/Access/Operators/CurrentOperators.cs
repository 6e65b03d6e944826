using System.Collections.Frozen;

namespace Switchbook.Access.Operators;

/// <summary>The people who may sign in, as this server knows them now.</summary>
internal sealed class CurrentOperators
{
    private volatile FrozenDictionary<string, Operator>? _byName;

    /// <summary>
    /// Whether it is known that there is no operator, so that this computer is let in without signing in. Until the database was
    /// asked nothing is known, and nobody is let in.
    /// </summary>
    public bool AreNone => _byName is { Count: 0 };

    /// <summary>Takes what is known from now on.</summary>
    public void Publish(IEnumerable<Operator> operators) =>
        _byName = operators.ToFrozenDictionary(one => one.Name, StringComparer.OrdinalIgnoreCase);

    public Operator? Find(string name) => _byName?.GetValueOrDefault(name.Trim());
}
