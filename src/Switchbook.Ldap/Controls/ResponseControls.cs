using Switchbook.Ldap.Codec;

namespace Switchbook.Ldap.Controls;

/// <summary>The controls that go back with the end of a search.</summary>
internal sealed record ResponseControls
{
    public static ResponseControls None { get; } = new();

    /// <summary>The cookie for the next page, empty after the last one; null when there was no paging.</summary>
    public ReadOnlyMemory<byte>? Cookie { get; init; }

    public SortOutcome? Sort { get; init; }

    public ListOutcome? List { get; init; }

    public void Write(BerWriter output)
    {
        if (Cookie is null && Sort is null && List is null)
        {
            return;
        }

        var controls = output.Open(OperationTag.Controls);
        if (Sort is not null)
        {
            var control = Begin(output, ControlOid.SortResponse, out var value, out var sequence);
            output.Integer((int)Sort.Code, BerTag.Enumerated);
            if (!Sort.Type.IsEmpty)
            {
                output.OctetString(Sort.Type.Span, 0x80);
            }

            End(output, control, value, sequence);
        }

        if (List is not null)
        {
            var control = Begin(output, ControlOid.VirtualListViewResponse, out var value, out var sequence);
            output.Integer(List.Target);
            output.Integer(List.Count);
            output.Integer((int)List.Code, BerTag.Enumerated);
            End(output, control, value, sequence);
        }

        if (Cookie is { } cookie)
        {
            var control = Begin(output, ControlOid.PagedResults, out var value, out var sequence);
            output.Integer(0);
            output.OctetString(cookie.Span);
            End(output, control, value, sequence);
        }

        output.Close(controls);
    }

    private static int Begin(BerWriter output, string oid, out int value, out int sequence)
    {
        var control = output.Open(BerTag.Sequence);
        output.Text(oid);
        value = output.Open(BerTag.OctetString);
        sequence = output.Open(BerTag.Sequence);
        return control;
    }

    private static void End(BerWriter output, int control, int value, int sequence)
    {
        output.Close(sequence);
        output.Close(value);
        output.Close(control);
    }
}
