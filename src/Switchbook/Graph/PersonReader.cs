using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Switchbook.Graph;

/// <summary>Reads the wanted values of one object of a list; false when its bytes have not all arrived.</summary>
internal ref struct PersonReader(int width)
{
    private readonly ImmutableArray<string>[] _values = Empty(width);

    public readonly ImmutableArray<string>[] Values => _values;

    public string? Id { get; private set; }

    public bool IsRemoved { get; private set; }

    /// <param name="reader">Behind the object's opening brace.</param>
    /// <param name="node">What is wanted of it.</param>
    public bool TryRead(ref Utf8JsonReader reader, PropertyNode node)
    {
        var guess = 0;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return true;
            }

            var child = node.Find(in reader, ref guess);
            if (!reader.Read() || !TryReadValue(ref reader, child))
            {
                return false;
            }
        }

        return false;
    }

    private static ImmutableArray<string>[] Empty(int width)
    {
        var values = new ImmutableArray<string>[width];
        Array.Fill(values, []);
        return values;
    }

    private bool TryReadValue(ref Utf8JsonReader reader, PropertyNode? node)
    {
        if (node is null)
        {
            return reader.TrySkip();
        }

        Id = node.IsId && reader.TokenType == JsonTokenType.String ? reader.GetString() : Id;
        IsRemoved |= node.IsRemoved;
        return reader.TokenType switch
        {
            JsonTokenType.StartObject when node.HasChildren => TryRead(ref reader, node),
            JsonTokenType.StartArray when node.HasChildren => TryReadObjects(ref reader, node),
            JsonTokenType.StartArray when node.Index >= 0 => TryReadList(ref reader, node.Index),
            _ when node.Index >= 0 && Text(in reader) is { } text => Set(node.Index, [text]),
            _ => reader.TrySkip(),
        };
    }

    /// <summary>
    /// Reads a list of objects into lists of equal length, one a wanted member, with "" for what an object lacks: the values at
    /// one place belong together.
    /// </summary>
    private bool TryReadObjects(ref Utf8JsonReader reader, PropertyNode node)
    {
        var members = node.Members;
        var lists = members.Select(_ => ImmutableArray.CreateBuilder<string>()).ToArray();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                for (var place = 0; place < lists.Length; place++)
                {
                    Set(members[place], lists[place].DrainToImmutable());
                }

                return true;
            }

            foreach (var member in members)
            {
                Set(member, []);
            }

            if (reader.TokenType == JsonTokenType.StartObject ? !TryRead(ref reader, node) : !reader.TrySkip())
            {
                return false;
            }

            for (var place = 0; place < lists.Length; place++)
            {
                lists[place].Add(_values[members[place]] is [var text, ..] ? text : "");
            }
        }

        return false;
    }

    private readonly bool TryReadList(ref Utf8JsonReader reader, int index)
    {
        var list = ImmutableArray.CreateBuilder<string>(1);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                return Set(index, list.DrainToImmutable());
            }

            if (Text(in reader) is { } text)
            {
                list.Add(text);
            }
            else if (!reader.TrySkip())
            {
                return false;
            }
        }

        return false;
    }

    private readonly bool Set(int index, ImmutableArray<string> values)
    {
        _values[index] = values;
        return true;
    }

    private static string? Text(in Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => JsonText.Read(in reader),
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Encoding.ASCII.GetString(reader.ValueSpan),
        _ => null,
    };
}
