namespace Switchbook.PhoneDirectory;

/// <summary>Adds the system directory to the program.</summary>
internal static class PhoneDirectorySetup
{
    public static IServiceCollection AddPhoneDirectory(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<DirectoryOptions>()
            .BindConfiguration(DirectoryOptions.Section)
            .ValidateDataAnnotations();
        return services.AddSingleton<CurrentDirectory>();
    }
}
