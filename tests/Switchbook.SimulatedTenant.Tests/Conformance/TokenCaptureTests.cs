using System.Text.Json;
using Switchbook.SimulatedTenant.Tests.Support;

namespace Switchbook.SimulatedTenant.Tests.Conformance;

/// <summary>The answers of the token endpoint beside those that were captured from the real one.</summary>
public sealed class TokenCaptureTests(RunningTenant tenant) : IClassFixture<RunningTenant>
{
    [Theory]
    [InlineData("token-client-credentials", "scope", "https://graph.microsoft.com/.default")]
    [InlineData("token-error-invalid-client", "client_secret", "wrong")]
    [InlineData("token-error-invalid-scope", "scope", "api://not-a-registered-resource/.default")]
    [InlineData("token-error-unknown-client", "client_id", "00000000-0000-0000-0000-000000000000")]
    [InlineData("token-error-unsupported-grant-type", "grant_type", "no_such_grant")]
    public async Task The_answer_has_the_status_the_members_and_the_words_of_the_capture(string capture, string field, string value)
    {
        var file = MicrosoftFiles.Require($"token-errors/{capture}.json");
        var expected = JsonElement.Parse(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).GetProperty("response");
        var body = expected.GetProperty("body");
        var answer = await tenant.Client.PostTokenAsync(changes: (field, value));

        Assert.Equal(expected.GetProperty("status").GetInt32(), (int)answer.Status);
        Assert.Equal(Names(body), Names(answer.Json), StringComparer.Ordinal);
        if (body.TryGetProperty("error", out var error))
        {
            Assert.Equal(error.GetString(), answer.Json.GetProperty("error").GetString());
            Assert.Equal(body.GetProperty("error_codes")[0].GetInt32(), Assert.Single(answer.Json.GetProperty("error_codes").EnumerateArray()).GetInt32());
            Assert.Equal(Words(body), Words(answer.Json));
        }
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(member => member.Name);

    /// <summary>The description up to its first changing part, a GUID or a placeholder for one.</summary>
    private static string Words(JsonElement json)
    {
        var text = json.GetProperty("error_description").GetString()!;
        var words = text.Split(' ').Where(word => !word.Contains('{', StringComparison.Ordinal)
            && !Guid.TryParse(word.Trim('\'', '.', ','), out _) && !char.IsAsciiDigit(word[0]));
        return string.Join(' ', words);
    }
}
