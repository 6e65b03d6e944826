using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Linking;

/// <summary>Where the directory is and how to sign in there.</summary>
public sealed partial class ConnectFields : ComponentBase
{
    private const int LargestCertificate = 64 * 1024;

    private string? _file;

    [Parameter, EditorRequired]
    public required LinkFields Fields { get; set; }

    [Parameter, EditorRequired]
    public required Func<string, ProblemView?> FaultOf { get; set; }

    /// <summary>Gets the field that was changed, as the command line names it.</summary>
    [Parameter, EditorRequired]
    public EventCallback<string> OnChanged { get; set; }

    /// <inheritdoc cref="GroupField.WithoutGroup"/>
    [Parameter, EditorRequired]
    public required Func<LinkTrial?> WithoutGroup { get; set; }

    /// <summary>Whether the link has a credential already, which stays unless another is given.</summary>
    [Parameter]
    public bool HasCredential { get; set; }

    private Func<Task> Tell(string field) => () => OnChanged.InvokeAsync(field);

    private Dictionary<string, object> Input(string field, params ReadOnlySpan<(string Name, string Value)> more) =>
        FieldInput.Of(field, FaultOf(field), more);

    private Task Choose(string directory)
    {
        Fields.Directory = directory;
        return OnChanged.InvokeAsync("directory");
    }

    private async Task LoadAsync(InputFileChangeEventArgs chosen)
    {
        using var content = new MemoryStream();
        if (chosen.File.Size <= LargestCertificate)
        {
            await chosen.File.OpenReadStream(LargestCertificate, CancellationToken.None).CopyToAsync(content, CancellationToken.None);
        }

        // What is too large is no certificate; the check of the fields says so.
        (Fields.Certificate, _file) = (content.ToArray(), chosen.File.Name);
        await OnChanged.InvokeAsync("certificate");
    }
}
