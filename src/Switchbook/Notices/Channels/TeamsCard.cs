using System.Text.Json.Nodes;

namespace Switchbook.Notices.Channels;

/// <summary>
/// A notice as Teams' Workflows take it behind "When a Teams webhook request is received": a message with one Adaptive Card.
/// </summary>
internal static class TeamsCard
{
    public static string Write(Notice notice) => new JsonObject
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["contentUrl"] = null,
            ["content"] = Card(notice),
        }),
    }.ToJsonString();

    private static JsonObject Card(Notice notice) => new()
    {
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["type"] = "AdaptiveCard",
        ["version"] = "1.4",
        ["msteams"] = new JsonObject { ["width"] = "Full" },
        ["body"] = new JsonArray([Line(notice.Title, "bolder", "default"), .. Body(notice)]),
    };

    private static IEnumerable<JsonObject> Body(Notice notice)
    {
        if (notice.News.Length == 0)
        {
            yield return Line(notice.Text);
            yield break;
        }

        foreach (var news in notice.News.Take(NoticeText.MostNews))
        {
            yield return Line(NoticeText.Headline(news), "bolder", Color(news.Kind));
            foreach (var line in NoticeText.Lines(news))
            {
                yield return Line(line);
            }
        }

        foreach (var line in NoticeText.More(notice.News).Append($"Sent by Switchbook on {notice.Server}."))
        {
            yield return Line(line);
        }
    }

    /// <summary>A run of text, which unlike a block of text is not read as Markdown.</summary>
    private static JsonObject Line(string text, string weight = "default", string color = "default") => new()
    {
        ["type"] = "RichTextBlock",
        ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = text, ["weight"] = weight, ["color"] = color }),
    };

    private static string Color(NewsKind kind) => kind switch
    {
        NewsKind.Recovered => "good",
        NewsKind.CredentialEnds => "warning",
        _ => "attention",
    };
}
