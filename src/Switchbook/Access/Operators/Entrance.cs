using System.Net;
using System.Threading.RateLimiting;
using Switchbook.Audit;

namespace Switchbook.Access.Operators;

/// <summary>
/// Checks name and password. An account, and an address, may try so often and must then wait; a new password opens an account at
/// once. Names that do not exist take as long, and lock, as others do.
/// </summary>
internal sealed partial class Entrance(CurrentOperators operators, AuditNotes notes, ILogger<Entrance> logger) : IDisposable
{
    /// <summary>Tries for one name in a <see cref="Window"/>, right ones included.</summary>
    public const int MostForName = 10;

    /// <summary>Tries from one address in a <see cref="Window"/>.</summary>
    public const int MostForAddress = 30;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<string> _names = Limiter<string>(MostForName);
    private readonly PartitionedRateLimiter<IPAddress> _addresses = Limiter<IPAddress>(MostForAddress);

    public EntranceAnswer Try(string name, string password, IPAddress address)
    {
        var answer = Check(name, password, address);
        switch (answer)
        {
            case EntranceAnswer.Welcome welcome:
                LogSignedIn(welcome.Operator.Name, address);
                notes.Add("operator.signed-in", new(Caller.Known(welcome.Operator.Name), address.ToString()), welcome.Operator.Name);
                break;
            case EntranceAnswer.Refused refused:
                LogRefused(address, refused.Problem.Code);
                notes.Refused("operator.refused", operators.Find(name)?.Name ?? "", address);
                break;
        }

        return answer;
    }

    public void Dispose()
    {
        _names.Dispose();
        _addresses.Dispose();
    }

    private EntranceAnswer Check(string name, string password, IPAddress address)
    {
        var known = operators.Find(name);

        // An address that must wait uses up nobody's tries.
        var mayTry = Take(_addresses, address) && Take(_names, $"{name.Trim().ToUpperInvariant()} {known?.Stamp}");
        return !mayTry ? new EntranceAnswer.Refused(OperatorProblems.TooManyTries.With(Window.Minutes))
            : OperatorPasswords.Verify(known?.PasswordHash, password) ? new EntranceAnswer.Welcome(known!)
            : new EntranceAnswer.Refused(OperatorProblems.SignInWrong.With());
    }

    private static bool Take<TKey>(PartitionedRateLimiter<TKey> limiter, TKey key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<TKey> Limiter<TKey>(int most)
        where TKey : notnull =>
        PartitionedRateLimiter.Create<TKey, TKey>(key =>
            RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = most, Window = Window, QueueLimit = 0 }));

    [LoggerMessage(EventId = 3002, Level = LogLevel.Information, Message = "Operator '{Name}' signed in from {Address}")]
    private partial void LogSignedIn(string name, IPAddress address);

    /// <summary>Never with the name that was typed: people type passwords there, too.</summary>
    [LoggerMessage(EventId = 3003, Level = LogLevel.Warning, Message = "Somebody at {Address} was not let in ({Code})")]
    private partial void LogRefused(IPAddress address, string code);
}
