using System.Buffers;

namespace Switchbook.Graph;

/// <summary>
/// Reads a page of people from the bytes as they arrive, in one pooled buffer. The page itself is never held: only its
/// people, and the piece of the one that has not arrived whole.
/// </summary>
internal sealed class PageParser(PropertySelection properties, int maximumBytes)
{
    private const int FirstBuffer = 64 * 1024;

    private readonly PropertyNode _wanted = PropertyNode.For(properties);

    /// <summary>Reads <paramref name="body"/> to its end.</summary>
    /// <param name="nextLinkSeen">Called as soon as the next link has arrived; Graph sends it before the people.</param>
    /// <exception cref="System.Text.Json.JsonException">It is not a whole page.</exception>
    /// <exception cref="PageTooLargeException">It is larger than a page may be.</exception>
    public async Task<PeoplePage> ReadAsync(Stream body, Action<string>? nextLinkSeen, CancellationToken cancellationToken)
    {
        var content = new PageContent(_wanted, properties.Paths.Length, nextLinkSeen);
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            var (filled, enough, total) = (0, 1, 0L);
            while (true)
            {
                var read = await body.ReadAsync(buffer.AsMemory(filled), cancellationToken);
                filled += read;
                total += read;
                if (total > maximumBytes)
                {
                    throw new PageTooLargeException(maximumBytes);
                }

                if (filled >= enough || read == 0)
                {
                    var taken = content.Take(buffer.AsSpan(0, filled), isLast: read == 0);
                    buffer.AsSpan(taken, filled - taken).CopyTo(buffer);
                    filled -= taken;

                    // A large piece that comes in drops is looked at again only when it has doubled.
                    enough = filled * 2;
                }

                if (read == 0)
                {
                    return content.ToPage();
                }

                buffer = filled == buffer.Length ? Grown(buffer) : buffer;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grown(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
