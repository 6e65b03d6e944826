using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Switchbook.Tests;

/// <summary>
/// Checks all settings once before any test: a <see cref="RangeAttribute"/> over a type converts its bounds when it is first used, and
/// fails when two threads use it first, as the many servers of tests do that start side by side.
/// </summary>
internal static class RangesOnce
{
    [ModuleInitializer]
    internal static void Check()
    {
        var settings =
            from name in Assembly.GetExecutingAssembly().GetReferencedAssemblies()
            where name.Name!.StartsWith("switchbook", StringComparison.OrdinalIgnoreCase)
            from type in Assembly.Load(name).GetTypes()
            where type.GetProperties().Any(property => property.IsDefined(typeof(RangeAttribute))) && type.GetConstructor([]) is not null
            select Activator.CreateInstance(type);
        foreach (var each in settings)
        {
            Validator.TryValidateObject(each, new(each), null, validateAllProperties: true);
        }
    }
}
