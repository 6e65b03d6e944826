using System.Diagnostics.Metrics;
using System.Net;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Switchbook.Access.Clients;
using Switchbook.Audit;
using Switchbook.Ldap;
using Switchbook.Ldap.Codec;
using Switchbook.Ldap.Entries;
using Switchbook.Ldap.Filters;
using Switchbook.Ldap.Hosting;
using Switchbook.Ldap.Names;
using Switchbook.Ldap.Schema;
using Switchbook.Ldap.Searching;
using Switchbook.Ldap.Sessions;
using Switchbook.PhoneDirectory;
using Switchbook.Views;

namespace Switchbook.Benchmarks;

/// <summary>An LDAP search without its connection: the codec alone, a filter alone, and from the octets asked to those answered.</summary>
[MemoryDiagnoser]
public class LdapBenchmarks : IDisposable
{
    private const int People = 100_000;

    private readonly LdapPeer _peer = new(new IPEndPoint(IPAddress.Loopback, 1), null);
    private readonly BerWriter _output = new(1024);
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly LdapEntry _entry = new(
        DistinguishedName.Parse("uid=1,ou=people,dc=switchbook", LdapSchema.Standard),
        LdapSchema.Standard,
        [("objectClass", "inetOrgPerson"), ("cn", "Adele Vance"), ("sn", "Vance"), ("telephoneNumber", "+44 1632 960001")]);

    private LdapMetrics? _metrics;
    private LdapServer _server = null!;
    private readonly AuditNotes _notes = new(TimeProvider.System);
    private readonly ClientGate _clients;
    private byte[] _number = [];
    private byte[] _prefix = [];
    private byte[] _within = [];
    private LdapMessage _message = null!;
    private EntryFilter _filter = null!;

    public LdapBenchmarks() => _clients = new(_notes, TimeProvider.System);

    [GlobalSetup]
    public void Fill()
    {
        var directory = new CurrentDirectory();
        directory.Publish(SamplePeople.Snapshot(SamplePeople.Make(People)));
        _metrics = new LdapMetrics(_services.GetRequiredService<IMeterFactory>(), TimeProvider.System);
        _server = new LdapServer(
            new DirectoryTree(directory, new ViewedDirectory(directory), _clients, Options.Create(new LdapOptions())),
            new OpenAccess(),
            Options.Create(new LdapServerOptions()),
            _metrics,
            TimeProvider.System);
        _number = SearchMessage.Equality("+441632050000", "telephoneNumber", "mobile", "ipPhone");
        _prefix = SearchMessage.Substring(0x80, "jo", "cn", "sn");
        _within = SearchMessage.Substring(0x81, "owa", "cn", "sn");
        _message = LdapMessageReader.Decode(_number)!;
        _filter = EntryFilter.Compile(Filter(), LdapSchema.Standard);
    }

    [Benchmark]
    public object? DecodeMessage() => LdapMessageReader.Decode(_number);

    [Benchmark]
    public object? DecodeFilter() => Filter();

    [Benchmark]
    public bool EvaluateFilter() => _filter.Matches(_entry);

    [Benchmark]
    public int Number() => Answer(_number);

    [Benchmark]
    public int Prefix() => Answer(_prefix);

    [Benchmark]
    public int ThreeLettersWithin() => Answer(_within);

    public void Dispose()
    {
        _output.Dispose();
        _metrics?.Dispose();
        _services.Dispose();
        _clients.Dispose();
        _notes.Dispose();
        GC.SuppressFinalize(this);
    }

    private LdapFilter Filter() => _server.Filters().Decode(((LdapRequest.Search)_message.Request).Filter, out _)!;

    private int Answer(byte[] octets)
    {
        var message = LdapMessageReader.Decode(octets)!;
        var stop = new LdapStopSignal(TimeProvider.System);
        using var operation = new SearchOperation(
            message.Id, _server.Searches.Plan(message, (LdapRequest.Search)message.Request, _peer, stop), stop, _metrics!);
        _output.Reset();
        while (operation.Run(_output, int.MaxValue) != SearchProgress.Done)
        {
            // A scan stops from time to time to let others have their turn.
        }

        return _output.Length;
    }
}
