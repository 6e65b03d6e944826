using System.Security.Cryptography;
using System.Text;
using Switchbook.Problems;

namespace Switchbook.Access.Operators;

/// <summary>
/// Makes the first operator of an installation for somebody who proves to administer it: by asking from this computer, or by the
/// token that the server told its log. The token is kept in memory alone and serves once.
/// </summary>
internal sealed class FirstOperator(OperatorStore store, CurrentOperators operators, AccessRefresh refresh)
{
    private volatile string? _token = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Null once there is an operator.</summary>
    public string? Token => operators.AreNone ? _token : null;

    /// <param name="isHere">Whether this computer asks.</param>
    public bool MayBeMade(string? token, bool isHere) =>
        operators.AreNone
        && (isHere || (_token is { } right && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token ?? ""), Encoding.UTF8.GetBytes(right))));

    /// <exception cref="ProblemException">The token is wrong, name or password are unfit, or somebody else was first.</exception>
    public async Task<Operator> MakeAsync(string name, string password, string? token, bool isHere, CancellationToken cancellationToken)
    {
        if (!MayBeMade(token, isHere))
        {
            throw new ProblemException(OperatorProblems.SetUpTokenWrong.With());
        }

        var made = await store.AddFirstAsync(new(name, OperatorRole.Administrator, password), cancellationToken);
        _token = null;
        await refresh.RefreshAsync(cancellationToken);
        return made;
    }
}
