namespace Switchbook.Access.Operators;

/// <summary>Composition of who may sign in.</summary>
internal static class OperatorsSetup
{
    public static IServiceCollection AddOperatorStore(this IServiceCollection services) => services.AddSingleton<OperatorStore>();
}
