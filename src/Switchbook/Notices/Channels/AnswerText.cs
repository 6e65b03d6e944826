namespace Switchbook.Notices.Channels;

/// <summary>Other servers' words, fit for a line of a log.</summary>
internal static class AnswerText
{
    private const int Longest = 200;

    /// <summary>In one line, without a full stop at its end, cut to 200 characters.</summary>
    public static string Line(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        return new([.. line.Where(sign => !char.IsControl(sign)).Take(Longest)]);
    }
}
