namespace Switchbook.Numbers;

/// <summary>A country code of E.164.</summary>
/// <param name="Code">Such as 44.</param>
/// <param name="Length">How many digits it has.</param>
/// <param name="Prefix">What people of that country put before a number at home, and some abroad too (<c>+44 (0)1632…</c>).</param>
internal readonly record struct CallingCode(int Code, int Length, NationalPrefix Prefix);
