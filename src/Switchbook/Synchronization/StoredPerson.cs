namespace Switchbook.Synchronization;

/// <summary>One person of a link as the store holds them.</summary>
/// <param name="Entries">How many entries the person gives.</param>
/// <param name="Data">See <see cref="PersonJson"/>.</param>
internal sealed record StoredPerson(string PersonId, int Entries, byte[] Data);
