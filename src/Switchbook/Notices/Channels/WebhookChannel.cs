using System.Globalization;
using System.Net.Mime;
using System.Text;
using Switchbook.Problems;

namespace Switchbook.Notices.Channels;

/// <summary>Posts notices to a webhook.</summary>
/// <param name="number">Its place among the webhooks of the settings, from 0.</param>
internal sealed class WebhookChannel(int number, WebhookOptions options, HttpMessageInvoker http) : INoticeChannel
{
    /// <summary>Of an answer, so much is looked at.</summary>
    private const int LongestAnswer = 4096;

    private readonly Uri _url = new(options.Url);

    /// <summary>The host alone: what follows it is secret.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"webhook {number} at {_url.Authority}");

    public async Task<string> SendAsync(Notice notice, CancellationToken cancellationToken)
    {
        var content = options.Kind == WebhookKind.Teams ? TeamsCard.Write(notice) : NoticeJson.Write(notice);
        using var request = new HttpRequestMessage(HttpMethod.Post, _url)
        {
            Content = new StringContent(content, Encoding.UTF8, MediaTypeNames.Application.Json),
        };
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var answer = await AnswerAsync(response, cancellationToken);
            return response.IsSuccessStatusCode ? answer : throw new ProblemException(NoticeProblems.WebhookRefused.With(Name, answer));
        }
        catch (Exception away) when (away is HttpRequestException or IOException)
        {
            throw new ProblemException(NoticeProblems.WebhookUnreachable.With(Name, AnswerText.Line(away.InnerException?.Message ?? away.Message)), away);
        }
    }

    private async Task<string> AnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var start = new byte[LongestAnswer];
        var length = await body.ReadAtLeastAsync(start, LongestAnswer, throwOnEndOfStream: false, cancellationToken);
        var status = string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode} {response.ReasonPhrase}");
        return AnswerText.Line($"{status} {WithoutSecrets(Encoding.UTF8.GetString(start, 0, length))}");
    }

    /// <summary>A server may repeat the address that it was asked by.</summary>
    private string WithoutSecrets(string text) =>
        _url.Query.Split(['?', '&', '=']).Concat(_url.Segments.Select(segment => segment.Trim('/')))
            .Where(part => part.Length >= 8)
            .SelectMany(part => new[] { part, Uri.UnescapeDataString(part) })
            .Aggregate(text, (shown, part) => shown.Replace(part, "…", StringComparison.OrdinalIgnoreCase));
}
