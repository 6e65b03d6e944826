using System.Globalization;
using Microsoft.AspNetCore.Components;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Home;

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

    private string Progress(RunningView running)
    {
        var read = T["{0} people on {1} pages read", Wording.Number(running.People), Wording.Number(running.Pages)];
        return running.WaitingUntil is { } until && until > Now
            ? $"{read} · {T["the service asked to wait {0}", T.Span(until - Now)]}"
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
        builder.AddAttribute(3, "title", T.Exact(known));
        builder.AddContent(4, T.Relative(known, Now));
        builder.CloseElement();
    };
}
