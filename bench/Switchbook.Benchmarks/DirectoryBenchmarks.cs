using BenchmarkDotNet.Attributes;
using Switchbook.PhoneDirectory;

namespace Switchbook.Benchmarks;

/// <summary>The system directory in memory: building a snapshot and looking into it.</summary>
[MemoryDiagnoser]
public class DirectoryBenchmarks
{
    private static readonly string[] GivenNames = ["Adele", "Jörg", "Łukasz", "Søren", "John", "Mary", "Zoë", "Ryan", "Irvin", "Megan"];
    private static readonly string[] Syllables = ["van", "mül", "ler", "kow", "al", "ski", "ber", "son", "rod", "wil", "mac", "tor"];

    private DirectoryPerson[] _people = [];
    private DirectorySnapshot _snapshot = DirectorySnapshot.Empty;
    private string _number = "";

    [Params(10_000, 100_000)]
    public int People { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        var random = new Random(1);
        _people = [.. Enumerable.Range(0, People).Select(index => Person(index, random))];
        _snapshot = Build();
        _number = _people[People / 2].Numbers[0].Number;
    }

    [Benchmark]
    public object BuildSnapshot() => Build();

    [Benchmark]
    public int Prefix() => _snapshot.Search("jo", 50).Count();

    [Benchmark]
    public int ThreeLetters() => _snapshot.Search("owa", 50).Count();

    [Benchmark]
    public int AbsentLetters() => _snapshot.Search("qzx", 50).Count();

    [Benchmark]
    public int FullNumber() => _snapshot.Lookup(_number, limit: 1).Count;

    [Benchmark]
    public int LastSevenDigits() => _snapshot.Lookup(_number[^7..], limit: 1).Count;

    private static DirectoryPerson Person(int index, Random random)
    {
        var given = random.GetItems(GivenNames, 1)[0];
        var surname = string.Concat(random.GetItems(Syllables, 3));
        var name = $"{given} {char.ToUpperInvariant(surname[0])}{surname[1..]}";
        return new DirectoryPerson
        {
            Id = new Guid(index, 0, 0, new byte[8]).ToString(),
            Name = name,
            GivenName = given,
            Surname = surname,
            Mail = $"user{index}@example.com",
            Numbers = [new DirectoryNumber("businessPhones", name, $"+44163{2_000_000 + index}")],
        };
    }

    private DirectorySnapshot Build() => DirectorySnapshot.Build(
        1,
        DateTimeOffset.UnixEpoch,
        [new DirectorySource(DirectorySource.Manual, null, []), new DirectorySource("Link", null, _people)],
        new DirectoryOptions { MaximumEntries = 1_000_000 });
}
