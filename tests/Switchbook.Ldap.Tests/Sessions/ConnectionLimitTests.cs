using System.Net.Sockets;

using Microsoft.Extensions.Time.Testing;

using Switchbook.Ldap.Searching;
using Switchbook.Ldap.Tests.Support;

namespace Switchbook.Ldap.Tests.Sessions;

/// <summary>What a client may cost.</summary>
public sealed class ConnectionLimitTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(5);

    [Fact]
    public async Task One_connection_more_than_an_address_may_have_is_closed_and_one_less_makes_room()
    {
        await using var server = await TestServer.StartAsync(options => options.MaximumConnectionsPerAddress = 2);
        using var first = await RawClient.ConnectAsync(server.Port);
        await first.AskAsync(RawClient.Bind(1));
        var second = await RawClient.ConnectAsync(server.Port);
        await second.AskAsync(RawClient.Bind(1));

        Assert.True(await IsRefusedAsync(server.Port));

        second.Dispose();
        while (await IsRefusedAsync(server.Port))
        {
            await Task.Delay(Moment, TestContext.Current.CancellationToken);
        }

        Assert.Equal(LdapResultCode.Success, (await first.AskAsync(RawClient.Bind(2))).Code);
    }

    [Fact]
    public async Task A_connection_without_requests_is_closed_and_one_with_is_not()
    {
        var time = new FakeTimeProvider();
        await using var server = await TestServer.StartAsync(options => options.IdleTimeout = TimeSpan.FromMinutes(5), time: time);
        using var idle = await RawClient.ConnectAsync(server.Port);
        using var busy = await RawClient.ConnectAsync(server.Port);
        await idle.AskAsync(RawClient.Bind(1));
        await busy.AskAsync(RawClient.Bind(1));

        time.Advance(TimeSpan.FromMinutes(4));
        await busy.AskAsync(RawClient.Bind(2));
        time.Advance(TimeSpan.FromSeconds(61));

        Assert.True(await IsClosedAsync(idle));
        Assert.Equal(LdapResultCode.Success, (await busy.AskAsync(RawClient.Bind(3))).Code);
    }

    [Fact]
    public async Task A_request_that_comes_in_octet_by_octet_is_not_waited_for_and_slow_typing_of_whole_ones_is()
    {
        var time = new FakeTimeProvider();
        await using var server = await TestServer.StartAsync(options => options.SlowSenderTimeout = TimeSpan.FromSeconds(30), time: time);
        using var trickling = await RawClient.ConnectAsync(server.Port);
        using var honest = await RawClient.ConnectAsync(server.Port);
        await trickling.AskAsync(RawClient.Bind(1));
        var request = RawClient.Bind(2);
        var sent = 0;
        while (sent < 4)
        {
            await trickling.SendAsync(request[sent..++sent]);
            await honest.AskAsync(RawClient.Bind(1 + sent));
            time.Advance(TimeSpan.FromSeconds(9));
        }

        Assert.True(await IsClosedAsync(trickling));
        Assert.Equal(LdapResultCode.Success, (await honest.AskAsync(RawClient.Bind(9))).Code);
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_cut_off_and_not_buffered_for()
    {
        var time = new FakeTimeProvider();
        var directory = new EndlessDirectory(LdapStep.Entry);
        await using var server = await TestServer.StartAsync(
            options => (options.SlowReaderTimeout, options.SizeLimit) = (TimeSpan.FromSeconds(10), 100_000_000), directory, time);
        using var client = await RawClient.ConnectAsync(server.Port);
        var before = GC.GetTotalMemory(true);

        await client.SendAsync(RawClient.Search(1, "(cn=a)"));

        // Time that flies before the search has begun would end the connection as idle.
        await directory.Started;
        while (!directory.Disposed.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(Moment, TestContext.Current.CancellationToken);
        }

        Assert.InRange(GC.GetTotalMemory(true) - before, long.MinValue, 8 * 1024 * 1024);
    }

    private static async Task<bool> IsRefusedAsync(int port)
    {
        try
        {
            using var client = await RawClient.ConnectAsync(port);
            return await IsClosedAsync(client);
        }
        catch (SocketException)
        {
            // The server was quicker to close than the client to notice that it is connected.
            return true;
        }
    }

    private static async Task<bool> IsClosedAsync(RawClient client)
    {
        try
        {
            await client.SendAsync(RawClient.Bind(1));
            return await client.ReadAsync() is null;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
