namespace Switchbook.Access;

/// <summary>Marks an address that anybody on any computer may ask, under any name: what stands behind it must bear that.</summary>
internal sealed class OpenDoor
{
    public static readonly OpenDoor Mark = new();

    private OpenDoor()
    {
    }

    public static bool IsAt(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<OpenDoor>() is not null;
}
