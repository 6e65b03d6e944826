using Switchbook.Ldap.Codec;
using Switchbook.Ldap.Searching;

namespace Switchbook.Benchmarks;

/// <summary>Searches as telephones send them: one value in several attributes, seven attributes wanted, 50 entries at most.</summary>
internal static class SearchMessage
{
    private static readonly string[] Wanted = ["cn", "sn", "givenName", "displayName", "telephoneNumber", "mobile", "ipPhone"];

    public static byte[] Equality(string value, params string[] types) => Encode(types, (writer, type) =>
    {
        var item = writer.Open(0xA3);
        writer.Text(type);
        writer.Text(value);
        writer.Close(item);
    });

    /// <param name="part">The tag of the part: initial, any or final.</param>
    /// <param name="value">What is looked for.</param>
    /// <param name="types">In which attributes.</param>
    public static byte[] Substring(byte part, string value, params string[] types) => Encode(types, (writer, type) =>
    {
        var item = writer.Open(0xA4);
        writer.Text(type);
        var parts = writer.Open(BerTag.Sequence);
        writer.Text(value, part);
        writer.Close(parts);
        writer.Close(item);
    });

    /// <summary>The content of the message, as it is cut off the stream.</summary>
    private static byte[] Encode(string[] types, Action<BerWriter, string> item)
    {
        using var writer = new BerWriter(256);
        writer.Integer(1);
        var search = writer.Open(OperationTag.SearchRequest);
        writer.Text("ou=people,dc=switchbook");
        writer.Integer((int)LdapScope.WholeSubtree, BerTag.Enumerated);
        writer.Integer(0, BerTag.Enumerated);
        writer.Integer(50);
        writer.Integer(0);
        writer.Boolean(false);
        var filter = writer.Open(0xA1);
        foreach (var type in types)
        {
            item(writer, type);
        }

        writer.Close(filter);
        var wanted = writer.Open(BerTag.Sequence);
        foreach (var type in Wanted)
        {
            writer.Text(type);
        }

        writer.Close(wanted);
        writer.Close(search);
        return writer.WrittenSpan.ToArray();
    }
}
