using System.Xml.Linq;

namespace Switchbook.Tests.Architecture;

public sealed class ProjectsTests
{
    [Theory]
    [InlineData("Switchbook.Ldap")]
    [InlineData("Switchbook.SimulatedTenant")]
    public void A_library_knows_no_other_project(string name)
    {
        var project = XDocument.Parse(Repository.Read(Path.Combine("src", name, $"{name}.csproj")));

        Assert.Empty(project.Descendants("ProjectReference"));
    }
}
