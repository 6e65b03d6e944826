using Switchbook.Graph;

namespace Switchbook.Mapping;

/// <summary>Everything that decides what of a person who is read stands in the directory.</summary>
/// <param name="Fields">What becomes names and numbers.</param>
/// <param name="Audience">Who is in.</param>
internal sealed record ContentRules(FieldMapping Fields, Audience Audience)
{
    /// <summary>What has to be read of each person, the mapping's first.</summary>
    public PropertySelection Properties => new(UsesTeams ? [.. Paths, TeamsNumbers.AccountType] : Paths);

    /// <summary>Whether something that only Teams knows decides.</summary>
    public bool UsesTeams => Audience.ResourceAccounts || Paths.Any(TeamsNumbers.IsOne);

    private string[] Paths => [.. Fields.Properties.Paths, .. AudienceRules.Properties(Audience)];

    /// <summary>Changes when, and only when, the same people may give other entries: then a run has to read everyone.</summary>
    public string Fingerprint => $"{Fields}; {AudienceJson.Write(Audience)}";
}
