using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;

[assembly: AssemblyFixture(typeof(Switchbook.EndToEnd.Running.RunningServer))]

namespace Switchbook.EndToEnd.Running;

/// <summary>The built program with its demo, as a process of its own on free ports and in a directory of its own.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    public const int People = 200;

    public const string LinkName = "TeamsDirectory";

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly string _data = Directory.CreateTempSubdirectory("switchbook-e2e-").FullName;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    /// <summary>Where the repository stands.</summary>
    public static string Root => Assembly.GetExecutingAssembly()
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>The program as it was built beside these tests, with its own files and manifests.</summary>
    private static string Program
    {
        get
        {
            var built = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(built.Parent!.Parent!.FullName, "Switchbook", built.Name, "switchbook.dll");
        }
    }

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public int LdapPort { get; } = FreePort();

    public HttpClient Http { get; private set; } = default!;

    /// <summary>What the server has written on standard error so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    public async ValueTask InitializeAsync()
    {
        _process = new Process { StartInfo = Start(), EnableRaisingEvents = true };
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"The server ended:\n{Said}"));
        _process.Start();
        _process.BeginErrorReadLine();
        try
        {
            await _ready.Task.WaitAsync(LongestStart, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException late)
        {
            throw new InvalidOperationException($"The server was not ready in time:\n{Said}", late);
        }

        Http = new HttpClient { BaseAddress = Address };
    }

    /// <summary>Runs a verb on the server's data directory; <paramref name="input"/> is its standard input.</summary>
    public async Task RunAsync(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments, "--data", _data]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var verb = Process.Start(start)!;
        await verb.StandardInput.WriteAsync(input);
        verb.StandardInput.Close();
        var said = await verb.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await verb.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(verb.ExitCode == 0, said);
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
            _process.Dispose();
        }

        Directory.Delete(_data, recursive: true);
    }

    private ProcessStartInfo Start()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardError = true, WorkingDirectory = _data };
        foreach (var argument in (string[])[
            Program, "serve", "--demo", "--demo-users", $"{People}", "--data", _data, "--urls", Address.GetLeftPart(UriPartial.Authority),
            "--set", $"Ldap:Port={LdapPort}", "--set", "Ldap:TlsPort=0"])
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private void Hear(string? line)
    {
        lock (_said)
        {
            _said.AppendLine(line);
        }

        if (line == "Switchbook is ready")
        {
            _ready.TrySetResult();
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
