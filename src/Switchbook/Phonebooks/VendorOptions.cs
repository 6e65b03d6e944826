namespace Switchbook.Phonebooks;

/// <summary>What the operator says of one vendor's phones.</summary>
internal sealed class VendorOptions
{
    /// <summary>The number policy (<see cref="Numbers.NumberPolicy"/>), such as <c>national region=GB prefix=9</c>; the vendor's own unless set.</summary>
    public string? Numbers { get; set; }
}
