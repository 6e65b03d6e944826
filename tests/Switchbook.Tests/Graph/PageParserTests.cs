using System.Text;
using System.Text.Json;
using CsCheck;
using Switchbook.Graph;

namespace Switchbook.Tests.Graph;

public sealed class PageParserTests
{
    private const int Largest = 1_000_000;

    private static readonly PropertySelection Selection = new(["displayName", "businessPhones", "onPremisesExtensionAttributes/extensionAttribute1"]);

    private static readonly Gen<string> Text = Gen.String[Gen.Char['\u0001', '\u07ff'], 0, 12];

    private static readonly Gen<string> OneJson = Gen.Select(
        Gen.Guid, Text, Text.List[0, 3], Text, Gen.Int[0, 5],
        (id, name, phones, extension, odd) => Person(id, name, phones, extension, odd));

    private static readonly Gen<byte[]> Page = OneJson.List[0, 6].Select(people => Encoding.UTF8.GetBytes(
        $$"""{"@odata.context":"x","@odata.count":{{people.Count}},"@odata.nextLink":"https://graph/next","value":[{{string.Join(',', people)}}] }"""));

    [Fact]
    public Task However_the_bytes_are_cut_the_people_are_the_same() =>
        Gen.Select(Page, Gen.Int[1, 40].Array[1, 8]).SampleAsync(
            async (page, cuts) => Assert.Equal(Describe(await ReadAsync(page, [page.Length])), Describe(await ReadAsync(page, cuts))),
            iter: 2000);

    [Fact]
    public Task A_page_that_ends_early_is_an_error_and_never_a_shorter_list() =>
        Gen.Select(Page, Gen.Double[0, 1], Gen.Int[1, 40]).SampleAsync(
            async (page, share, cut) => await Assert.ThrowsAnyAsync<JsonException>(() => ReadAsync(page[..(int)((page.Length - 1) * share)], [cut])),
            iter: 2000);

    [Fact]
    public Task Any_bytes_give_a_page_or_an_error_that_a_retry_knows() =>
        Gen.Select(Page, Gen.Int[0, 5000], Gen.Byte).SampleAsync(
            async (page, place, value) =>
            {
                page[place % page.Length] = value;
                try
                {
                    Assert.All((await ReadAsync(page, [64])).People, person => Assert.NotEmpty(person.Id));
                }
                catch (JsonException)
                {
                    // A page that is not whole.
                }
            },
            iter: 5000);

    [Theory]
    [InlineData("""{"value":[{"id":"a","displayName":"Al","businessPhones":["1","2"]}]}""", "a|Al|1,2|")]
    [InlineData("""{"value":[{"id":"a","displayName":null,"businessPhones":null}]}""", "a|||")]
    [InlineData("""{"value":[{"id":"a"}]}""", "a|||")]
    [InlineData("""{"value":[{"id":"a","businessPhones":"7"}]}""", "a||7|")]
    [InlineData("""{"value":[{"id":"a","businessPhones":[1,true,null,["x"],{"y":1},"z"]}]}""", "a||1,true,z|")]
    [InlineData("""{"value":[{"id":"a","displayName":{"deep":[1]},"onPremisesExtensionAttributes":{"other":"o","extensionAttribute1":"42"}}]}""", "a|||42")]
    [InlineData("""{"value":[{"id":"a","onPremisesExtensionAttributes":"text"}]}""", "a|||")]
    [InlineData("""{"value":[{"displayName":"cut \ud83d","id":"a"}]}""", "a|cut \ufffd||")]
    [InlineData("""{"@odata.context":{"value":[1]},"other":[{"id":"b"}],"value":[{"id":"a"}],"last":1}""", "a|||")]
    [InlineData("""{"value":[]}""", "")]
    public async Task Values_are_read_as_they_stand_and_all_else_is_skipped(string page, string expected)
    {
        var read = await ReadAsync(Encoding.UTF8.GetBytes(page), [7]);
        Assert.Equal(expected, string.Join(';', read.People.Select(Describe)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"value":null}""")]
    [InlineData("""{"value":{}}""")]
    [InlineData("""{"value":[null]}""")]
    [InlineData("""{"value":[{"displayName":"nobody"}]}""")]
    [InlineData("""{"value":[{"id":null}]}""")]
    [InlineData("""{"value":[],"value":[]}""")]
    [InlineData("""{"value":[]}{}""")]
    [InlineData("""{"value":[]""")]
    [InlineData("""{"value":[],"error":{"code":"x"}}""")]
    [InlineData("""{"value":[],"@odata.nextLink":7}""")]
    public Task What_is_no_page_is_an_error(string page) =>
        Assert.ThrowsAnyAsync<JsonException>(() => ReadAsync(Encoding.UTF8.GetBytes(page), [3]));

    [Fact]
    public Task Absurd_depth_is_an_error() => Assert.ThrowsAnyAsync<JsonException>(
        () => ReadAsync(Encoding.UTF8.GetBytes("""{"value":[{"id":"a","x":""" + new string('[', 100_000)), [4096]));

    [Fact]
    public Task A_page_beyond_the_limit_is_refused_before_it_is_held() => Assert.ThrowsAsync<PageTooLargeException>(
        () => ReadAsync(Encoding.UTF8.GetBytes("""{"value":[],"x":""" + '"' + new string('x', Largest)), [100_000]));

    [Fact]
    public async Task The_next_link_is_told_before_the_people_have_come()
    {
        var told = "";
        var page = """{"@odata.nextLink":"https://graph/next","value":["""u8.ToArray();

        await Assert.ThrowsAnyAsync<JsonException>(() => ReadAsync(page, [page.Length], link => told = link));

        Assert.Equal("https://graph/next", told);
    }

    private static async Task<PeoplePage> ReadAsync(byte[] page, int[] cuts, Action<string>? nextLinkSeen = null)
    {
        await using var body = new CutStream(page, cuts);
        return await new PageParser(Selection, Largest).ReadAsync(body, nextLinkSeen, TestContext.Current.CancellationToken);
    }

    private static string Person(Guid id, string name, List<string> phones, string extension, int odd)
    {
        var json = JsonSerializer.Serialize(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [odd == 1 ? "@odata.type" : "other"] = new[] { name, extension },
            ["displayName"] = odd == 2 ? null : name,
            ["id"] = id,
            ["businessPhones"] = odd == 3 ? name : phones,
            ["onPremisesExtensionAttributes"] = new { other = 1.5, extensionAttribute1 = extension },
        });
        return json;
    }

    private static string Describe(PeoplePage page) =>
        $"{page.Count} {page.NextLink} {string.Join(';', page.People.Select(Describe))}";

    private static string Describe(Person person) =>
        $"{person.Id}|{string.Join('|', person.Values.Select(values => string.Join(',', values)))}";

    /// <summary>Gives its bytes in pieces of the given sizes, again and again.</summary>
    private sealed class CutStream(byte[] bytes, int[] cuts) : MemoryStream(bytes)
    {
        private int _turn;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, cuts[_turn++ % cuts.Length])], cancellationToken);
    }
}
