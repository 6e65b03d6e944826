using System.CommandLine;
using System.Globalization;
using Switchbook.Graph;
using Switchbook.Links;

namespace Switchbook.Cli;

/// <summary>The options of <c>link add</c> and <c>link edit</c>; what is not given leaves the draft as it is.</summary>
internal sealed class LinkOptions
{
    private readonly Option<string> _tenantId = new("--tenant-id") { Description = "Directory (tenant) ID, a GUID." };
    private readonly Option<string> _clientId = new("--client-id") { Description = "Application (client) ID, a GUID." };
    private readonly CredentialOptions _credential = new();
    private readonly Option<string> _directory = new("--directory")
    {
        Description = "tenant: all users of the tenant; group: the members of one group.",
    };

    private readonly Option<string> _groupId = new("--group-id") { Description = "The group's object ID, for --directory group." };
    private readonly Option<bool> _directOnly = new("--direct-members-only") { Description = "Leave out members of nested groups." };
    private readonly Option<string> _nameField = new("--name-field") { Description = "User property with the name (default displayName)." };
    private readonly Option<string> _numberFields = new("--number-fields")
    {
        Description = "User properties with numbers, each with an optional suffix (default businessPhones; such as businessPhones,mobilePhone=M).",
    };

    private readonly AudienceOptions _audience = new();
    private readonly GuardSettings _guards = new();
    private readonly Option<string> _cloud = new("--cloud") { Description = "global, usgov, usgov-dod, china or custom." };
    private readonly Option<string> _login = new("--login-endpoint") { Description = "Sign-in service root, for --cloud custom." };
    private readonly Option<string> _graph = new("--graph-endpoint") { Description = "Microsoft Graph service root, for --cloud custom." };
    private readonly Option<string> _resync = new("--resync") { Description = "From the end of a run to the next (hh:mm:ss or seconds; default 01:00:00)." };
    private readonly Option<string> _leastResync = new("--resync-least") { Description = "Adapts the interval: this after a change, longer after each run without one, up to --resync; 0 for a fixed one." };
    private readonly Option<bool?> _notifications = new("--notifications") { Description = "Let Microsoft tell of changes, so that a run comes soon after them (needs ChangeNotifications:Address)." };
    private readonly Option<string> _region = new("--region") { Description = "Country in which numbers without a country code are read, such as GB." };
    private readonly Option<string> _trust = new("--trust-ca") { Description = "PEM file with further certificate authorities to trust." };

    public void AddTo(Command command, bool required)
    {
        _tenantId.Required = required;
        _clientId.Required = required;
        _directory.Required = required;
        Option[] all =
        [
            _tenantId, _clientId, .. _credential.All, _directory, _groupId, _directOnly, _nameField, _numberFields,
            .. _audience.All, .. _guards.All, _cloud, _login, _graph, _resync, _leastResync, _notifications, _region, _trust,
        ];
        foreach (var option in all)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The draft with what was given on the command line in place of what it held.</summary>
    /// <param name="promptForSecret">Whether to ask for the secret on a terminal when no credential was given.</param>
    public async Task<LinkDraft> ReadAsync(ParseResult parsed, LinkDraft draft, bool promptForSecret, CancellationToken cancellationToken)
    {
        draft = Fields(parsed, Endpoints(parsed, Scope(parsed, draft)));
        return draft with
        {
            TrustedAuthorities = parsed.GetValue(_trust) is { } trust ? await InputFile.TextAsync(trust, cancellationToken) : draft.TrustedAuthorities,
            Credential = await _credential.ReadAsync(parsed, draft.Name, promptForSecret, cancellationToken),
        };
    }

    private LinkDraft Scope(ParseResult parsed, LinkDraft draft)
    {
        var directory = parsed.GetValue(_directory) ?? draft.Directory;
        var becomesTenant = directory == "tenant" && draft.Directory != "tenant";
        return draft with
        {
            Directory = directory,
            GroupId = parsed.GetValue(_groupId) ?? (becomesTenant ? null : draft.GroupId),
            DirectMembersOnly = parsed.GetResult(_directOnly) is { Implicit: false } ? parsed.GetValue(_directOnly) : draft.DirectMembersOnly,
        };
    }

    private LinkDraft Endpoints(ParseResult parsed, LinkDraft draft)
    {
        var cloud = parsed.GetValue(_cloud) ?? draft.Cloud;
        var leavesCustom = cloud != draft.Cloud && cloud != CloudEndpoints.CustomName;
        return draft with
        {
            Cloud = cloud,
            LoginEndpoint = parsed.GetValue(_login) ?? (leavesCustom ? null : draft.LoginEndpoint),
            GraphEndpoint = parsed.GetValue(_graph) ?? (leavesCustom ? null : draft.GraphEndpoint),
        };
    }

    private LinkDraft Fields(ParseResult parsed, LinkDraft draft) => draft with
    {
        TenantId = parsed.GetValue(_tenantId) ?? draft.TenantId,
        ClientId = parsed.GetValue(_clientId) ?? draft.ClientId,
        NameField = parsed.GetValue(_nameField) ?? draft.NameField,
        NumberFields = parsed.GetValue(_numberFields) ?? draft.NumberFields,
        Audience = _audience.Read(parsed, draft.Audience),
        Guards = _guards.Read(parsed, draft.Guards),
        Resync = parsed.GetValue(_resync) is { } resync ? Interval(resync) : draft.Resync,
        LeastResync = parsed.GetValue(_leastResync) is { } least ? Adaptive(Interval(least)) : draft.LeastResync,
        Notifications = parsed.GetValue(_notifications) ?? draft.Notifications,
        Region = parsed.GetValue(_region) ?? draft.Region,
    };

    private static TimeSpan? Adaptive(TimeSpan least) => least == TimeSpan.Zero ? null : least;

    private static TimeSpan Interval(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= int.MaxValue)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval)
            ? interval
            : throw new UsageException(new("resync", LinkProblems.ResyncUnreadable.With(text)));
    }
}
