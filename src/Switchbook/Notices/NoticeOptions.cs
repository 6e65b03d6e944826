using System.ComponentModel.DataAnnotations;

namespace Switchbook.Notices;

/// <summary>When and where notices go beside mail: the section <c>Notices</c>.</summary>
internal sealed class NoticeOptions : IValidatableObject
{
    public const string Section = "Notices";

    /// <summary>Webhooks that get every notice; none unless set.</summary>
    public List<WebhookOptions> Webhooks { get; } = [];

    /// <summary>After how many intervals of a link without a good run its data counts as old, 2 to 1000; 12 unless set.</summary>
    [Range(2, 1000)]
    public int StaleIntervals { get; set; } = 12;

    /// <summary>How often one delivery is tried, 1 to 20; 6 unless set, which takes half an hour.</summary>
    [Range(1, 20)]
    public int MaximumTries { get; set; } = 6;

    /// <summary>How long one try may take, 1 second to 5 minutes; 30 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <remarks>An address is a secret, so no message shows it.</remarks>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Webhooks.Select((webhook, index) => (webhook, index))
            .Where(one => !one.webhook.IsFit)
            .Select(one => new ValidationResult(
                $"Notices:Webhooks:{one.index}:Url is no https address (http is taken for this computer's loopback address alone).", [nameof(Webhooks)]));
}
