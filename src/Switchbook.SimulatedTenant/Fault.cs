using System.Globalization;

namespace Switchbook.SimulatedTenant;

/// <summary>A fault that is switched on: which, where and how often.</summary>
/// <param name="Name">A name of the <see cref="FaultCatalogue"/>.</param>
public sealed record Fault(string Name)
{
    /// <summary>What the fault's description says it means; null for its default.</summary>
    public string? Argument { get; init; }

    /// <summary>Which page of a read it strikes; without meaning for faults of the sign-in.</summary>
    public FaultPosition Position { get; init; }

    /// <summary>The page, from 1, for <see cref="FaultPosition.Number"/>.</summary>
    public int Page { get; init; }

    /// <summary>How many times it strikes; null for always.</summary>
    public int? Times { get; init; }

    /// <summary>
    /// Reads <c>NAME[:ARGUMENT][@first|@middle|@last|@PAGE][,once|,always|,TIMES]</c>; without a number of times the
    /// catalogue's default holds.
    /// </summary>
    /// <exception cref="FormatException">The text is not a fault; the message says why.</exception>
    public static Fault Parse(string text)
    {
        var (rest, times) = Split(text, ',');
        (rest, var position) = Split(rest, '@');
        var (name, argument) = Split(rest, ':');
        var description = FaultCatalogue.Find(name.Trim())
            ?? throw new FormatException(
                $"There is no fault \"{name}\". The faults are {string.Join(", ", FaultCatalogue.All.Select(fault => fault.Name))}.");
        var fault = new Fault(description.Name) { Argument = argument };
        return WithTimes(WithPosition(fault, position), times, description);
    }

    public override string ToString()
    {
        var argument = Argument is null ? "" : ":" + Argument;
        var position = Position switch
        {
            FaultPosition.Any => "",
            FaultPosition.Number => "@" + Page.ToString(CultureInfo.InvariantCulture),
            _ => "@" + Position.ToString().ToLowerInvariant(),
        };
        var times = Times switch
        {
            null => ",always",
            1 => ",once",
            _ => "," + Times.Value.ToString(CultureInfo.InvariantCulture),
        };
        return Name + argument + position + times;
    }

    /// <summary>The argument as a number that is not negative.</summary>
    internal int Number(int otherwise) =>
        int.TryParse(Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    internal bool Strikes(int page, int pages) => Position switch
    {
        FaultPosition.First => page == 1,
        FaultPosition.Middle => page == (pages + 1) / 2,
        FaultPosition.Last => page == pages,
        FaultPosition.Number => page == Page,
        _ => true,
    };

    private static Fault WithPosition(Fault fault, string? position) => position switch
    {
        null => fault,
        _ when int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 =>
            fault with { Position = FaultPosition.Number, Page = page },
        "first" => fault with { Position = FaultPosition.First },
        "middle" => fault with { Position = FaultPosition.Middle },
        "last" => fault with { Position = FaultPosition.Last },
        _ => throw new FormatException($"\"{position}\" is no position: first, middle, last or the number of a page."),
    };

    private static Fault WithTimes(Fault fault, string? times, FaultDescription description) => times switch
    {
        null => fault with { Times = description.IsPassing ? 1 : null },
        "once" => fault with { Times = 1 },
        "always" => fault with { Times = null },
        _ when int.TryParse(times, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 =>
            fault with { Times = count },
        _ => throw new FormatException($"\"{times}\" is no number of times: once, always or a number."),
    };

    private static (string Before, string? After) Split(string text, char mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }
}
