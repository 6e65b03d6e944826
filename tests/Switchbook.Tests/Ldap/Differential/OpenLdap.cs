using System.Diagnostics;
using System.DirectoryServices.Protocols;
using System.Net;
using System.Net.Sockets;

namespace Switchbook.Tests.Ldap.Differential;

/// <summary>OpenLDAP's server with entries of our making, on a port of the loopback address.</summary>
internal sealed class OpenLdap : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("slapd").FullName;
    private Process? _server;

    private OpenLdap() => Directory.CreateDirectory(Path.Combine(_folder, "data"));

    public int Port { get; private set; }

    public static async Task<OpenLdap> StartAsync(string ldif, string suffix)
    {
        var server = new OpenLdap();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(server._folder, "people.ldif"), ldif, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(server._folder, "slapd.conf"), server.Configuration(suffix), TestContext.Current.CancellationToken);
            // Without schema checks: phones' attributes are none of inetOrgPerson's.
            using var load = server.Run("slapadd", "-q", "-s", "-l", Path.Combine(server._folder, "people.ldif"));
            var errors = await load.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await load.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(load.ExitCode == 0, errors);
            await server.RestartAsync();
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Whether the server ended by itself; a moment is left to it, since its connections break before it is gone.</summary>
    public bool HasEnded => _server!.WaitForExit(TimeSpan.FromSeconds(2));

    /// <summary>Serves the entries that were loaded.</summary>
    public async Task RestartAsync()
    {
        _server?.Dispose();
        for (var tries = 0; !await TryListenAsync(); tries++)
        {
            Assert.True(tries < 5, "slapd does not start.");
        }
    }

    public LdapConnection Connect()
    {
        var connection = new LdapConnection(new LdapDirectoryIdentifier("127.0.0.1", Port)) { AuthType = AuthType.Anonymous };
        connection.SessionOptions.ProtocolVersion = 3;
        connection.Bind();
        return connection;
    }

    public void Dispose()
    {
        _server?.Kill();
        _server?.WaitForExit();
        _server?.Dispose();
        Directory.Delete(_folder, true);
    }

    /// <summary>Another program may take the port first; then slapd ends by itself and it is to be tried again.</summary>
    private async Task<bool> TryListenAsync()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        _server = Run("slapd", "-d", "0", "-h", $"ldap://127.0.0.1:{Port}");
        while (!_server.HasExited)
        {
            try
            {
                using var attempt = new TcpClient();
                await attempt.ConnectAsync(IPAddress.Loopback, Port, TestContext.Current.CancellationToken);
                return true;
            }
            catch (SocketException)
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }

        return false;
    }

    private Process Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo($"/usr/sbin/{program}", ["-f", Path.Combine(_folder, "slapd.conf"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception absent)
        {
            throw new InvalidOperationException($"{program} is not here: apt-get install slapd", absent);
        }
    }

    private string Configuration(string suffix) => $"""
        include /etc/ldap/schema/core.schema
        include /etc/ldap/schema/cosine.schema
        include /etc/ldap/schema/inetorgperson.schema
        attributetype ( 1.2.840.113556.1.2.141 NAME 'department' EQUALITY caseIgnoreMatch SUBSTR caseIgnoreSubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 SINGLE-VALUE )
        attributetype ( 1.2.840.113556.1.2.146 NAME 'company' EQUALITY caseIgnoreMatch SUBSTR caseIgnoreSubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 SINGLE-VALUE )
        modulepath /usr/lib/ldap
        moduleload back_mdb
        moduleload sssvlv
        pidfile {_folder}/slapd.pid
        sizelimit unlimited
        database mdb
        suffix "{suffix}"
        directory {_folder}/data
        maxsize 268435456
        dbnosync
        index objectClass,uid eq
        overlay sssvlv
        sssvlv-max 10000
        sssvlv-maxperconn 10000
        sssvlv-maxkeys 5

        """;
}
