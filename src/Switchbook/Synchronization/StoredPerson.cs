namespace Switchbook.Synchronization;

/// <summary>One person of a link as the store holds them.</summary>
internal sealed record StoredPerson(string PersonId, ReadPerson Person);
