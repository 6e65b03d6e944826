namespace Switchbook.Access.Operators;

/// <summary>A person who is to sign in from now on.</summary>
internal sealed record OperatorDraft(string Name, OperatorRole Role, string Password)
{
    /// <summary>Never shows the password.</summary>
    public override string ToString() => $"OperatorDraft({Name}, {Role})";
}
