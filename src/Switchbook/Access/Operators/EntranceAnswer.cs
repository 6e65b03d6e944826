using Switchbook.Problems;

namespace Switchbook.Access.Operators;

/// <summary>What comes of a name and a password.</summary>
internal abstract record EntranceAnswer
{
    private EntranceAnswer()
    {
    }

    internal sealed record Welcome(Operator Operator) : EntranceAnswer;

    internal sealed record Refused(Problem Problem) : EntranceAnswer;
}
