namespace Switchbook.Ldap.Controls;

/// <summary>Where a window of a virtual list view lies.</summary>
/// <param name="Target">The row of the target, from 1.</param>
/// <param name="Count">The length of the list.</param>
/// <param name="Code">Success, or why there is no window.</param>
internal sealed record ListOutcome(int Target, int Count, LdapResultCode Code);
