using BenchmarkDotNet.Attributes;
using Switchbook.PhoneDirectory;

namespace Switchbook.Benchmarks;

/// <summary>The system directory in memory: building a snapshot and looking into it.</summary>
[MemoryDiagnoser]
public class DirectoryBenchmarks
{
    private DirectoryPerson[] _people = [];
    private DirectorySnapshot _snapshot = DirectorySnapshot.Empty;
    private string _number = "";

    [Params(10_000, 100_000)]
    public int People { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _people = SamplePeople.Make(People);
        _snapshot = SamplePeople.Snapshot(_people);
        _number = _people[People / 2].Numbers[0].Number;
    }

    [Benchmark]
    public object BuildSnapshot() => SamplePeople.Snapshot(_people);

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
}
