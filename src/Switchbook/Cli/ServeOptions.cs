namespace Switchbook.Cli;

/// <summary>What <c>serve</c> was told on the command line.</summary>
internal sealed record ServeOptions
{
    public required string DataDirectory { get; init; }

    /// <summary>How many people the simulated tenant has; null for no demo.</summary>
    public int? DemoUsers { get; init; }

    /// <summary>HTTP addresses, separated by semicolons; null for those of the settings.</summary>
    public string? Urls { get; init; }

    /// <summary>Settings of this run, as <c>KEY=VALUE</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];
}
