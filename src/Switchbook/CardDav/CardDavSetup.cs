using Microsoft.AspNetCore.Mvc;
using Switchbook.Access.Clients;
using Switchbook.Views;

namespace Switchbook.CardDav;

/// <summary>Composition of the address book that mobile phones and mail programs subscribe to.</summary>
internal static class CardDavSetup
{
    /// <summary>A client may ask for all cards of a large directory by name.</summary>
    private const int LargestBody = 16 * 1024 * 1024;

    public static IServiceCollection AddCardDav(this IServiceCollection services) =>
        services.AddViews().AddSingleton<CardBooks>().AddSingleton<DavHandler>();

    public static IEndpointRouteBuilder MapCardDav(this IEndpointRouteBuilder routes)
    {
        var doors = PhoneDoor.Of(routes);
        var handler = routes.ServiceProvider.GetRequiredService<DavHandler>();
        doors.MapMethods("/dav/{**path}", DavHandler.Methods, handler.HandleAsync)
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .ExcludeFromDescription();

        // RFC 6764, section 5: clients know the server's name alone.
        doors.MapMethods("/.well-known/carddav", DavHandler.Methods, (HttpRequest request) => TypedResults.Redirect(
                request.PathBase + DavPlace.Root, permanent: true, preserveMethod: true))
            .ExcludeFromDescription();
        return routes;
    }
}
