using System.Security.Cryptography.X509Certificates;
using System.Text;
using Switchbook.SimulatedTenant.People;

namespace Switchbook.SimulatedTenant;

/// <summary>What a simulated tenant is to be like.</summary>
public sealed record SimulationOptions
{
    /// <summary>The fewest people that a generated tenant may have, and the most.</summary>
    public const int FewestUsers = 10;

    /// <inheritdoc cref="FewestUsers"/>
    public const int MostUsers = 1_000_000;

    /// <summary>How many people are made up, <see cref="FewestUsers"/> to <see cref="MostUsers"/>; without meaning when a file gives the people.</summary>
    public int Users { get; init; } = 1000;

    /// <summary>A file of comma-separated values with the people; null to make them up.</summary>
    public string? PeopleFile { get; init; }

    /// <summary>The port of the loopback address; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>The same seed gives the same people, IDs and secret.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether https is spoken too, on a free port, with a certificate made for this run.</summary>
    public bool Tls { get; init; }

    /// <summary>Faults that are on from the start, each as <see cref="Fault.Parse"/> reads it.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>How long every page of a list waits before it is sent.</summary>
    public TimeSpan PageDelay { get; init; } = TimeSpan.Zero;

    /// <summary>The client secret's value.</summary>
    public string ClientSecret
    {
        get => field ?? SecretOf(Seed);
        init;
    }

    /// <summary>When the secret ends; null for a year after the start.</summary>
    public DateTimeOffset? SecretExpires { get; init; }

    /// <summary>The certificates that are registered with the application; their public part is enough.</summary>
    public IReadOnlyList<X509Certificate2> ClientCertificates { get; init; } = [];

    /// <summary>Whose tokens the application accepts in place of a credential of its own.</summary>
    public IReadOnlyList<SimulatedFederation> Federations { get; init; } = [];

    /// <summary>The application permissions that an administrator has consented to.</summary>
    public IReadOnlyList<string> Roles { get; init; } =
    [
        "User.Read.All", "GroupMember.Read.All", "Application.Read.All", "OrgContact.Read.All", "Contacts.Read",
        "TeamsUserConfiguration.Read.All",
    ];

    /// <summary>How long an access token lasts; Microsoft's last about an hour.</summary>
    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromSeconds(3599);

    /// <summary>How long an <c>@odata.nextLink</c> may be followed.</summary>
    public TimeSpan PageTokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long an <c>@odata.deltaLink</c> may be followed; Microsoft's last seven days.</summary>
    public TimeSpan DeltaTokenLifetime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The people on one page of a delta answer, which the service chooses.</summary>
    public int DeltaPageSize { get; init; } = 200;

    /// <summary>The most on one page of any other list, whatever <c>$top</c> asks: a service may always give fewer.</summary>
    public int LargestPage { get; init; } = 999;

    /// <summary>What tells the time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Forty characters with the marks of a real secret: three, <c>8Q~</c>, and the rest.</summary>
    private static string SecretOf(int seed)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
        var secret = new StringBuilder("sim8Q~");
        for (var position = secret.Length; position < 40; position++)
        {
            secret.Append(Letters[(int)(Chance.Of(seed, position, 0x5EC) % (uint)Letters.Length)]);
        }

        return secret.ToString();
    }
}
