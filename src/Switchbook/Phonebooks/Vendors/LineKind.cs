namespace Switchbook.Phonebooks.Vendors;

/// <summary>The kinds of telephone that phonebooks tell apart.</summary>
internal enum LineKind
{
    Work,
    Mobile,
    Home,
}
