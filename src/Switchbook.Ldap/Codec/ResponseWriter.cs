using Switchbook.Ldap.Controls;

namespace Switchbook.Ldap.Codec;

/// <summary>Writes the messages that end an operation (RFC 4511, section 4.1.9).</summary>
internal static class ResponseWriter
{
    private const string NoticeOfDisconnection = "1.3.6.1.4.1.1466.20036";

    public static void Result(BerWriter output, int messageId, byte tag, LdapResult result, ResponseControls? controls = null)
    {
        var message = output.Open(BerTag.Sequence);
        output.Integer(messageId);
        var operation = output.Open(tag);
        WriteResult(output, result);
        output.Close(operation);
        controls?.Write(output);
        output.Close(message);
    }

    /// <summary>The answer to a SASL bind, with the server's credentials.</summary>
    public static void Bind(BerWriter output, int messageId, LdapResult result, ReadOnlySpan<byte> serverCredentials)
    {
        var message = output.Open(BerTag.Sequence);
        output.Integer(messageId);
        var operation = output.Open(OperationTag.BindResponse);
        WriteResult(output, result);
        if (!serverCredentials.IsEmpty)
        {
            output.OctetString(serverCredentials, 0x87);
        }

        output.Close(operation);
        output.Close(message);
    }

    /// <summary>The answer to an extended operation.</summary>
    /// <param name="value">Null for none.</param>
    public static void Extended(BerWriter output, int messageId, LdapResult result, string? oid, string? value)
    {
        var message = output.Open(BerTag.Sequence);
        output.Integer(messageId);
        var operation = output.Open(OperationTag.ExtendedResponse);
        WriteResult(output, result);
        if (oid is not null)
        {
            output.Text(oid, 0x8A);
        }

        if (value is not null)
        {
            output.Text(value, 0x8B);
        }

        output.Close(operation);
        output.Close(message);
    }

    /// <summary>Says that the connection ends now, and why (RFC 4511, section 4.4.1).</summary>
    public static void Disconnection(BerWriter output, LdapResult reason) => Extended(output, 0, reason, NoticeOfDisconnection, null);

    private static void WriteResult(BerWriter output, LdapResult result)
    {
        output.Integer((int)result.Code, BerTag.Enumerated);
        output.Text(result.MatchedDn);
        output.Text(result.Message);
    }
}
