using Switchbook.Notices.Channels;

namespace Switchbook.Notices;

/// <summary>Composition of notices.</summary>
internal static class NoticesSetup
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<NoticeOptions>().BindConfiguration(NoticeOptions.Section).ValidateDataAnnotations();
        services.AddOptionsWithValidateOnStart<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations();
        return services
            .AddSingleton<NoticeChannels>()
            .AddSingleton<NoticeDelivery>()
            .AddSingleton<NoticeStore>()
            .AddSingleton<HealthReader>();
    }

    /// <summary>The watch that tells, for the server.</summary>
    public static IServiceCollection AddNoticeWatch(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<NoticesDelivered>("notices", tags: ["ready"]);
        return services.AddHostedService<NoticeWatch>();
    }
}
