namespace Switchbook.Storage;

/// <summary>One person of one source as stored at some time.</summary>
/// <param name="Source">The link's key; <see cref="Manual"/> for entries made by hand.</param>
/// <param name="PersonId">The object ID, or the ID of the entry made by hand.</param>
/// <param name="Data">The person in the stored form; null for nobody.</param>
internal sealed record PersonState(int Source, string PersonId, byte[]? Data)
{
    public const int Manual = 0;
}
