using System.Text;

using Switchbook.Ldap.Codec;
using Switchbook.Ldap.Controls;
using Switchbook.Ldap.Filters;
using Switchbook.Ldap.Names;
using Switchbook.Ldap.Searching;

namespace Switchbook.Ldap.Sessions;

/// <summary>Holds a filter against one entry: for compare (RFC 4511, section 4.10) and the assertion control (RFC 4528).</summary>
internal sealed class AssertionCheck(LdapServer server)
{
    private readonly LdapAttributeSelection _nothing = server.Selections.Decode(LdapEncoding.OctetString("1.1"u8), true)!;

    /// <summary>Checks an assertion control.</summary>
    /// <returns>Null when it holds, else what to answer.</returns>
    public LdapResult? Check(ReadOnlyMemory<byte> encodedFilter, DistinguishedName name, LdapPeer peer) =>
        server.Filters().Decode(encodedFilter, out var refusal) is not { } filter ? refusal
        : Holds(filter, name, peer, out refusal) ? null
        : refusal ?? new LdapResult(LdapResultCode.AssertionFailed);

    /// <summary>Answers a compare.</summary>
    public LdapResult Compare(LdapMessage message, LdapRequest.Compare compare, LdapPeer peer)
    {
        if (ControlDecoder.Decode(message.Controls, false, out var refusal) is not { } controls)
        {
            return refusal!;
        }

        if (server.FindName(compare.Entry.Span) is not { } name)
        {
            return new LdapResult(LdapResultCode.InvalidDnSyntax, "The entry is not a distinguished name.");
        }

        if (server.Access.Authorize(peer) is { Code: not LdapResultCode.Success } unauthorized)
        {
            return unauthorized;
        }

        if (controls.Assertion is { } assertion && Check(assertion, name, peer) is { } failed)
        {
            return failed;
        }

        var description = compare.Attribute.Span;
        if (server.Directory.Schema.Find(description) is not { } type)
        {
            return new LdapResult(LdapResultCode.UndefinedAttributeType, $"The attribute {Encoding.UTF8.GetString(description)} is unknown.");
        }

        if (type.Equality is null)
        {
            return new LdapResult(LdapResultCode.InappropriateMatching, "Values of this attribute cannot be compared.");
        }

        var filter = server.Filters().Equality(description, compare.Value);
        return Holds(filter, name, peer, out refusal) ? new LdapResult(LdapResultCode.CompareTrue)
            : refusal ?? (Holds(new LdapFilter.Present(type), name, peer, out refusal)
                ? new LdapResult(LdapResultCode.CompareFalse)
                : refusal ?? new LdapResult(LdapResultCode.NoSuchAttribute));
    }

    private bool Holds(LdapFilter? filter, DistinguishedName name, LdapPeer peer, out LdapResult? refusal)
    {
        var stop = new LdapStopSignal(server.Time, server.Options.TimeLimit);
        var answer = server.Directory.Search(
            new LdapSearchRequest
            {
                Base = name,
                Scope = LdapScope.BaseObject,
                Filter = filter ?? LdapFilter.Never.Instance,
                Attributes = _nothing,
                EntryLimit = 1,
                Stop = stop,
            },
            peer);
        refusal = answer.Refusal;
        using var entries = answer.Entries;
        var step = LdapStep.End;
        do
        {
            step = entries?.MoveNext() ?? LdapStep.End;
        }
        while (step == LdapStep.Pause && !stop.IsRequested);
        return step == LdapStep.Entry;
    }
}
