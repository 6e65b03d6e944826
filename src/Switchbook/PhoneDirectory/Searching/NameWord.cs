namespace Switchbook.PhoneDirectory.Searching;

/// <summary>One word that is searched for, folded, in the ways in which names may hold it.</summary>
/// <param name="Plain">Without accents.</param>
/// <param name="Expanded">With umlauts as two letters; null when that is the same.</param>
/// <param name="Joined">With such two letters as one, which counts for a whole word only; null when that is the same.</param>
internal sealed record NameWord(byte[] Plain, byte[]? Expanded, byte[]? Joined);
