using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.Extensions.Options;

namespace Switchbook.Access.Operators;

/// <summary>
/// Says whether somebody who came in is still in: the operator stands with the same password, the session was neither idle for too
/// long nor is too old, and nobody signed out of it. Requests and open windows of a session keep it alive alike.
/// </summary>
internal sealed class Sessions(CurrentOperators operators, IOptions<OperatorOptions> options, TimeProvider time)
{
    /// <summary>When each session was last used, and whether somebody signed out of it then.</summary>
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, bool Ended)> _lastUse = new(StringComparer.Ordinal);

    public ClaimsPrincipal Open(Operator one)
    {
        // Sessions that are too old are refused by their age; nothing needs to be known of them.
        var oldest = time.GetUtcNow() - options.Value.SessionLength;
        foreach (var (id, used) in _lastUse)
        {
            if (used.At < oldest)
            {
                _lastUse.TryRemove(id, out _);
            }
        }

        return Caller.Of(one, time.GetUtcNow());
    }

    /// <summary>Ends the session that <paramref name="who"/> signed in for, in every window.</summary>
    public void End(ClaimsPrincipal who)
    {
        if (Caller.Ticket(who) is { } ticket)
        {
            _lastUse[ticket.Id] = (time.GetUtcNow(), Ended: true);
        }
    }

    /// <summary>Whether <paramref name="who"/> is still in, without counting as use.</summary>
    public bool Stands(ClaimsPrincipal who) => Caller.Ticket(who) is { } ticket ? Stands(ticket) : Caller.IsThisComputer(who) && operators.AreNone;

    /// <summary>The same, and the session counts as used now.</summary>
    public bool Use(ClaimsPrincipal who)
    {
        var stands = Stands(who);
        if (stands && Caller.Ticket(who) is { } ticket)
        {
            var now = time.GetUtcNow();
            _lastUse.AddOrUpdate(ticket.Id, (now, false), (_, used) => used.Ended ? used : (now, false));
        }

        return stands;
    }

    /// <summary>A session of before a restart is not known; its idle time begins anew.</summary>
    private bool Stands(SessionTicket ticket)
    {
        var now = time.GetUtcNow();
        return operators.Find(ticket.Name)?.Stamp == ticket.Stamp
            && now < ticket.BegunAt + options.Value.SessionLength
            && _lastUse.GetOrAdd(ticket.Id, (now, false)) is { Ended: false } used
            && now < used.At + options.Value.IdleTimeout;
    }
}
