namespace Switchbook.Synchronization;

/// <summary>One person as a run read and mapped them, in the stored form.</summary>
/// <param name="Data">See <see cref="PersonJson"/>.</param>
/// <param name="Entries">How many entries the person gives.</param>
internal readonly record struct ReadPerson(byte[] Data, int Entries);
