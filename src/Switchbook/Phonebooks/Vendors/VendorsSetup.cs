using Switchbook.Access.Clients;

namespace Switchbook.Phonebooks.Vendors;

/// <summary>Composition of the phonebooks of the makers of desk phones.</summary>
internal static class VendorsSetup
{
    /// <summary>Snom fetches its directory by POST; nothing is written by it.</summary>
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    public static IServiceCollection AddVendorPhonebooks(this IServiceCollection services) =>
        services
            .AddSingleton<PhonebookStore>()
            .AddSingleton<PhonebookAnswer>()
            .AddSingleton<PhonebookDocument, YealinkPhonebook>()
            .AddSingleton<PhonebookDocument, CiscoDirectory>()
            .AddSingleton<PhonebookDocument, CiscoMenu>()
            .AddSingleton<PhonebookDocument, CiscoSearch>()
            .AddSingleton<PhonebookDocument, SnomDirectory>()
            .AddSingleton<PhonebookDocument, SnomSearch>()
            .AddSingleton<PhonebookDocument, SnomContacts>()
            .AddSingleton<PhonebookDocument, GrandstreamPhonebook>()
            .AddSingleton<PhonebookDocument, PolyDirectory>()
            .AddSingleton<PhonebookDocument, PolyBrowser>()
            .AddSingleton<PhonebookDocument, FanvilPhonebook>()
            .AddSingleton<PhonebookDocument, GigasetList>()
            .AddSingleton<PhonebookDocument>(new MitelMenu())
            .AddSingleton<PhonebookDocument>(new MitelSearch())
            .AddSingleton<PhonebookDocument>(new MitelMenu("/phonebook/aastra", isLatin: true))
            .AddSingleton<PhonebookDocument>(new MitelSearch("/phonebook/aastra", isLatin: true))
            .AddSingleton<PhonebookDocument, HtekPhonebook>()
            .AddSingleton<PhonebookDocument, PanasonicPhonebook>()
            .AddSingleton<PhonebookDocument, AvayaDirectory>()
            .AddSingleton<PhonebookDocument, FritzBoxPhonebook>();

    public static IEndpointRouteBuilder MapVendorPhonebooks(this IEndpointRouteBuilder routes)
    {
        var doors = PhoneDoor.Of(routes);
        var answer = routes.ServiceProvider.GetRequiredService<PhonebookAnswer>();
        foreach (var document in routes.ServiceProvider.GetServices<PhonebookDocument>())
        {
            foreach (var path in document.Paths)
            {
                doors.MapMethods(path, Methods, context => answer.SendAsync(document, context))
                    .ExcludeFromDescription();
            }
        }

        return routes;
    }
}
