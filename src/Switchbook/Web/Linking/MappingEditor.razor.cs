using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Linking;

/// <summary>Which properties become names and numbers, as text and as rows, both always in step.</summary>
public sealed partial class MappingEditor : ComponentBase
{
    [Parameter, EditorRequired]
    public required LinkFields Fields { get; set; }

    [Parameter, EditorRequired]
    public required Func<string, ProblemView?> FaultOf { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<string> OnChanged { get; set; }

    private ImmutableArray<MappingRow> Rows => MappingRow.Of(Fields.NumberFields);

    private Dictionary<string, object> Input(string field) => FieldInput.Of(field, FaultOf(field));

    private Func<Task> Tell(string field) => () => OnChanged.InvokeAsync(field);

    private static string Typed(ChangeEventArgs change) => (change.Value as string ?? "").Trim();

    /// <summary>What is added most likely: the mobile number with its mark.</summary>
    private MappingRow Next() => Rows.Any(row => row.Property == "mobilePhone") ? new("businessPhones", "") : new("mobilePhone", "M");

    private Task PutAsync(int index, MappingRow row) => SetAsync(Rows.SetItem(index, row));

    private Task SetAsync(ImmutableArray<MappingRow> rows)
    {
        Fields.NumberFields = MappingRow.Text(rows);
        return OnChanged.InvokeAsync("number-fields");
    }
}
