using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Switchbook.Graph;

/// <summary>One step of the paths that are read: which member of an object, and where its value goes.</summary>
internal sealed class PropertyNode
{
    private readonly byte[] _name;
    private PropertyNode[] _children = [];

    private PropertyNode(string name) => _name = Encoding.UTF8.GetBytes(name);

    /// <summary>Where the value goes in <see cref="Person.Values"/>; -1 when only what is deeper is read.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>The person's object ID.</summary>
    public bool IsId { get; private set; }

    /// <summary>The mark of a person who is gone, in a delta.</summary>
    public bool IsRemoved { get; private set; }

    public bool HasChildren => _children.Length > 0;

    /// <summary>Where the values of its members go.</summary>
    public ImmutableArray<int> Members => [.. _children.Where(child => child.Index >= 0).Select(child => child.Index)];

    /// <summary>The root over all paths of <paramref name="properties"/>.</summary>
    public static PropertyNode For(PropertySelection properties)
    {
        var root = new PropertyNode("");
        root.Child("id").IsId = true;
        for (var index = 0; index < properties.Paths.Length; index++)
        {
            properties.Paths[index].Split('/').Aggregate(root, (node, step) => node.Child(step)).Index = index;
        }

        root.Child("@removed").IsRemoved = true;
        return root;
    }

    /// <summary>The child that the reader's property name names; null when nobody wants it.</summary>
    /// <param name="reader">At a property name.</param>
    /// <param name="guess">Where the child stood last time; Graph lists the members of an object in a fixed order.</param>
    public PropertyNode? Find(ref readonly Utf8JsonReader reader, ref int guess)
    {
        for (var tried = 0; tried < _children.Length; tried++)
        {
            var place = guess < _children.Length ? guess : 0;
            guess = place + 1;
            if (reader.ValueTextEquals(_children[place]._name))
            {
                return _children[place];
            }
        }

        return null;
    }

    private PropertyNode Child(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        if (Array.Find(_children, child => child._name.AsSpan().SequenceEqual(bytes)) is { } found)
        {
            return found;
        }

        var child = new PropertyNode(name);
        _children = [.. _children, child];
        return child;
    }
}
