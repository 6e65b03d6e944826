using Switchbook.Ldap.Codec;
using Switchbook.Ldap.Controls;
using Switchbook.Ldap.Searching;

namespace Switchbook.Ldap.Sessions;

/// <summary>A search under way: takes entries from the directory and writes them, as long as there is room.</summary>
internal sealed class SearchOperation(int messageId, SearchPlan plan, LdapStopSignal stop, LdapMetrics metrics) : IDisposable
{
    private const int EntriesPerTimeCheck = 32;

    private readonly long _start = metrics.Start();
    private int _sent;
    private long _position;

    public int MessageId => messageId;

    /// <summary>Makes the search end soon; without any answer, as abandon wants it, or with <c>canceled</c>.</summary>
    public void Stop(bool answer)
    {
        Volatile.Write(ref _answersCancel, answer);
        stop.Cancel();
    }

    private bool _answersCancel;

    /// <summary>Writes entries, and at last the end of the search.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="fill">How many octets are enough for one go.</param>
    public SearchProgress Run(BerWriter output, int fill)
    {
        if (plan.Entries is not { } entries)
        {
            return Finish(output, plan.Result, plan.Controls);
        }

        var writer = new LdapEntryWriter(output) { TypesOnly = plan.TypesOnly };
        while (true)
        {
            if (stop.IsCancelled || (_sent % EntriesPerTimeCheck == EntriesPerTimeCheck - 1 && stop.IsTimeUp))
            {
                return Stopped(output);
            }

            switch (entries.MoveNext())
            {
                case LdapStep.End:
                    return stop.IsRequested ? Stopped(output) : Finish(output, plan.Result, LastPage());
                case LdapStep.Pause:
                    return stop.IsRequested ? Stopped(output) : SearchProgress.Paused;
                default:
                    if (_sent == plan.Limit)
                    {
                        return Finish(output, plan.OverLimit, plan.OverLimit.Code == LdapResultCode.Success ? NextPage(entries) : LastPage());
                    }

                    Write(writer, output, entries);
                    break;
            }

            if (output.Length >= fill)
            {
                return SearchProgress.Full;
            }
        }
    }

    public void Dispose() => plan.Entries?.Dispose();

    private void Write(LdapEntryWriter writer, BerWriter output, LdapEntrySet entries)
    {
        var start = output.Length;
        writer.BeginMessage(messageId);
        entries.WriteCurrent(writer);
        writer.EndMessage();
        plan.MatchedValues?.Apply(output, start);
        _sent++;
        if (plan.PagingMark is not null)
        {
            _position = entries.Position;
        }
    }

    private SearchProgress Stopped(BerWriter output) => (stop.IsCancelled, Volatile.Read(ref _answersCancel)) switch
    {
        (true, false) => Forget(),
        (true, true) => Finish(output, new LdapResult(LdapResultCode.Canceled), ResponseControls.None),
        _ => Finish(output, new LdapResult(LdapResultCode.TimeLimitExceeded), plan.Controls),
    };

    private SearchProgress Forget()
    {
        metrics.Done(_start, "search", LdapResultCode.Canceled);
        return SearchProgress.Done;
    }

    private SearchProgress Finish(BerWriter output, LdapResult result, ResponseControls controls)
    {
        ResponseWriter.Result(output, messageId, OperationTag.SearchResultDone, result, controls);
        metrics.Sent(_sent);
        metrics.Done(_start, "search", result.Code);
        return SearchProgress.Done;
    }

    private ResponseControls LastPage() =>
        plan.PagingMark is null ? plan.Controls : plan.Controls with { Cookie = ReadOnlyMemory<byte>.Empty };

    private ResponseControls NextPage(LdapEntrySet entries) => plan.PagingMark is { } mark
        ? plan.Controls with { Cookie = new PagingCookie(entries.Version, _position, plan.SentBefore + _sent, mark).Encode() }
        : plan.Controls;
}
