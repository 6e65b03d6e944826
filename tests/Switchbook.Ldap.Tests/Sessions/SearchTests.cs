using Switchbook.Ldap.Codec;
using Switchbook.Ldap.Controls;
using Switchbook.Ldap.Searching;
using Switchbook.Ldap.Tests.Support;

namespace Switchbook.Ldap.Tests.Sessions;

/// <summary>What searches give, down to the octets.</summary>
public sealed class SearchTests : IAsyncLifetime
{
    private readonly MemoryDirectory _directory = new(SampleEntries.Make(), Schema.LdapSchema.Standard);
    private TestServer _server = null!;
    private RawClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync(options => (options.SizeLimit, options.MaximumPageSize) = (600, 400), _directory);
        _client = await RawClient.ConnectAsync(_server.Port);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("(employeeNumber=7)", 1)]
    [InlineData("(&(employeeNumber=7)(nonsense=1))", 0)]
    [InlineData("(|(employeeNumber=7)(nonsense=1))", 1)]
    [InlineData("(!(nonsense=1))", 0)]
    [InlineData("(!(|(nonsense=1)(sn=a)))", 0)]
    [InlineData("(&(!(mobile=*))(objectClass=person))", 200)]
    [InlineData("(&)", 600)]
    [InlineData("(|)", 0)]
    [InlineData("(objectClass=*)", 600)]
    [InlineData("(name=vance)", 91)]
    [InlineData("(givenName~=ADELE)", 72)]
    [InlineData("(&(givenName>=Ryan)(givenName<=zz)(givenName=Ryan*))", 71)]
    [InlineData("(cn=  adele   VANCE )", 7)]
    [InlineData("(cn=adele v*n*e)", 7)]
    [InlineData("(cn=*ele*van*ce)", 7)]
    [InlineData("(cn=*ele*ele*)", 0)]
    [InlineData("(telephoneNumber=+1-425-555 00 07)", 1)]
    [InlineData("(telephoneNumber=*0007)", 1)]
    [InlineData("(employeeNumber:caseExactMatch:=7)", 1)]
    [InlineData("(sn:caseExactMatch:=vance)", 0)]
    [InlineData("(ou:dn:=people)", 600)]
    [InlineData("(:dn:caseIgnoreMatch:=u000003)", 1)]
    [InlineData("(cn:1.2.3:=a)", 0)]
    [InlineData("(cn;lang-en=Adele Vance)", 0)]
    [InlineData("(&(!(cn;lang-en=Adele Vance))(employeeNumber=7))", 1)]
    [InlineData("(createTimestamp>=20251231235959.5Z)", 600)]
    [InlineData("(createTimestamp<=20260101130000+0100)", 600)]
    [InlineData("(createTimestamp<=rubbish)", 0)]
    [InlineData("(!(createTimestamp<=rubbish))", 0)]
    [InlineData("(sn=Mu\\cc\\88ller)", 91)]
    [InlineData("(objectClass=2.5.6.6)", 600)]
    public async Task A_filter_finds_its_entries(string filter, int count)
    {
        Assert.Equal(count, (await _client.FindAsync(RawClient.Search(1, filter, attributes: "1.1"))).Names.Count);
    }

    [Theory]
    [InlineData(SampleEntries.Base, LdapScope.BaseObject, 1)]
    [InlineData(SampleEntries.Base, LdapScope.SingleLevel, 1)]
    [InlineData("OU = People, DC=\"example\";dc=COM", LdapScope.SingleLevel, 600)]
    [InlineData("uid=u000007,ou=people,dc=example,dc=com", LdapScope.WholeSubtree, 1)]
    [InlineData("uid=u000007,ou=people,dc=example,dc=com", LdapScope.Subordinates, 0)]
    [InlineData("", LdapScope.SingleLevel, 1)]
    [InlineData("cn=subschema", LdapScope.BaseObject, 1)]
    [InlineData("cn=subschema", LdapScope.SingleLevel, 0)]
    public async Task A_scope_reaches_its_entries(string name, LdapScope scope, int count)
    {
        Assert.Equal(count, (await _client.FindAsync(RawClient.Search(1, "(objectClass=*)", name, scope))).Names.Count);
    }

    [Theory]
    [InlineData("0", false, LdapResultCode.InvalidDnSyntax)]
    [InlineData("dc=elsewhere", false, LdapResultCode.NoSuchObject)]
    [InlineData("0", true, LdapResultCode.Success)]
    [InlineData("dc=elsewhere", true, LdapResultCode.Success)]
    [InlineData("ou=nobody," + SampleEntries.Base, true, LdapResultCode.NoSuchObject)]
    public async Task A_base_that_is_none_is_refused_or_passed_over_as_the_options_say(
        string name, bool isAccepted, LdapResultCode expected)
    {
        await using var server = await TestServer.StartAsync(options => options.AcceptAnyBase = isAccepted, _directory);
        using var client = await RawClient.ConnectAsync(server.Port);

        Assert.Equal(expected, (await client.FindAsync(RawClient.Search(1, "(uid=u000001)", name))).Done.Code);
    }

    [Theory]
    [InlineData("cn", "COMMONNAME", "COMMONNAME")]
    [InlineData("2.5.4.3", "sn", "2.5.4.3|sn")]
    [InlineData("1.1", "", "")]
    [InlineData("+", "", "createTimestamp|entryDN")]
    [InlineData("nonsense", "cn", "cn")]
    [InlineData("@dcObject", "uid", "objectClass|uid")]
    [InlineData("@person", "", "objectClass|cn|sn|telephoneNumber")]
    [InlineData("*", "EntryDN", "objectClass|EntryDN|cn|sn|givenName|telephoneNumber|uid|mail|mobile|employeeNumber")]
    public async Task Attributes_come_back_as_they_were_asked_for(string first, string second, string expected)
    {
        var attributes = second.Length == 0 ? new[] { first } : [first, second];
        await _client.SendAsync(RawClient.Search(1, "(uid=u000001)", attributes: attributes));

        var entry = new BerReader((await _client.ReadAsync())!.Content);
        _ = entry.OctetString();
        var list = entry.Nested(BerTag.Sequence);
        var names = new List<string>();
        while (!list.AtEnd)
        {
            names.Add(System.Text.Encoding.UTF8.GetString(list.Nested(BerTag.Sequence).OctetString().Span));
        }

        Assert.Equal(expected, string.Join('|', names));
    }

    [Fact]
    public async Task The_servers_size_limit_holds_where_the_client_asks_for_more_or_nothing()
    {
        Assert.Equal(LdapResultCode.SizeLimitExceeded, (await _client.FindAsync(RawClient.Search(1, "(objectClass=*)", sizeLimit: 900))).Done.Code);
        Assert.Equal(LdapResultCode.SizeLimitExceeded, (await _client.FindAsync(RawClient.Search(1, "(objectClass=*)"))).Done.Code);
    }

    [Fact]
    public async Task A_size_limit_that_is_just_enough_is_not_exceeded()
    {
        var found = await _client.FindAsync(RawClient.Search(1, "(sn=vance)", sizeLimit: 91));

        Assert.Equal((91, LdapResultCode.Success), (found.Names.Count, found.Done.Code));
    }

    [Fact]
    public async Task Pages_are_no_larger_than_the_server_allows_and_end_with_an_empty_cookie()
    {
        var (first, cookie) = await PageAsync(1000, []);
        var (second, next) = await PageAsync(1000, cookie);
        var (third, last) = await PageAsync(1000, next);

        Assert.Equal((400, 400, 202), (first, second, third));
        Assert.Empty(last);
    }

    [Fact]
    public async Task A_cookie_works_on_another_connection_since_the_server_keeps_nothing()
    {
        var (_, cookie) = await PageAsync(400, []);
        using var other = await RawClient.ConnectAsync(_server.Port);

        var found = await other.FindAsync(Paged(400, cookie));

        Assert.Equal(400, found.Names.Count);
    }

    [Fact]
    public async Task A_cookie_of_another_search_or_of_older_data_or_of_nobody_is_refused()
    {
        var (_, cookie) = await PageAsync(100, []);

        Assert.Equal(LdapResultCode.UnwillingToPerform, (await _client.FindAsync(Paged(100, cookie, "(sn=a)"))).Done.Code);
        Assert.Equal(LdapResultCode.UnwillingToPerform, (await _client.FindAsync(Paged(100, [1, 2, 3]))).Done.Code);
        _directory.Version++;
        Assert.Equal(LdapResultCode.UnwillingToPerform, (await _client.FindAsync(Paged(100, cookie))).Done.Code);
    }

    [Fact]
    public async Task A_list_view_without_an_order_is_refused()
    {
        var search = RawClient.Search(
            1,
            "(sn=vance)",
            controls: writer => RawClient.Control(
                writer, ControlOid.VirtualListViewRequest, true, [0x30, 0x0E, 2, 1, 0, 2, 1, 3, 0xA0, 6, 2, 1, 1, 2, 1, 0]));

        Assert.Equal(LdapResultCode.VirtualListViewError, (await _client.FindAsync(search)).Done.Code);
    }

    [Theory]
    [InlineData(2, 1, 1, 0, null, 1, "u000000|u000001")]
    [InlineData(1, 2, 5000, 0, null, 1000, "u000998|u000999")]
    [InlineData(0, 1, 30, 100, null, 300, "u000368|u000369")]
    [InlineData(0, 0, 100, 100, null, 1000, "u000999")]
    [InlineData(1, 1, 0, 0, "41", 347, "u000409|u000041|u000410")]
    [InlineData(1, 1, 0, 0, "a", 1001, "u000999")]
    [InlineData(0, 0, 0, 0, "", 1, "u000000")]
    public async Task A_list_view_gives_its_window(
        int before, int after, int offset, int count, string? value, int place, string expected)
    {
        using var list = new BerWriter(64);
        var sequence = list.Open(BerTag.Sequence);
        list.Integer(before);
        list.Integer(after);
        if (value is not null)
        {
            list.Text(value, 0x81);
        }
        else
        {
            var target = list.Open(0xA0);
            list.Integer(offset);
            list.Integer(count);
            list.Close(target);
        }

        list.Close(sequence);
        var window = list.WrittenSpan.ToArray();
        byte[] order = [0x30, 0x12, 0x30, 0x10, 0x04, 0x0E, .. "employeeNumber"u8];

        var (names, done) = await _client.FindAsync(RawClient.Search(1, "(objectClass=person)", controls: writer =>
        {
            RawClient.Control(writer, ControlOid.SortRequest, true, order);
            RawClient.Control(writer, ControlOid.VirtualListViewRequest, true, window);
        }));

        Assert.Equal(expected, string.Join('|', names.Select(name => name[4..11])));
        var controls = new BerReader(done.Controls);
        _ = controls.Nested(BerTag.Sequence);
        var control = controls.Nested(BerTag.Sequence);
        Assert.Equal(ControlOid.VirtualListViewResponse, System.Text.Encoding.ASCII.GetString(control.OctetString().Span));
        var answer = new BerReader(control.OctetString()).Nested(BerTag.Sequence);
        Assert.Equal((place, 1000, 0), (answer.Integer(), answer.Integer(), answer.Integer(BerTag.Enumerated)));
    }

    [Fact]
    public async Task Hundreds_of_requests_in_one_packet_are_all_answered()
    {
        await _client.SendAsync([.. Enumerable.Range(1, 300).Select(id => RawClient.Search(id, $"(employeeNumber={id})", attributes: "1.1"))]);
        var done = new HashSet<int>();
        while (done.Count < 300)
        {
            var message = await _client.ReadAsync();
            if (message!.Tag == OperationTag.SearchResultDone)
            {
                done.Add(message.Id);
            }
        }

        Assert.Equal(300, done.Count);
    }

    private static byte[] Paged(int size, byte[] cookie, string filter = "(objectClass=*)") => RawClient.Search(
        1,
        filter,
        attributes: "1.1",
        controls: writer =>
        {
            using var value = new BerWriter(64);
            var sequence = value.Open(BerTag.Sequence);
            value.Integer(size);
            value.OctetString(cookie);
            value.Close(sequence);
            RawClient.Control(writer, ControlOid.PagedResults, true, value.WrittenSpan.ToArray());
        });

    private async Task<(int Count, byte[] Cookie)> PageAsync(int size, byte[] cookie)
    {
        var (names, done) = await _client.FindAsync(Paged(size, cookie));
        Assert.Equal(LdapResultCode.Success, done.Code);
        var reader = new BerReader(done.Controls);
        var control = reader.Nested(BerTag.Sequence);
        _ = control.OctetString();
        var value = new BerReader(control.OctetString()).Nested(BerTag.Sequence);
        _ = value.Integer();
        return (names.Count, value.OctetString().ToArray());
    }
}
