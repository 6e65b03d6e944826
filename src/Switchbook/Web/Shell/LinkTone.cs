namespace Switchbook.Web.Shell;

/// <summary>How a link stands, in one word.</summary>
public enum LinkTone
{
    /// <summary>Its first run has not ended yet.</summary>
    Waiting,

    /// <summary>A run is under way.</summary>
    Running,

    /// <summary>The last run succeeded.</summary>
    Good,

    /// <summary>The last run succeeded and left entries out, or a guard held it.</summary>
    Warning,

    /// <summary>The last run failed.</summary>
    Bad,
}
