using System.Net;
using Microsoft.Extensions.Options;

namespace Switchbook.Phonebooks;

/// <summary>Where phones reach this server: what the operator says, or what it listens on.</summary>
internal sealed class ServerAddress(IOptions<PhonebookOptions> options, IConfiguration configuration)
{
    /// <summary>Where the server listens unless told otherwise.</summary>
    public const string DefaultUrls = "http://127.0.0.1:8080";

    /// <summary>The address without a slash at its end, when no request tells another.</summary>
    public string Own => Set ?? Listening();

    private string? Set => options.Value.Address is { Length: > 0 } address ? address.TrimEnd('/') : null;

    /// <summary>The address for who sent a request: the one that it came to, unless the operator says another.</summary>
    public string For(HttpRequest request) => Set ?? $"{request.Scheme}://{request.Host}{request.PathBase}";

    private string Listening()
    {
        var first = BindingAddress.Parse((configuration["Urls"] ?? DefaultUrls).Split(';')[0].Trim());
        var isOpen = first.Host is "*" or "+" || (IPAddress.TryParse(first.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)));
        return $"{first.Scheme}://{(isOpen ? Dns.GetHostName() : first.Host)}:{first.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
