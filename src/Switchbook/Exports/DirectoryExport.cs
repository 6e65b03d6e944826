namespace Switchbook.Exports;

/// <summary>A file that the whole directory can be written to.</summary>
internal abstract class DirectoryExport
{
    /// <summary>What it is asked for by, such as <c>csv</c>.</summary>
    public abstract string Name { get; }

    public abstract string ContentType { get; }

    /// <summary>The name under which a browser saves it.</summary>
    public abstract string FileName { get; }

    public abstract Task WriteAsync(ExportRequest request, Stream output, CancellationToken cancellationToken);
}
