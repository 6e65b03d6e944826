namespace Switchbook.PhoneDirectory.Names;

/// <summary>The ways in which one name is typed.</summary>
internal enum FoldingForm
{
    /// <summary>Accents left away: Müller is muller, Søren is soren.</summary>
    Plain,

    /// <summary>Umlauts written with an e: Müller is mueller, Søren is soeren, Åse is aase.</summary>
    Expanded,

    /// <summary>The e of such a spelling left away: Mueller is muller. Only within a word, so that Joe stays Joe.</summary>
    Joined,
}
