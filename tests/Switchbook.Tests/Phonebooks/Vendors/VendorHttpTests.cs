using System.Net;
using System.Xml.Linq;

namespace Switchbook.Tests.Phonebooks.Vendors;

public sealed class VendorHttpTests
{
    [Fact]
    public async Task Who_has_the_document_already_gets_304_until_the_directory_changes()
    {
        await using var host = await VendorHost.StartAsync(NastyDirectory.BuildMany(3));
        using var first = await host.SendAsync(HttpMethod.Get, "/phonebook/yealink");
        var tag = first.Headers.ETag!.ToString();

        using var again = await host.SendAsync(HttpMethod.Get, "/phonebook/yealink", tag);
        host.Directory.Publish(NastyDirectory.BuildMany(3));
        using var rebuiltAlike = await host.SendAsync(HttpMethod.Get, "/phonebook/yealink", tag);
        host.Directory.Publish(NastyDirectory.BuildMany(4));
        using var changed = await host.SendAsync(HttpMethod.Get, "/phonebook/yealink", tag);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, rebuiltAlike.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(4, await CountAsync(changed));
    }

    [Fact]
    public async Task A_search_is_answered_though_the_whole_document_is_known()
    {
        await using var host = await VendorHost.StartAsync(NastyDirectory.BuildMany(3));
        using var whole = await host.SendAsync(HttpMethod.Get, "/phonebook/yealink");

        using var search = await host.SendAsync(HttpMethod.Get, "/phonebook/yealink?q=person+000002", whole.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.OK, search.StatusCode);
        Assert.Equal(1, await CountAsync(search));
    }

    [Fact]
    public async Task The_length_stands_in_the_head_for_phones_that_understand_no_chunks()
    {
        await using var host = await VendorHost.StartAsync(NastyDirectory.Build());

        using var head = await host.SendAsync(HttpMethod.Head, "/phonebook/grandstream/phonebook.xml");
        using var get = await host.SendAsync(HttpMethod.Get, "/phonebook/grandstream/gs_phonebook.xml");

        var bytes = await get.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(bytes.Length, get.Content.Headers.ContentLength);
        Assert.Equal(bytes.Length, head.Content.Headers.ContentLength);
        Assert.Equal(NastyDirectory.DataFrom, get.Content.Headers.LastModified);
    }

    [Fact]
    public async Task A_Snom_phone_may_fetch_its_directory_by_POST()
    {
        await using var host = await VendorHost.StartAsync(NastyDirectory.BuildMany(3));

        using var answer = await host.SendAsync(HttpMethod.Post, "/phonebook/snom/tbook");

        Assert.Equal(3, XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Descendants("contact").Count());
    }

    [Fact]
    public async Task A_document_too_long_to_hold_is_sent_whole()
    {
        const int People = 20_001;
        await using var host = await VendorHost.StartAsync(NastyDirectory.BuildMany(People));

        using var answer = await host.SendAsync(HttpMethod.Get, "/phonebook/yealink");

        Assert.Equal(People, await CountAsync(answer));
    }

    private static async Task<int> CountAsync(HttpResponseMessage answer) =>
        XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .Descendants("DirectoryEntry").Count();
}
