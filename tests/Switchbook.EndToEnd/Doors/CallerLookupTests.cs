using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Switchbook.EndToEnd.Running;

namespace Switchbook.EndToEnd.Doors;

public sealed class CallerLookupTests(RunningServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("+44 1632 768402")]
    [InlineData("00441632768402")]
    [InlineData("01632 768402")]
    [InlineData("768402")]
    [InlineData("tel:+441632768402")]
    public async Task A_number_is_found_however_it_is_written(string number) =>
        Assert.Equal("Adele Vance", (await AskAsync(number)).TrimEnd());

    [Theory]
    [InlineData("+49 30 00000000")]
    [InlineData("anonymous")]
    public async Task An_unknown_caller_gets_an_empty_answer(string number) => Assert.Empty(await AskAsync(number));

    [Fact]
    public async Task A_manual_entry_goes_before_a_linked_one()
    {
        using var added = await server.Http.PostAsJsonAsync("/api/v1/directory", new { name = "Front office", number = "+44 7700 900402" }, Cancel);
        var id = (await added.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["id"]!.GetValue<string>();

        Assert.Equal("Front office", (await AskAsync("07700 900402")).TrimEnd());

        using var removed = await server.Http.DeleteAsync($"/api/v1/directory/{id}", Cancel);
        Assert.Equal("Adele Vance M", (await AskAsync("07700 900402")).TrimEnd());
    }

    private async Task<string> AskAsync(string number)
    {
        using var answer = await server.Http.GetAsync($"/lookup?number={Uri.EscapeDataString(number)}", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }
}
