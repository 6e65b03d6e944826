namespace Switchbook.Graph;

/// <summary>A page is larger than the limit; also how a decompression bomb ends.</summary>
internal sealed class PageTooLargeException(int limit) : Exception($"a page is larger than {limit} bytes")
{
    public int Limit { get; } = limit;
}
