using System.IO.Compression;

namespace Switchbook.Storage;

/// <summary>
/// The stored form of a version's difference: who was changed and how they were before, compressed as one piece. People are
/// alike, so that a piece of many takes a fraction of its parts.
/// </summary>
internal static class UndoRecord
{
    public static async Task<byte[]> WriteAsync(IEnumerable<PersonState> states)
    {
        using var packed = new MemoryStream();
        await using (var writer = new BinaryWriter(new BrotliStream(packed, CompressionLevel.Optimal)))
        {
            foreach (var state in states)
            {
                writer.Write(true);
                writer.Write7BitEncodedInt(state.Source);
                writer.Write(state.PersonId);
                writer.Write7BitEncodedInt((state.Data?.Length ?? -1) + 1);
                writer.Write(state.Data ?? []);
            }

            writer.Write(false);
        }

        return packed.ToArray();
    }

    public static IEnumerable<PersonState> Read(byte[] undo)
    {
        if (undo.Length == 0)
        {
            yield break;
        }

        using var reader = new BinaryReader(new BrotliStream(new MemoryStream(undo), CompressionMode.Decompress));
        while (reader.ReadBoolean())
        {
            var source = reader.Read7BitEncodedInt();
            var person = reader.ReadString();
            var length = reader.Read7BitEncodedInt() - 1;
            yield return new(source, person, length < 0 ? null : reader.ReadBytes(length));
        }
    }
}
