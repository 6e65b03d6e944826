using System.Buffers;

using Switchbook.Ldap.Codec;
using Switchbook.Ldap.Controls;
using Switchbook.Ldap.Entries;
using Switchbook.Ldap.Filters;
using Switchbook.Ldap.Names;
using Switchbook.Ldap.Schema;
using Switchbook.Ldap.Searching;
using Switchbook.Ldap.Tests.Clients;
using Switchbook.Ldap.Tests.Support;

namespace Switchbook.Ldap.Tests.Codec;

/// <summary>Feeds spoilt messages to everything that decodes, as a connection would.</summary>
internal sealed class DecoderFuzz
{
    private readonly LdapSchema _schema = LdapSchema.Standard;
    private readonly AttributeSelectionDecoder _selections = new(LdapSchema.Standard);
    private readonly LdapEntry _entry = SampleEntries.Make(1).Last();

    /// <summary>How many inputs were messages, searches, and searches whose filter could be read.</summary>
    public (long Messages, long Searches, long Filters) Reached { get; private set; }

    /// <summary>Messages of every kind that the mutations start from: what other people's clients sent, and what none of them sends.</summary>
    public static IReadOnlyList<byte[]> Corpus { get; } =
    [
        .. File.ReadLines(Path.Combine(ScriptedClientTests.Scripts, "requests.hex")).Where(line => line[0] != '#').Select(Convert.FromHexString),
        RawClient.Bind(1), RawClient.Bind(2, TestAccess.ReaderName, "secret", 2), RawClient.SaslBind(3, "PLAIN", "\0a\0b"),
        RawClient.Abandon(4, 3), RawClient.Extended(5, "1.3.6.1.1.8", [0x30, 3, 2, 1, 1]), [0x30, 5, 2, 1, 6, 0x42, 0],
        RawClient.Search(7, "(&(objectClass=*)(givenName>=Ryan)(givenName<=zz)(givenName=Ryan*)(extension=110))", attributes: ["cn", "sn"]),
        RawClient.Search(8, "(|(telephoneNumber=*5550100)(mobile=*555*01*)(homeTelephoneNumber=+1 425-555-0100)(!(cn~=j\\c3\\b6)))"),
        RawClient.Search(9, "(cn:dn:caseExactMatch:=x)", "cn=\"a,b\"+sn=\\23c, ou = people;dc=example", attributes: ["*", "+", "@person", "1.1"]),
        RawClient.Search(10, "(createTimestamp<=20260101130000.5+0100)", "", LdapScope.BaseObject, 50, 5, Controls),
        RawClient.Message(11, OperationTag.CompareRequest, writer =>
        {
            writer.Text(SampleEntries.Base);
            var assertion = writer.Open(BerTag.Sequence);
            writer.Text("sn");
            writer.Text("Vance");
            writer.Close(assertion);
        }),
    ];

    /// <summary>Tries one input; anything but a normal return is a fault of the decoder.</summary>
    public void Try(byte[] input)
    {
        var buffer = new ReadOnlySequence<byte>(input);
        var reached = Reached;
        while (LdapMessageReader.TryCut(ref buffer, 1 << 16, out var frame) == FrameStatus.Complete)
        {
            if (LdapMessageReader.Decode(frame) is not { } message)
            {
                break;
            }

            reached.Messages++;
            var controls = ControlDecoder.Decode(message.Controls, true, out _);
            _ = SortPlan(controls);
            if (message.Request is LdapRequest.Search search)
            {
                reached.Searches++;
                _ = _selections.Decode(search.Attributes, search.TypesOnly);
                _ = DistinguishedName.TryParse(System.Text.Encoding.UTF8.GetString(search.Base.Span), _schema, out _);
                if (new FilterDecoder(_schema, 16, 200).Decode(search.Filter, out _) is { } filter)
                {
                    reached.Filters++;
                    _ = EntryFilter.Compile(filter, _schema).Matches(_entry);
                }
            }
        }

        Reached = reached;
    }

    private Ldap.Sessions.SortPlan? SortPlan(RequestControls? controls) =>
        controls?.Sort is { } sort ? Ldap.Sessions.SortPlan.Make(sort, _schema) : null;

    private static void Controls(BerWriter writer)
    {
        RawClient.Control(writer, ControlOid.PagedResults, true, [0x30, 7, 2, 1, 50, 4, 2, 1, 2]);
        RawClient.Control(writer, ControlOid.SortRequest, false, [0x30, 9, 0x30, 7, 4, 2, 0x73, 0x6E, 0x81, 1, 0xFF]);
        RawClient.Control(writer, ControlOid.VirtualListViewRequest, false, [0x30, 0x0E, 2, 1, 0, 2, 1, 3, 0xA0, 6, 2, 1, 1, 2, 1, 0]);
        RawClient.Control(writer, ControlOid.Assertion, false, FilterText.Encode("(cn=a*)"));
    }
}
