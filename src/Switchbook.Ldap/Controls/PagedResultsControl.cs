namespace Switchbook.Ldap.Controls;

/// <summary>Asks for a page (RFC 2696).</summary>
/// <param name="Size">Entries a page; 0 with a cookie ends the paging.</param>
/// <param name="Cookie">Empty for the first page.</param>
internal sealed record PagedResultsControl(int Size, ReadOnlyMemory<byte> Cookie);
