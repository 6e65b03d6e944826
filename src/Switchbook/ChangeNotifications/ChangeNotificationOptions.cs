using System.ComponentModel.DataAnnotations;

namespace Switchbook.ChangeNotifications;

/// <summary>How Microsoft reaches this server to tell of changes: the section <c>ChangeNotifications</c>.</summary>
internal sealed class ChangeNotificationOptions : IValidatableObject
{
    public const string Section = "ChangeNotifications";

    /// <summary>
    /// The address under which Microsoft reaches this server: https, or http on a loopback address. Unless set, no link is told
    /// of changes.
    /// </summary>
    public string? Address { get; set; }

    /// <summary>How long a run waits after it was told, for more to come with it; 1 second to 1 hour, 15 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(15);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(Address)
            && !(Uri.TryCreate(Address, UriKind.Absolute, out var address)
                && address.Query.Length + address.Fragment.Length == 0
                && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))))
        {
            yield return new(
                $"ChangeNotifications:Address is '{Address}', which is no address such as https://directory.example.com (https, or http on a loopback address).",
                [nameof(Address)]);
        }
    }

    /// <summary>Where a link's changes are told; null when no address is set.</summary>
    public Uri? AddressOf(int linkId) =>
        string.IsNullOrEmpty(Address) ? null : new($"{Address.TrimEnd('/')}{NotificationDoor.PathOf(linkId)}");
}
