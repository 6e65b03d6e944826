namespace Switchbook.Ldap.Tests.Codec;

/// <summary>The decoder against spoilt messages; <c>FUZZ_INPUTS</c> and <c>FUZZ_SEED</c> make a long run of it.</summary>
public sealed class DecoderFuzzTests(ITestOutputHelper output)
{
    private const int InputsByDefault = 200_000;

    [Fact]
    public void Spoilt_messages_are_refused_and_never_a_fault()
    {
        var inputs = Number("FUZZ_INPUTS", InputsByDefault);
        var seed = Number("FUZZ_SEED", 4);
        var mutator = new Mutator(DecoderFuzz.Corpus, seed);
        var fuzz = new DecoderFuzz();
        var before = GC.GetTotalMemory(true);
        for (var i = 0; i < inputs; i++)
        {
            var input = mutator.Next();
            try
            {
                fuzz.Try(input);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Input {i} of seed {seed}: {Convert.ToHexString(input)}", exception);
            }
        }

        output.WriteLine($"{inputs} inputs, seed {seed}: {fuzz.Reached}");
        Assert.InRange(fuzz.Reached.Filters, inputs / 100, inputs);
        Assert.InRange(GC.GetTotalMemory(true) - before, long.MinValue, 16 * 1024 * 1024);
    }

    [Fact]
    public void Every_message_of_the_corpus_is_read()
    {
        var fuzz = new DecoderFuzz();
        foreach (var message in DecoderFuzz.Corpus)
        {
            fuzz.Try(message);
        }

        Assert.Equal(DecoderFuzz.Corpus.Count, fuzz.Reached.Messages);
        Assert.Equal(71, fuzz.Reached.Searches);
        Assert.Equal(71, fuzz.Reached.Filters);
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}
