namespace Switchbook.Ldap.Tests.Codec;

/// <summary>Spoils messages: flips, inserts, removes, repeats and splices octets; the same for the same seed.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> corpus, int seed)
{
    private static readonly byte[] Telling = [0x00, 0x01, 0x30, 0x7F, 0x80, 0x81, 0x82, 0x84, 0x88, 0xA0, 0xA2, 0xFF];

    private readonly Random _chance = new(seed);

    public byte[] Next()
    {
        var octets = corpus[_chance.Next(corpus.Count)].ToList();
        for (var times = _chance.Next(1, 6); times > 0; times--)
        {
            var at = _chance.Next(octets.Count + 1);
            switch (_chance.Next(6))
            {
                case 0 when at < octets.Count:
                    octets[at] ^= (byte)(1 << _chance.Next(8));
                    break;
                case 1 when at < octets.Count:
                    octets[at] = Telling[_chance.Next(Telling.Length)];
                    break;
                case 2:
                    octets.Insert(at, Telling[_chance.Next(Telling.Length)]);
                    break;
                case 3:
                    octets.RemoveRange(at, Math.Min(_chance.Next(4), octets.Count - at));
                    break;
                case 4:
                    var part = octets.GetRange(at, Math.Min(_chance.Next(24), octets.Count - at));
                    octets.InsertRange(_chance.Next(octets.Count + 1), part);
                    break;
                default:
                    var other = corpus[_chance.Next(corpus.Count)];
                    octets.InsertRange(at, other.AsSpan(_chance.Next(other.Length)));
                    octets.RemoveRange(Math.Min(octets.Count, 2000), Math.Max(0, octets.Count - 2000));
                    break;
            }
        }

        return [.. octets];
    }
}
