using System.IO.Compression;
using Switchbook.Graph;
using Switchbook.Problems;

namespace Switchbook.Tests.Graph;

/// <summary>Whoever answers in Microsoft's place, or is asked in its place, gets and does nothing.</summary>
public sealed class HostileServiceTests
{
    [Theory]
    [InlineData("http://192.0.2.1/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("http://metadata.example/")]
    [InlineData("http://127.0.0.1.example/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:word@login.example/")]
    [InlineData("https://login.example/?to=http://192.0.2.1")]
    [InlineData("//192.0.2.1/")]
    public void An_endpoint_is_https_or_on_this_computer_and_nothing_else(string endpoint)
    {
        Assert.Throws<ProblemException>(() => CloudEndpoints.Custom(endpoint, "https://graph.example/"));
        Assert.Throws<ProblemException>(() => CloudEndpoints.Custom("https://login.example/", endpoint));
    }

    [Fact]
    public async Task A_next_page_at_another_host_is_not_fetched_with_the_token()
    {
        await using var other = await MicrosoftStandIn.StartAsync();
        await using var tenant = await MicrosoftStandIn.StartAsync();
        tenant.Graph = context => MicrosoftStandIn.JsonAsync(context, $$"""{"value":[],"@odata.nextLink":"{{other.Address}}v1.0/users?$skiptoken=1"}""");
        using var tools = new ReadingTools();

        Assert.StartsWith("SB-GRAPH-", (await tools.FailAsync(tenant)).Code, StringComparison.Ordinal);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task A_page_that_is_small_packed_and_huge_unpacked_is_refused_before_it_is_held()
    {
        var bomb = await BombAsync(80_000_000);
        Assert.True(bomb.Length < 1_000_000);
        await using var tenant = await MicrosoftStandIn.StartAsync();
        tenant.Graph = context =>
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(bomb, context.RequestAborted).AsTask();
        };
        using var tools = new ReadingTools();

        Assert.StartsWith("SB-GRAPH-", (await tools.FailAsync(tenant)).Code, StringComparison.Ordinal);
    }

    private static async Task<byte[]> BombAsync(int size)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync("{\"value\":[{\"id\":\"a\",\"displayName\":\""u8.ToArray(), TestContext.Current.CancellationToken);
            var block = new byte[1_000_000];
            block.AsSpan().Fill((byte)'a');
            for (var written = 0; written < size; written += block.Length)
            {
                await gzip.WriteAsync(block, TestContext.Current.CancellationToken);
            }
        }

        return packed.ToArray();
    }
}
