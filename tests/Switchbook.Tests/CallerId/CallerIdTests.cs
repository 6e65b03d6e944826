using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Switchbook.CallerId;
using Switchbook.PhoneDirectory;
using static Switchbook.Tests.PhoneDirectory.People;

namespace Switchbook.Tests.CallerId;

public class CallerIdTests
{
    [Theory]
    [InlineData("/lookup?number=%2B441632768402", "Adele Vance")]
    [InlineData("/lookup?number=+441632768402", "Adele Vance")]
    [InlineData("/lookup?number=402", "Adele Vance")]
    [InlineData("/lookup?number=01632%20768403", "Two Lines")]
    [InlineData("/lookup?number=anonymous", "")]
    [InlineData("/lookup?number=999999999", "")]
    [InlineData("/lookup?number=", "")]
    [InlineData("/lookup", "")]
    public async Task The_name_is_the_body_or_there_is_none(string path, string body)
    {
        await using var server = await StartAsync();
        using var client = server.GetTestClient();
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/lookup?number=402&format=json", "text/plain")]
    [InlineData("/lookup?number=402", "application/json")]
    public async Task Who_asks_for_JSON_gets_all_matches(string path, string accept)
    {
        await using var server = await StartAsync();
        using var client = server.GetTestClient();
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        using var answer = JsonDocument.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));

        Assert.Equal("Adele Vance", answer.RootElement.GetProperty("name").GetString());
        var match = Assert.Single(answer.RootElement.GetProperty("matches").EnumerateArray());
        Assert.Equal("+441632768402 x402", match.GetProperty("number").GetString());
        Assert.Equal("Link", match.GetProperty("source").GetString());
        Assert.Equal("1", match.GetProperty("person").GetString());
        Assert.Equal("businessPhones", match.GetProperty("kind").GetString());
        Assert.Equal(13, match.GetProperty("id").GetString()?.Length);
    }

    [Theory]
    [InlineData("", "http://localhost/lookup?format=json&number=[Number]")]
    [InlineData("/as/token", "http://localhost/as/token/lookup?format=json&number=[Number]")]
    public async Task A_3CX_gets_a_template_that_asks_at_the_address_at_which_it_was_fetched(string pathBase, string url)
    {
        await using var server = await StartAsync(pathBase);
        using var client = server.GetTestClient();
        using var response = await client.GetAsync(new Uri($"{pathBase}/lookup/3cx.xml", UriKind.Relative), TestContext.Current.CancellationToken);
        var template = XDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!;

        Assert.Equal("switchbook-3cx.xml", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(["Number", "Connection", "Parameters", "Authentication", "Scenarios"], template.Elements().Select(each => each.Name.LocalName));
        Assert.Equal(url, template.Descendants("Request").Single().Attribute("Url")!.Value);
        using var answer = JsonDocument.Parse(await client.GetStringAsync(
            new Uri(url.Replace("[Number]", "%2B441632768402", StringComparison.Ordinal)), TestContext.Current.CancellationToken));
        foreach (var path in template.Descendants("Variable").Select(variable => variable.Attribute("Path")!.Value.Split('.')))
        {
            Assert.NotEmpty(answer.RootElement.GetProperty(path[0])[0].GetProperty(path[1]).GetString()!);
        }
    }

    [Fact]
    public void A_long_name_is_cut_between_characters() =>
        Assert.Equal(new string('a', CallerName.Longest - 1), CallerName.Of(new string('a', CallerName.Longest - 1) + "\U0001F600"));

    private static async Task<WebApplication> StartAsync(string pathBase = "")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddPhoneDirectory().AddCallerId();
        var server = builder.Build();
        server.UsePathBase(pathBase);
        server.UseRouting();
        server.MapCallerId();
        server.Services.GetRequiredService<CurrentDirectory>().Publish(Directory(Link(
            "Link",
            Person("1", "Adele Vance", "+441632768402 x402"),
            Person("2", "Two\r\nLines\u0007", "+441632768403"))));
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }
}
