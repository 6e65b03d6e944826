namespace Switchbook.Audit;

/// <summary>Composition of the audit record.</summary>
internal static class AuditSetup
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<AuditOptions>().BindConfiguration(AuditOptions.Section).ValidateDataAnnotations();
        return services.AddSingleton<AuditTrail>().AddSingleton<AuditNotes>();
    }

    /// <summary>What writes, forgets and passes on, for the server.</summary>
    public static IServiceCollection AddAuditWriter(this IServiceCollection services) =>
        services.AddHostedService<AuditWriter>().AddHostedService<SyslogForwarder>();
}
