using System.Text.Json;

namespace Switchbook.SimulatedTenant.Graph;

/// <summary>A collection that is read in pages: users, members, groups, changes.</summary>
internal interface IListing
{
    /// <summary>The number of places; at some of them there may be nothing for this request.</summary>
    int Places { get; }

    /// <summary>Whether something stands at a place.</summary>
    bool Includes(int place);

    /// <summary>Writes what stands at a place, as one JSON object.</summary>
    void Write(Utf8JsonWriter json, int place);

    /// <summary>Writes only its ID, everything else null, as for a caller without permission.</summary>
    void WriteLimited(Utf8JsonWriter json, int place);
}
