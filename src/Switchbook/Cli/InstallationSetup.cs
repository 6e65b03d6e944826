using Switchbook.Access.Clients;
using Switchbook.Access.Operators;
using Switchbook.Access.Tokens;
using Switchbook.Audit;
using Switchbook.ChangeNotifications;
using Switchbook.EntryImports;
using Switchbook.Exports;
using Switchbook.Graph;
using Switchbook.History;
using Switchbook.Links;
using Switchbook.Notices;
using Switchbook.Phonebooks;
using Switchbook.PhoneDirectory;
using Switchbook.Quality;
using Switchbook.Storage;
using Switchbook.Synchronization;
using Switchbook.Tracing;

namespace Switchbook.Cli;

/// <summary>What the server and every verb share: where settings come from, and the way from a link to the directory.</summary>
internal static class InstallationSetup
{
    /// <summary>Prefix of environment variables: <c>Switchbook__Ldap__BaseDn</c>.</summary>
    public const string EnvironmentPrefix = "Switchbook__";

    /// <summary>The data directory's file, then the environment; the command line comes after both.</summary>
    public static IConfigurationBuilder AddInstallation(this IConfigurationBuilder configuration, DataDirectory data) =>
        configuration.AddJsonFile(data.Settings, optional: true).AddEnvironmentVariables(EnvironmentPrefix);

    public static IServiceCollection AddCore(this IServiceCollection services, DataDirectory data) =>
        services
            .AddSingleton(TimeProvider.System)
            .AddStorage(data)
            .AddAudit()
            .AddGraph()
            .AddClientStore()
            .AddOperatorStore()
            .AddTokenStore()
            .AddLinks()
            .AddPhoneDirectory()
            .AddSynchronization()
            .AddHistory()
            .AddQuality()
            .AddTracing()
            .AddNotices()
            .AddChangeNotifications()
            .AddPhonebooks()
            .AddExports()
            .AddImports();
}
