using System.Diagnostics.CodeAnalysis;
using Switchbook.Problems;

namespace Switchbook.Numbers;

/// <summary>Reads and writes a number policy as settings have it: a form, then options, separated by blanks.</summary>
internal static class NumberPolicyText
{
    private const int LongestOption = 16;

    /// <summary>Reads a policy; an empty text is <see cref="NumberPolicy.Dial"/>.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out NumberPolicy? policy, [NotNullWhen(false)] out Problem? problem)
    {
        policy = NumberPolicy.Dial;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            policy = With(policy, word);
            if (policy is null)
            {
                problem = NumberProblems.PolicyUnclear.With(word, text);
                return false;
            }
        }

        problem = null;
        return true;
    }

    /// <exception cref="ProblemException">It is no policy.</exception>
    public static NumberPolicy Read(string text) =>
        TryRead(text, out var policy, out var problem) ? policy : throw new ProblemException(problem);

    public static string Write(NumberPolicy policy) => string.Join(' ', Words(policy));

    private static IEnumerable<string> Words(NumberPolicy policy)
    {
        yield return Name(policy.Form);
        if (policy.Region is { } region)
        {
            yield return $"region={region.Code}";
        }

        if (policy.Prefix.Length > 0)
        {
            yield return $"prefix={policy.Prefix}";
        }

        if (policy.Extension != ExtensionUse.Drop)
        {
            yield return $"extension={Name(policy.Extension)}";
        }

        if (policy.Separator != NumberPolicy.Dial.Separator)
        {
            yield return $"separator={policy.Separator}";
        }

        if (policy.IsGrouped)
        {
            yield return "grouped";
        }
    }

    private static NumberPolicy? With(NumberPolicy policy, string word)
    {
        var parts = word.Split('=', 2);
        return parts switch
        {
            ["grouped"] => policy with { IsGrouped = true },
            [var form] => TryName<NumberForm>(form, out var named) ? policy with { Form = named } : null,
            ["region", var code] => NumberRegion.Find(code) is { } region ? policy with { Region = region } : null,
            ["prefix", { Length: <= LongestOption } prefix] when IsDialled(prefix) => policy with { Prefix = prefix },
            ["extension", var use] => TryName<ExtensionUse>(use, out var extension) ? policy with { Extension = extension } : null,
            ["separator", { Length: <= LongestOption } separator] => policy with { Separator = separator },
            _ => null,
        };
    }

    private static bool IsDialled(string text) => text.All(letter => char.IsAsciiDigit(letter) || letter is '+' or '*' or '#' or ',');

    // A number would be taken for the enumeration's value.
    private static bool TryName<T>(string text, out T value)
        where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: true, out value) && char.IsAsciiLetter(text[0]);

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
