using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Switchbook.Web;

/// <summary>One link: how it stands, why, and what to do.</summary>
public sealed partial class LinkPanel : ComponentBase
{
    [Parameter, EditorRequired]
    public required LinkView Link { get; set; }

    /// <summary>The time to which ages are told.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnSynchronize { get; set; }

    private string HeadingId => string.Create(CultureInfo.InvariantCulture, $"link-{Link.Id}");

    private static string N(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private string Progress(RunningView running)
    {
        var read = $"{N(running.People)} people on {N(running.Pages)} pages read";
        return running.WaitingUntil is { } until && until > Now
            ? $"{read} · the service asked to wait {Moment.Span(until - Now)}"
            : read;
    }

    private RenderFragment Time(DateTimeOffset? moment, string otherwise) => builder =>
    {
        if (moment is not { } known)
        {
            builder.AddContent(0, otherwise);
            return;
        }

        builder.OpenElement(1, "time");
        builder.AddAttribute(2, "datetime", known.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        builder.AddAttribute(3, "title", Moment.Exact(known));
        builder.AddContent(4, Moment.Relative(known, Now));
        builder.CloseElement();
    };
}
