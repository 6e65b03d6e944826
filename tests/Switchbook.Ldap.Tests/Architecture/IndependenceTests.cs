namespace Switchbook.Ldap.Tests.Architecture;

/// <summary>The library may be published alone.</summary>
public sealed class IndependenceTests
{
    [Fact]
    public void The_library_references_nothing_of_the_product()
    {
        var references = typeof(ILdapDirectory).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.All(references, name => Assert.True(
            name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal), name));
    }

    [Fact]
    public void The_library_speaks_of_no_telephony_but_what_its_schema_standardises()
    {
        var words = typeof(ILdapDirectory).Assembly.GetTypes().Select(type => type.FullName!)
            .Where(name => name.Contains("Phone", StringComparison.OrdinalIgnoreCase) || name.Contains("Storage", StringComparison.OrdinalIgnoreCase));

        Assert.Empty(words);
    }
}
