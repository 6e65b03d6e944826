using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Switchbook.Tests.Synchronization.Histories;

/// <summary>
/// Counts a run's steps (what it hears of Graph, each statement, the commit) and does something at one of them: ends the
/// process, breaks the database, cancels, changes the tenant.
/// </summary>
internal sealed class RunSteps : DbCommandInterceptor, IDbTransactionInterceptor
{
    private readonly Lock _lock = new();
    private Action? _strike;
    private bool _onlyDatabase;
    private int _left;

    /// <summary>Whether the last one that was armed struck.</summary>
    public bool Struck { get; private set; }

    public void Arm(int step, Action strike, bool onlyDatabase = false)
    {
        lock (_lock)
        {
            (_left, _strike, _onlyDatabase, Struck) = (step, strike, onlyDatabase, false);
        }
    }

    public void Disarm()
    {
        lock (_lock)
        {
            _strike = null;
        }
    }

    /// <summary>A step on the way to Graph and back.</summary>
    public void Pass() => Pass(isDatabase: false);

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Pass(result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        new(Pass(result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(Pass(result));

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        new(Pass(result));

    private T Pass<T>(T result)
    {
        Pass(isDatabase: true);
        return result;
    }

    private void Pass(bool isDatabase)
    {
        Action? strike = null;
        lock (_lock)
        {
            if (_strike is not null && (isDatabase || !_onlyDatabase) && --_left == 0)
            {
                (strike, _strike, Struck) = (_strike, null, true);
            }
        }

        strike?.Invoke();
    }
}
