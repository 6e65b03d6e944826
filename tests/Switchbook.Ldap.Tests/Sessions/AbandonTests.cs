using Switchbook.Ldap.Codec;
using Switchbook.Ldap.Searching;
using Switchbook.Ldap.Tests.Support;

namespace Switchbook.Ldap.Tests.Sessions;

/// <summary>Searches that somebody or something stops.</summary>
public sealed class AbandonTests
{
    private const string Cancel = "1.3.6.1.1.8";
    private const string WhoAmI = "1.3.6.1.4.1.4203.1.11.3";

    [Theory]
    [InlineData(LdapStep.Pause)]
    [InlineData(LdapStep.Entry)]
    public async Task Abandon_stops_the_work_and_nothing_more_comes(LdapStep step)
    {
        var directory = new EndlessDirectory(step);
        await using var server = await TestServer.StartAsync(directory: directory);
        using var client = await RawClient.ConnectAsync(server.Port);

        await client.SendAsync(RawClient.Search(1, "(cn=a)"), RawClient.Abandon(2, 1), RawClient.Extended(3, WhoAmI));

        await directory.Disposed.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        RawMessage? last;
        do
        {
            last = await client.ReadAsync();
            Assert.NotEqual(OperationTag.SearchResultDone, last!.Tag);
        }
        while (last.Id != 3);
    }

    [Fact]
    public async Task Cancel_stops_a_search_with_an_answer_to_both()
    {
        await using var server = await TestServer.StartAsync(directory: new EndlessDirectory(LdapStep.Pause));
        using var client = await RawClient.ConnectAsync(server.Port);

        await client.SendAsync(RawClient.Search(1, "(cn=a)"));
        await client.SendAsync(RawClient.Extended(2, Cancel, [0x30, 0x03, 0x02, 0x01, 0x01]));

        var answers = new[] { await client.ReadAsync(), await client.ReadAsync() }.ToDictionary(answer => answer!.Id, answer => answer!.Code);
        Assert.Equal(LdapResultCode.Canceled, answers[1]);
        Assert.Equal(LdapResultCode.Success, answers[2]);
    }

    [Fact]
    public async Task Cancel_of_what_is_not_under_way_is_no_such_operation()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await RawClient.ConnectAsync(server.Port);

        var answer = await client.AskAsync(RawClient.Extended(2, Cancel, [0x30, 0x03, 0x02, 0x01, 0x01]));

        Assert.Equal(LdapResultCode.NoSuchOperation, answer.Code);
    }

    [Fact]
    public async Task Another_search_is_answered_while_one_is_under_way()
    {
        await using var server = await TestServer.StartAsync(directory: new EndlessDirectory(LdapStep.Pause));
        using var client = await RawClient.ConnectAsync(server.Port);

        await client.SendAsync(RawClient.Search(1, "(cn=a)"));

        var found = await client.FindAsync(RawClient.Search(2, "(objectClass=*)", "", LdapScope.BaseObject));
        Assert.Equal(2, found.Done.Id);
    }

    [Fact]
    public async Task A_message_id_that_is_still_in_use_is_refused()
    {
        await using var server = await TestServer.StartAsync(directory: new EndlessDirectory(LdapStep.Pause));
        using var client = await RawClient.ConnectAsync(server.Port);

        await client.SendAsync(RawClient.Search(1, "(cn=a)"));

        Assert.Equal(LdapResultCode.ProtocolError, (await client.AskAsync(RawClient.Search(1, "(cn=a)"))).Code);
    }

    [Fact]
    public async Task The_client_may_ask_for_a_time_limit()
    {
        await using var server = await TestServer.StartAsync(directory: new EndlessDirectory(LdapStep.Pause));
        using var client = await RawClient.ConnectAsync(server.Port);

        Assert.Equal(LdapResultCode.TimeLimitExceeded, (await client.AskAsync(RawClient.Search(1, "(cn=a)", timeLimit: 1))).Code);
    }

    [Fact]
    public async Task The_search_ends_when_its_connection_does()
    {
        var directory = new EndlessDirectory(LdapStep.Pause);
        await using var server = await TestServer.StartAsync(directory: directory);
        var client = await RawClient.ConnectAsync(server.Port);
        await client.SendAsync(RawClient.Search(1, "(cn=a)"));
        await directory.Started;

        client.Dispose();

        await directory.Disposed.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }
}
