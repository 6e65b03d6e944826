namespace Switchbook.Access.Operators;

/// <summary>What somebody may do here; each role may do all that those before it may.</summary>
public enum OperatorRole
{
    /// <summary>Reads.</summary>
    Viewer,

    /// <summary>Also runs links, decides on held runs, rolls the directory back, and edits entries made by hand.</summary>
    Operator,

    /// <summary>Also links and orders directory services.</summary>
    Administrator,
}
