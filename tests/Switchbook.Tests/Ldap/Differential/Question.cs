using System.DirectoryServices.Protocols;

namespace Switchbook.Tests.Ldap.Differential;

/// <summary>A search that two servers are asked.</summary>
internal sealed record Question
{
    public required string Base { get; init; }

    public required SearchScope Scope { get; init; }

    public required string Filter { get; init; }

    public string[] Attributes { get; init; } = [];

    public bool TypesOnly { get; init; }

    /// <summary>Entries; 0 for all.</summary>
    public int SizeLimit { get; init; }

    /// <summary>Entries a page; 0 for no pages.</summary>
    public int PageSize { get; init; }

    /// <summary>Attribute types, a minus in front for reverse order; each with a rule that both servers have.</summary>
    public string[] Sort { get; init; } = [];

    /// <summary>Where a window begins and how long it is, by offset or by value; null for no list view.</summary>
    public (int Offset, string? Value, int Before, int After)? Window { get; init; }

    /// <summary>Controls sent as they are.</summary>
    public DirectoryControl[] Controls { get; init; } = [];

    public override string ToString() =>
        $"{Scope} \"{Base}\" {Filter} [{string.Join(' ', Attributes)}]{(TypesOnly ? " typesOnly" : "")} limit {SizeLimit}"
        + $" pages {PageSize} sort [{string.Join(' ', Sort)}] window {Window} controls {string.Join(' ', Controls.Select(Text))}";

    private static string Text(DirectoryControl control) => $"{control.Type}={Convert.ToHexString(control.GetValue() ?? [])}";
}
