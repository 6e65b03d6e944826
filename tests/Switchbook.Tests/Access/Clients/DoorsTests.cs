using Microsoft.AspNetCore.Routing;
using Switchbook.Access;
using Switchbook.Access.Clients;
using Switchbook.Cli;

namespace Switchbook.Tests.Access.Clients;

/// <summary>Which addresses of the whole server clients may ask.</summary>
public sealed class DoorsTests
{
    [Fact]
    public async Task Phones_may_ask_for_what_phones_need_and_for_nothing_else()
    {
        var directory = Directory.CreateTempSubdirectory("switchbook-doors-").FullName;
        await using var app = Server.Build(new ServeOptions { DataDirectory = directory, Settings = [] });

        var routes = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        var open = routes.Where(route => route.Metadata.GetMetadata<PhoneDoor>() is not null).Select(FirstPart).Distinct(StringComparer.Ordinal);
        var shut = routes.Where(route => route.Metadata.GetMetadata<PhoneDoor>() is null).Select(FirstPart).Distinct(StringComparer.Ordinal);

        Assert.Equal([".well-known", "dav", "lookup", "phonebook", "system"], open.Order(StringComparer.Ordinal));
        Assert.Contains("api", shut);
        Assert.Contains("metrics", shut);
        Assert.Empty(open.Intersect(shut, StringComparer.Ordinal));
        Directory.Delete(directory, recursive: true);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://directory.example.com")]
    public async Task The_one_door_for_everybody_is_that_of_change_notifications_where_they_are_wanted(string? address)
    {
        var directory = Directory.CreateTempSubdirectory("switchbook-doors-").FullName;
        await using var app = Server.Build(new ServeOptions { DataDirectory = directory, Settings = address is null ? [] : [$"ChangeNotifications:Address={address}"] });

        var open = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<OpenDoor>() is not null)
            .Select(route => route.RoutePattern.RawText);

        Assert.Equal(address is null ? [] : ["/graph/notifications/{link:int}"], open);
        Directory.Delete(directory, recursive: true);
    }

    private static string FirstPart(RouteEndpoint route) => route.RoutePattern.RawText!.TrimStart('/').Split('/')[0];
}
