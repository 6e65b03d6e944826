using System.Runtime.InteropServices;
using System.Text.Json;

namespace Switchbook.Graph;

/// <summary>
/// What has been read of a page so far. It takes bytes in whole units, a person or a member of the page's object; what
/// has arrived in part is left for the next time, so where the bytes are cut makes no difference.
/// </summary>
internal sealed class PageContent(PropertyNode wanted, int width, Action<string>? nextLinkSeen)
{
    private const int DeepestNesting = 32;

    private readonly List<Person> _people = [];
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);
    private JsonReaderState _state = new(new() { MaxDepth = DeepestNesting });
    private Place _place = Place.BeforeObject;
    private bool _hasPeople;
    private string? _nextLink;
    private string? _deltaLink;
    private int? _count;

    private enum Place
    {
        BeforeObject,
        InObject,
        InPeople,
        AfterObject,
    }

    /// <summary>Reads the units that are whole and says how many bytes they took.</summary>
    /// <exception cref="JsonException">The bytes are not a page.</exception>
    public int Take(ReadOnlySpan<byte> bytes, bool isLast)
    {
        var reader = new Utf8JsonReader(bytes, isLast, _state);
        var taken = 0;
        try
        {
            while (TryTakeUnit(ref reader))
            {
                _state = reader.CurrentState;
                taken = (int)reader.BytesConsumed;
            }
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("a name in the page is not text", exception);
        }

        if (isLast && _place != Place.AfterObject)
        {
            throw new JsonException("the page ends early");
        }

        return taken;
    }

    /// <exception cref="JsonException">The page has no list of people.</exception>
    public PeoplePage ToPage() => _hasPeople
        ? new() { People = _people, Removed = [.. _removed], NextLink = _nextLink, DeltaLink = _deltaLink, Count = _count }
        : throw new JsonException("the page has no list of people");

    private bool TryTakeUnit(ref Utf8JsonReader reader) => _place switch
    {
        Place.BeforeObject => TryTakeStart(ref reader),
        Place.InObject => TryTakeMember(ref reader),
        Place.InPeople => TryTakePerson(ref reader),
        _ => reader.Read() ? throw new JsonException("something follows the page") : false,
    };

    private bool TryTakeStart(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return false;
        }

        Expect(in reader, JsonTokenType.StartObject);
        _place = Place.InObject;
        return true;
    }

    private bool TryTakeMember(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return false;
        }

        if (reader.TokenType == JsonTokenType.EndObject)
        {
            _place = Place.AfterObject;
            return true;
        }

        if (reader.ValueTextEquals("value"u8))
        {
            return TryEnterPeople(ref reader);
        }

        if (reader.ValueTextEquals("error"u8))
        {
            throw new JsonException("the page holds an error");
        }

        var name = reader;
        return reader.Read() && reader.TrySkip() && Keep(in name, in reader);
    }

    private bool TryEnterPeople(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return false;
        }

        Expect(in reader, JsonTokenType.StartArray);
        if (_hasPeople)
        {
            throw new JsonException("the page holds two lists of people");
        }

        _hasPeople = true;
        _place = Place.InPeople;
        return true;
    }

    private bool Keep(in Utf8JsonReader name, in Utf8JsonReader value)
    {
        if (name.ValueTextEquals("@odata.nextLink"u8))
        {
            Expect(in value, JsonTokenType.String);
            _nextLink = value.GetString()!;
            nextLinkSeen?.Invoke(_nextLink);
        }
        else if (name.ValueTextEquals("@odata.deltaLink"u8))
        {
            Expect(in value, JsonTokenType.String);
            _deltaLink = value.GetString();
        }
        else if (name.ValueTextEquals("@odata.count"u8) && value.TokenType == JsonTokenType.Number)
        {
            _count = value.TryGetInt32(out var count) ? count : null;
        }

        return true;
    }

    private bool TryTakePerson(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return false;
        }

        if (reader.TokenType == JsonTokenType.EndArray)
        {
            _place = Place.InObject;
            return true;
        }

        Expect(in reader, JsonTokenType.StartObject);
        var person = new PersonReader(width);
        if (!person.TryRead(ref reader, wanted))
        {
            return false;
        }

        Add(person);
        return true;
    }

    private void Add(PersonReader person)
    {
        if (string.IsNullOrEmpty(person.Id))
        {
            throw new JsonException("a person has no ID");
        }

        // Within a delta's page too the last word on a person holds.
        var id = person.Id;
        _removed.Remove(id);
        if (person.IsRemoved)
        {
            _people.RemoveAll(earlier => earlier.Id == id);
            _removed.Add(id);
        }
        else
        {
            _people.Add(new(id, ImmutableCollectionsMarshal.AsImmutableArray(person.Values)));
        }
    }

    private static void Expect(in Utf8JsonReader reader, JsonTokenType type)
    {
        if (reader.TokenType != type)
        {
            throw new JsonException($"{reader.TokenType} stands where {type} belongs");
        }
    }
}
