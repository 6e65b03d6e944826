using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;

namespace Switchbook.PhoneDirectory.Names;

/// <summary>
/// Which letters are typed as which, made from Unicode data by folding.py beside it: the program runs without ICU, and its results
/// are the same on every machine.
/// </summary>
internal static class FoldingTable
{
    private const string Resource = "Switchbook.PhoneDirectory.Names.folding.txt";

    private static readonly FrozenDictionary<char, string> Forms = Read();

    /// <summary>The folded form of a character beyond ASCII; false when it stays as it is.</summary>
    public static bool TryGet(char character, out string form) => Forms.TryGetValue(character, out form!);

    [SuppressMessage("Usage", "MA0045", Justification = "The resource is in memory.")]
    private static FrozenDictionary<char, string> Read()
    {
        var forms = new Dictionary<char, string>();
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var parts = line.Split(' ');
            foreach (var range in parts[1..])
            {
                var ends = range.Split('-');
                for (int code = Code(ends[0]), last = Code(ends[^1]); code <= last; code++)
                {
                    forms[(char)code] = parts[0] == "-" ? "" : parts[0];
                }
            }
        }

        return forms.ToFrozenDictionary();
    }

    private static int Code(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
