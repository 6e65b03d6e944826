namespace Switchbook.Graph;

/// <summary>A property of a user that can be mapped.</summary>
/// <param name="Path">As Graph spells it; <c>/</c> goes into an object.</param>
/// <param name="IsList">Whether it holds a list of strings; else one string.</param>
internal readonly record struct UserProperty(string Path, bool IsList);
