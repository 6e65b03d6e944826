using System.CommandLine;
using Switchbook.Access.Views;
using Switchbook.Ldap.Names;
using Switchbook.Ldap.Schema;
using Switchbook.Problems;

namespace Switchbook.Cli;

/// <summary><c>view set NAME</c>: makes a view, or replaces it.</summary>
internal static class ViewSetCommand
{
    private const string Nothing = "none";

    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The view's name." };
        var links = Many("--links", "The links whose people it shows, and manual for entries made by hand; all unless given.");
        var kinds = Many("--kinds", "The kinds of number that it shows of people, such as businessPhones; all unless given.");
        var fields = Many("--fields", $"What it shows beside names and numbers: {string.Join(", ", ViewFields.All)}, or none; all unless given.");
        var root = new Option<string>("--base-dn") { Description = "The root of its LDAP tree; that of the settings unless given." };
        var command = new Command("set", "Makes a view, or replaces the one of that name.") { name, links, kinds, fields, root };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var draft = new ViewDraft
            {
                Name = parsed.GetRequiredValue(name),
                Sources = Given(parsed.GetValue(links)),
                Kinds = Given(parsed.GetValue(kinds)),
                Fields = Given(parsed.GetValue(fields)),
                BaseDn = parsed.GetValue(root) is { } text ? Root(text) : null,
            };
            await installation.Get<ViewStore>().SetAsync(draft, cancellationToken);
            Output.Say($"View '{draft.Name.Trim()}' is set. Give it to clients with 'switchbook client add --view' or 'switchbook client edit'.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string[]> Many(string name, string description) => new(name) { Description = description, AllowMultipleArgumentsPerToken = true };

    private static string[]? Given(string[]? values) => values is null or [] ? null : values is [Nothing] ? [] : values;

    private static string Root(string text) =>
        DistinguishedName.TryParse(text, LdapSchema.Standard, out var name) && !name.IsEmpty ? text : throw new ProblemException(ViewProblems.BaseUnfit.With(text));
}
