using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Switchbook.Storage;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model without starting the program.</summary>
internal sealed class SwitchbookContextDesign : IDesignTimeDbContextFactory<SwitchbookContext>
{
    public SwitchbookContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SwitchbookContext>().UseSqlite("Data Source=:memory:").Options);
}
