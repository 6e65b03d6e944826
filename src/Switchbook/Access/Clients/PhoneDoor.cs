namespace Switchbook.Access.Clients;

/// <summary>Marks an address that phones and PBXs ask: clients may come in here, and nowhere else; nobody signs in for it.</summary>
internal sealed class PhoneDoor
{
    private static readonly PhoneDoor Mark = new();

    private PhoneDoor()
    {
    }

    public static bool IsAt(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<PhoneDoor>() is not null;

    /// <summary>The group whose addresses phones may ask.</summary>
    public static RouteGroupBuilder Of(IEndpointRouteBuilder routes) => routes.MapGroup("").WithMetadata(Mark).AllowAnonymous();
}
