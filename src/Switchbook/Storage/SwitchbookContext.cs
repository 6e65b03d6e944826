using Microsoft.EntityFrameworkCore;
using Switchbook.Storage.Auditing;

namespace Switchbook.Storage;

/// <summary>The database of one installation.</summary>
internal sealed class SwitchbookContext(DbContextOptions<SwitchbookContext> options) : DbContext(options)
{
    public DbSet<LinkRow> Links => Set<LinkRow>();

    public DbSet<LinkStateRow> LinkStates => Set<LinkStateRow>();

    public DbSet<CredentialRow> Credentials => Set<CredentialRow>();

    public DbSet<HeldRunRow> HeldRuns => Set<HeldRunRow>();

    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

    public DbSet<ToldRow> Told => Set<ToldRow>();

    public DbSet<NoticeRow> Notices => Set<NoticeRow>();

    public DbSet<PersonRow> People => Set<PersonRow>();

    public DbSet<ManualEntryRow> ManualEntries => Set<ManualEntryRow>();

    public DbSet<RunRow> Runs => Set<RunRow>();

    public DbSet<VersionRow> Versions => Set<VersionRow>();

    public DbSet<ClientRow> Clients => Set<ClientRow>();

    public DbSet<ViewRow> Views => Set<ViewRow>();

    public DbSet<OperatorRow> Operators => Set<OperatorRow>();

    public DbSet<ApiTokenRow> ApiTokens => Set<ApiTokenRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<ChangeMark> ChangeMarks => Set<ChangeMark>();

    /// <summary>Lets whoever holds a copy of the settings see that they changed; within the transaction that changes them.</summary>
    public Task RaiseSettingsAsync(CancellationToken cancellationToken) =>
        ChangeMarks.ExecuteUpdateAsync(mark => mark.SetProperty(row => row.Settings, row => row.Settings + 1), cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var links = modelBuilder.Entity<LinkRow>();
        links.HasIndex(link => link.NameKey).IsUnique();
        links.HasMany(link => link.Credentials).WithOne().HasForeignKey(credential => credential.LinkId).OnDelete(DeleteBehavior.Cascade);

        var states = modelBuilder.Entity<LinkStateRow>();
        states.HasKey(state => state.LinkId);
        states.Property(state => state.LinkId).ValueGeneratedNever();
        states.HasOne<LinkRow>().WithOne().HasForeignKey<LinkStateRow>(state => state.LinkId).OnDelete(DeleteBehavior.Cascade);

        var held = modelBuilder.Entity<HeldRunRow>();
        held.HasKey(run => run.LinkId);
        held.Property(run => run.LinkId).ValueGeneratedNever();
        held.HasOne<LinkRow>().WithOne().HasForeignKey<HeldRunRow>(run => run.LinkId).OnDelete(DeleteBehavior.Cascade);

        var subscriptions = modelBuilder.Entity<SubscriptionRow>();
        subscriptions.HasKey(row => row.LinkId);
        subscriptions.Property(row => row.LinkId).ValueGeneratedNever();
        subscriptions.HasOne<LinkRow>().WithOne().HasForeignKey<SubscriptionRow>(row => row.LinkId).OnDelete(DeleteBehavior.Cascade);

        var told = modelBuilder.Entity<ToldRow>();
        told.HasKey(row => row.LinkId);
        told.Property(row => row.LinkId).ValueGeneratedNever();
        told.HasOne<LinkRow>().WithOne().HasForeignKey<ToldRow>(row => row.LinkId).OnDelete(DeleteBehavior.Cascade);

        var people = modelBuilder.Entity<PersonRow>();
        people.HasKey(person => new { person.LinkId, person.PersonId });
        people.HasOne<LinkRow>().WithMany().HasForeignKey(person => person.LinkId).OnDelete(DeleteBehavior.Cascade);

        var runs = modelBuilder.Entity<RunRow>();
        runs.HasIndex(run => new { run.LinkId, run.FinishedAt });
        runs.HasOne<LinkRow>().WithMany().HasForeignKey(run => run.LinkId).OnDelete(DeleteBehavior.Cascade);

        var versions = modelBuilder.Entity<VersionRow>();
        versions.Property(version => version.Id).ValueGeneratedNever();
        versions.Property(version => version.Cause).HasConversion<string>();
        versions.HasIndex(version => version.At);

        modelBuilder.Entity<ClientRow>().HasIndex(client => client.NameKey).IsUnique();
        modelBuilder.Entity<ViewRow>().HasIndex(view => view.NameKey).IsUnique();
        modelBuilder.Entity<OperatorRow>().HasIndex(one => one.NameKey).IsUnique();
        modelBuilder.Entity<ApiTokenRow>().HasIndex(token => token.NameKey).IsUnique();

        modelBuilder.Entity<AuditRow>().HasIndex(line => line.At);

        modelBuilder.Entity<ChangeMark>().Property(mark => mark.Id).ValueGeneratedNever();
        modelBuilder.Entity<ChangeMark>().HasData(new ChangeMark { DataFrom = DateTimeOffset.UnixEpoch });
    }
}
