using System.Text.Json;
using Switchbook.PhoneDirectory;

namespace Switchbook.Api;

/// <summary>Entries of different people that a phone cannot tell apart.</summary>
/// <param name="Kind"><c>sameNumber</c> or <c>sameName</c>.</param>
internal sealed record ConflictJson(string Kind, IEnumerable<EntryJson> Entries)
{
    public static ConflictJson Of(DirectoryConflict conflict) =>
        new(JsonNamingPolicy.CamelCase.ConvertName(conflict.Kind.ToString()), conflict.Entries.Select(EntryJson.Of));
}
