using Microsoft.Extensions.DependencyInjection.Extensions;
using Switchbook.PhoneDirectory;

namespace Switchbook.Views;

/// <summary>Composition of what clients see of the directory.</summary>
internal static class ViewsSetup
{
    public static IServiceCollection AddViews(this IServiceCollection services)
    {
        services.TryAddSingleton<CurrentDirectory>();
        services.TryAddSingleton<ViewedDirectory>();
        return services;
    }
}
