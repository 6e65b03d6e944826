using Microsoft.Extensions.Options;

namespace Switchbook.ChangeNotifications;

/// <summary>Composition of being told of changes.</summary>
internal static class ChangeNotificationsSetup
{
    public static IServiceCollection AddChangeNotifications(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ChangeNotificationOptions>().BindConfiguration(ChangeNotificationOptions.Section).ValidateDataAnnotations();
        return services.AddSingleton<SubscriptionStore>().AddSingleton<LinkSubscription>();
    }

    /// <summary>The door at which Microsoft tells of changes, for the server.</summary>
    public static IServiceCollection AddNotificationDoor(this IServiceCollection services) =>
        services.AddSingleton<CurrentSubscriptions>().AddSingleton<NotificationMetrics>().AddSingleton<NotificationDoor>();

    /// <summary>Who arranges that Microsoft comes there, for the server.</summary>
    public static IServiceCollection AddSubscriptionKeeper(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<SubscriptionsArranged>("subscriptions", tags: ["ready"]);
        return services.AddHostedService<SubscriptionKeeper>();
    }

    /// <summary>Nothing where no address is set: then there is nobody who could have a reason to come.</summary>
    public static void MapChangeNotifications(this WebApplication app)
    {
        if (!string.IsNullOrEmpty(app.Services.GetRequiredService<IOptions<ChangeNotificationOptions>>().Value.Address))
        {
            NotificationDoor.Map(app);
        }
    }
}
