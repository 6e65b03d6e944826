using System.CommandLine;
using System.Globalization;
using Switchbook.Links;

namespace Switchbook.Cli;

/// <summary>The options of <c>link add</c> and <c>link edit</c> that say when a run is held; <c>default</c> takes the setting for every link.</summary>
internal sealed class GuardSettings
{
    private const string Default = "default";

    private readonly Option<string> _guards = new("--guards") { Description = "on or off; 'default', here and below, for the setting of every link." };
    private readonly Option<string> _few = new("--guard-few") { Description = "Up to so many entries may go or change in one run whatever their share." };
    private readonly Option<string> _removed = new("--guard-removed") { Description = "The share of the entries that may go in one run, such as 0.2 or 20%." };
    private readonly Option<string> _changed = new("--guard-changed") { Description = "The share of the entries that may change in one run." };
    private readonly Option<string> _left = new("--guard-left") { Description = "The share of the entries that must stay." };

    public IEnumerable<Option> All => [_guards, _few, _removed, _changed, _left];

    public LinkGuards Read(ParseResult parsed, LinkGuards guards) => new()
    {
        Enabled = Value(parsed, _guards, Switch, guards.Enabled),
        FewEntries = Value(parsed, _few, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var few) ? few : null, guards.FewEntries),
        RemovedShare = Value(parsed, _removed, Share, guards.RemovedShare),
        ChangedShare = Value(parsed, _changed, Share, guards.ChangedShare),
        LeftShare = Value(parsed, _left, Share, guards.LeftShare),
    };

    /// <summary>The guards in words, for people.</summary>
    public static string Text(LinkGuards guards)
    {
        var words = new[]
        {
            guards.Enabled is { } enabled ? (enabled ? "on" : "off") : null,
            guards.FewEntries is { } few ? string.Create(CultureInfo.InvariantCulture, $"few {few}") : null,
            Share("removed", guards.RemovedShare),
            Share("changed", guards.ChangedShare),
            Share("left", guards.LeftShare),
        }.OfType<string>();
        return string.Join(", ", words) is { Length: > 0 } text ? text : "as for every link";
    }

    private static string? Share(string name, double? share) =>
        share is { } value ? string.Create(CultureInfo.InvariantCulture, $"{name} {100 * value:0.##} %") : null;

    private static T? Value<T>(ParseResult parsed, Option<string> option, Func<string, T?> read, T? otherwise)
        where T : struct => parsed.GetValue(option) switch
        {
            null => otherwise,
            Default => null,
            { } text => read(text) ?? throw new UsageException(new(option.Name[2..], LinkProblems.GuardUnreadable.With(text))),
        };

    private static bool? Switch(string text) => text switch
    {
        "on" => true,
        "off" => false,
        _ => null,
    };

    private static double? Share(string text)
    {
        var isPercent = text.EndsWith('%');
        return double.TryParse(text.TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
            ? share / (isPercent ? 100 : 1)
            : null;
    }
}
