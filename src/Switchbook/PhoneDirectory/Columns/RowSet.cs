using System.Buffers;
using System.Numerics;

namespace Switchbook.PhoneDirectory.Columns;

/// <summary>
/// A set of rows, a bit each, borrowed from a pool. It knows between which words its bits lie, so that a set of one row among a
/// million costs as little as one among ten.
/// </summary>
internal sealed class RowSet(int rows) : IDisposable
{
    private const int WordBits = 64;

    private ulong[] _words = ArrayPool<ulong>.Shared.Rent(Math.Max(1, (rows + WordBits - 1) / WordBits));
    private int _first = int.MaxValue;
    private int _last = -1;

    /// <summary>How many rows there are, in the set or not.</summary>
    public int Rows { get; } = rows;

    public bool Contains(int row)
    {
        var word = row / WordBits;
        return word >= _first && word <= _last && (_words[word] >> (row % WordBits) & 1) != 0;
    }

    public void Add(int row)
    {
        var word = row / WordBits;
        Touch(word, word);
        _words[word] |= 1UL << (row % WordBits);
    }

    public void Remove(int row)
    {
        if (Contains(row))
        {
            _words[row / WordBits] &= ~(1UL << (row % WordBits));
        }
    }

    /// <summary>Adds the rows from <paramref name="from"/> up to and without <paramref name="to"/>.</summary>
    public void AddRange(int from, int to)
    {
        if (from >= to)
        {
            return;
        }

        var (firstWord, lastWord) = (from / WordBits, (to - 1) / WordBits);
        Touch(firstWord, lastWord);
        for (var word = firstWord; word <= lastWord; word++)
        {
            var mask = ulong.MaxValue;
            mask &= word == firstWord ? ulong.MaxValue << (from % WordBits) : ulong.MaxValue;
            mask &= word == lastWord ? ulong.MaxValue >> (WordBits - 1 - ((to - 1) % WordBits)) : ulong.MaxValue;
            _words[word] |= mask;
        }
    }

    public void UnionWith(RowSet other)
    {
        if (other._last < 0)
        {
            return;
        }

        Touch(other._first, other._last);
        for (var word = other._first; word <= other._last; word++)
        {
            _words[word] |= other._words[word];
        }
    }

    /// <summary>Adds the rows of another set from <paramref name="from"/> up to and without <paramref name="to"/>.</summary>
    public void UnionWith(RowSet other, int from, int to)
    {
        for (var row = other.Next(from, to); row >= 0; row = other.Next(row + 1, to))
        {
            Add(row);
        }
    }

    public void IntersectWith(RowSet other)
    {
        for (var word = _first; word <= _last; word++)
        {
            _words[word] &= word >= other._first && word <= other._last ? other._words[word] : 0;
        }
    }

    public void ExceptWith(RowSet other)
    {
        for (var word = Math.Max(_first, other._first); word <= Math.Min(_last, other._last); word++)
        {
            _words[word] &= ~other._words[word];
        }
    }

    /// <summary>The first row of the set from <paramref name="row"/> on and before <paramref name="end"/>; -1 when there is none.</summary>
    public int Next(int row, int end = int.MaxValue)
    {
        var word = row / WordBits;
        if (word < _first)
        {
            (word, row) = (_first, 0);
        }

        if (word > _last)
        {
            return -1;
        }

        var rest = _words[word] & (ulong.MaxValue << (row % WordBits));
        while (rest == 0)
        {
            if (++word > _last)
            {
                return -1;
            }

            rest = _words[word];
        }

        var found = (word * WordBits) + BitOperations.TrailingZeroCount(rest);
        return found < end ? found : -1;
    }

    public int Count()
    {
        var count = 0;
        for (var word = _first; word <= _last; word++)
        {
            count += BitOperations.PopCount(_words[word]);
        }

        return count;
    }

    public void Clear()
    {
        if (_last >= 0)
        {
            _words.AsSpan(_first, _last - _first + 1).Clear();
        }

        (_first, _last) = (int.MaxValue, -1);
    }

    public void Dispose()
    {
        if (_words.Length > 0)
        {
            Clear();
            ArrayPool<ulong>.Shared.Return(_words);
            _words = [];
        }
    }

    /// <summary>Words are cleared as the set reaches them: what the pool gives is not clean.</summary>
    private void Touch(int first, int last)
    {
        if (_last < 0)
        {
            _words.AsSpan(first, last - first + 1).Clear();
            (_first, _last) = (first, last);
            return;
        }

        if (first < _first)
        {
            _words.AsSpan(first, _first - first).Clear();
            _first = first;
        }

        if (last > _last)
        {
            _words.AsSpan(_last + 1, last - _last).Clear();
            _last = last;
        }
    }
}
