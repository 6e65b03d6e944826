namespace Switchbook.Quality;

/// <summary>Composition of the report on data.</summary>
internal static class QualitySetup
{
    public static IServiceCollection AddQuality(this IServiceCollection services) => services.AddSingleton<QualityReport>();
}
