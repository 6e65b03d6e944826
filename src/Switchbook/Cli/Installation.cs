using Switchbook.Access;
using Switchbook.Storage;

namespace Switchbook.Cli;

/// <summary>One installation, opened by a verb that needs no server.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Installation(ServiceProvider services) => _services = services;

    public static async Task<Installation> OpenAsync(string dataDirectory, CancellationToken cancellationToken)
    {
        var data = new DataDirectory(dataDirectory);
        KeptSecrets.Check(data);
        var configuration = new ConfigurationBuilder().AddInstallation(data).Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Critical)
                .AddConfiguration(configuration.GetSection("Logging"))
                .AddServerLog())
            .AddCore(data)
            .BuildServiceProvider();
        var installation = new Installation(services);
        await services.UpgradeDatabaseAsync(cancellationToken);
        return installation;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
