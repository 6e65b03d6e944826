namespace Switchbook.VCards;

/// <summary>One property of a vCard.</summary>
/// <param name="Name">Such as <c>TEL</c>.</param>
/// <param name="Value">As it stands on the line: escaped where the property is a text.</param>
/// <param name="Parameters">What stands between name and value, without the semicolon before; empty for none.</param>
internal readonly record struct CardProperty(string Name, string Value, string Parameters = "");
