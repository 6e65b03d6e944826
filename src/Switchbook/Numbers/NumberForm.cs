namespace Switchbook.Numbers;

/// <summary>How a number is written for those who show or dial it.</summary>
internal enum NumberForm
{
    /// <summary>What a phone dials, without guessing: <c>+441632768402</c> where a country code was written, else the digits as written.</summary>
    Dial,

    /// <summary>As its source writes it.</summary>
    Stored,

    /// <summary><c>+441632768402</c>, also where the country follows from the link's region (E.164).</summary>
    E164,

    /// <summary>The same without the plus sign: <c>441632768402</c>.</summary>
    Digits,

    /// <summary>As one dials in a country: <c>01632768402</c>, and numbers abroad with that country's international prefix.</summary>
    National,

    /// <summary>As Avaya IP Office's system directory holds numbers (<see cref="IpOfficeNumber"/>).</summary>
    IpOffice,
}
