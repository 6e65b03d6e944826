namespace Switchbook.Ldap.Matching;

/// <summary>What matching of names adds to that of the standard.</summary>
/// <param name="Folds">Names match without accents and in their usual transliterations.</param>
/// <param name="AnyWord">Any word of a name is its beginning.</param>
/// <param name="AnyOrder">Words may come in any order.</param>
/// <param name="Keypad">Digits are keys of a telephone.</param>
internal sealed record NameRules(bool Folds, bool AnyWord, bool AnyOrder, bool Keypad)
{
    /// <summary>The rules of the settings; null when there are none.</summary>
    public static NameRules? Of(LdapOptions options) =>
        options.Matching == LdapMatching.Extended && (options.FoldNames || options.AnyWord || options.AnyWordOrder || options.KeypadNames)
            ? new(options.FoldNames, options.AnyWord, options.AnyWordOrder, options.KeypadNames)
            : null;

    /// <summary>Whether nothing that the index of names finds needs to be looked at again.</summary>
    public bool AreAll => Folds && AnyWord && AnyOrder;
}
