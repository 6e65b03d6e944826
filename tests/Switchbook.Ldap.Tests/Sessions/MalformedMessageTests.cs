using Switchbook.Ldap.Codec;
using Switchbook.Ldap.Hosting;
using Switchbook.Ldap.Tests.Support;

namespace Switchbook.Ldap.Tests.Sessions;

/// <summary>Messages that are none (RFC 4511, sections 4.1.1 and 4.4.1).</summary>
public sealed class MalformedMessageTests
{
    [Theory]
    [InlineData("474554202F20485454502F312E310D0A", "a request of another protocol")]
    [InlineData("3080020101420000", "an indefinite length")]
    [InlineData("30058201014200", "no message ID")]
    [InlineData("3005020100420030", "message ID 0")]
    [InlineData("30050201014F00", "an unknown operation")]
    [InlineData("300502018F4200", "a negative message ID")]
    [InlineData("3084FFFFFFFF", "a length beyond any")]
    [InlineData("30847FFFFFFF020101", "a length beyond the limit")]
    [InlineData("300A020101600502017F0400", "a bind without credentials")]
    public async Task A_malformed_message_gets_a_notice_of_disconnection_and_costs_nothing_else(string octets, string what)
    {
        await using var server = await TestServer.StartAsync();
        using var good = await RawClient.ConnectAsync(server.Port);
        using var bad = await RawClient.ConnectAsync(server.Port);

        await bad.SendAsync(Convert.FromHexString(octets));

        var notice = await bad.ReadAsync();
        Assert.Equal((0, OperationTag.ExtendedResponse, LdapResultCode.ProtocolError), (notice!.Id, notice.Tag, notice.Code));
        Assert.True(await bad.ReadAsync() is null, what);
        Assert.Equal(LdapResultCode.Success, (await good.AskAsync(RawClient.Bind(1))).Code);
    }

    [Fact]
    public async Task A_message_of_the_largest_size_is_read_and_one_octet_more_is_not()
    {
        await using var server = await TestServer.StartAsync(options => options.MaximumMessageSize = 2048);
        using var client = await RawClient.ConnectAsync(server.Port);
        var rest = RawClient.Bind(1, "", "").Length;

        var largest = await client.AskAsync(RawClient.Bind(1, new string('x', 2048 - rest - 8), "secret"));
        Assert.Equal(LdapResultCode.InvalidCredentials, largest.Code);

        Assert.Equal(0, (await client.AskAsync(RawClient.Bind(1, new string('x', 2049), "secret"))).Id);
        Assert.Null(await client.ReadAsync());
    }

    [Fact]
    public async Task Lengths_need_not_be_the_shortest()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await RawClient.ConnectAsync(server.Port);

        var answer = await client.AskAsync(Convert.FromHexString("3084000000140201016088000000000000000702010304008000"));

        Assert.Equal((1, LdapResultCode.Success), (answer.Id, answer.Code));
    }

    [Fact]
    public async Task A_filter_that_is_too_deep_is_refused_and_the_connection_goes_on()
    {
        await using var server = await TestServer.StartAsync(options => options.MaximumFilterDepth = 8);
        using var client = await RawClient.ConnectAsync(server.Port);
        var deep = string.Concat(Enumerable.Repeat("(!", 9)) + "(cn=a)" + new string(')', 9);

        Assert.Equal(LdapResultCode.AdminLimitExceeded, (await client.AskAsync(RawClient.Search(1, deep))).Code);
        Assert.Equal(LdapResultCode.Success, (await client.FindAsync(RawClient.Search(2, deep[2..^1]))).Done.Code);
    }

    [Fact]
    public async Task A_filter_with_too_many_parts_is_refused()
    {
        await using var server = await TestServer.StartAsync(options => options.MaximumFilterItems = 5);
        using var client = await RawClient.ConnectAsync(server.Port);

        Assert.Equal(LdapResultCode.AdminLimitExceeded, (await client.AskAsync(RawClient.Search(1, "(|(cn=a)(cn=b)(cn=c)(cn=d)(cn=e))"))).Code);
        Assert.Equal(LdapResultCode.AdminLimitExceeded, (await client.AskAsync(RawClient.Search(1, "(cn=*a*b*c*d*e*)"))).Code);
    }

    [Fact]
    public async Task A_malformed_filter_is_an_error_of_its_search_alone()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await RawClient.ConnectAsync(server.Port);
        var search = RawClient.Search(1, "(cn=a)");
        search[search.AsSpan().IndexOf((byte)0xA3)] = 0xAF;

        Assert.Equal(LdapResultCode.ProtocolError, (await client.AskAsync(search)).Code);
        Assert.Equal(LdapResultCode.Success, (await client.AskAsync(RawClient.Bind(2))).Code);
    }

    [Fact]
    public async Task A_message_that_comes_octet_by_octet_is_read()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await RawClient.ConnectAsync(server.Port);
        foreach (var octet in RawClient.Bind(9))
        {
            await client.SendAsync([octet]);
        }

        Assert.Equal(9, (await client.ReadAsync())!.Id);
    }

    [Fact]
    public async Task A_client_that_ends_its_half_of_the_connection_still_gets_its_answers()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await RawClient.ConnectAsync(server.Port);

        await client.SendAsync(RawClient.Search(1, "(uid=u000001)"));
        client.EndSending();

        Assert.Equal(1, (await client.ReadAsync())!.Id);
        Assert.Equal(OperationTag.SearchResultDone, (await client.ReadAsync())!.Tag);
        Assert.Null(await client.ReadAsync());
    }

    [Fact]
    public void Every_limit_is_checked_at_the_start()
    {
        var wrong = new LdapServerOptions { MaximumMessageSize = 1 };

        Assert.Throws<System.ComponentModel.DataAnnotations.ValidationException>(() =>
            System.ComponentModel.DataAnnotations.Validator.ValidateObject(
                wrong, new System.ComponentModel.DataAnnotations.ValidationContext(wrong), true));
    }
}
