namespace Switchbook.Storage;

/// <summary>What made a version of the directory.</summary>
internal enum VersionCause
{
    /// <summary>A run was applied.</summary>
    Run,

    /// <summary>An entry was added by hand.</summary>
    EntryAdded,

    /// <summary>An entry that was made by hand was changed.</summary>
    EntryChanged,

    /// <summary>An entry was removed by hand.</summary>
    EntryRemoved,

    /// <summary>A link got another name or region.</summary>
    LinkChanged,

    /// <summary>A link was removed with its people.</summary>
    LinkRemoved,

    /// <summary>The links got another precedence.</summary>
    LinksOrdered,
}
