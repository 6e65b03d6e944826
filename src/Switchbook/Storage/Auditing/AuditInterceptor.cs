using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Switchbook.Storage.Auditing;

/// <summary>
/// Writes the audit record of <see cref="AuditedAttribute">audited</see> rows beside every change of them, in its transaction, so
/// that no store can forget to; and says of every line when and by whom.
/// </summary>
internal sealed class AuditInterceptor(TimeProvider time) : SaveChangesInterceptor
{
    /// <summary>More changes of one kind at once, such as an import, are told as their number.</summary>
    private const int MostOfOneKind = 20;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is SwitchbookContext context)
        {
            context.Audit.AddRange([.. Lines(context)]);
            foreach (var line in context.ChangeTracker.Entries<AuditRow>().Where(line => line.State == EntityState.Added).Select(line => line.Entity))
            {
                Stamp(line);
            }
        }

        return ValueTask.FromResult(result);
    }

    private void Stamp(AuditRow line)
    {
        line.At = line.At == default ? time.GetUtcNow() : line.At;
        if (line.Actor.Length == 0)
        {
            (line.Actor, line.Address) = (AuditActor.Current.Name, AuditActor.Current.Address);
        }
    }

    private static IEnumerable<AuditRow> Lines(SwitchbookContext context)
    {
        var lines =
            from entry in context.ChangeTracker.Entries()
            let audited = entry.Metadata.ClrType.GetCustomAttribute<AuditedAttribute>()
            where audited is not null && entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
            let line = Line(context, entry, audited.Subject)
            where line is not null
            select line;
        return lines.GroupBy(line => line.Kind, StringComparer.Ordinal).SelectMany(same => same.Count() > MostOfOneKind ? [Number(same.Key, same.Count())] : same.ToArray());
    }

    private static AuditRow Number(string kind, int count) => new() { Kind = kind, Subject = count.ToString(CultureInfo.InvariantCulture) };

    /// <returns>Null when nothing changed but what is left out.</returns>
    private static AuditRow? Line(SwitchbookContext context, EntityEntry entry, string subject)
    {
        var details = new JsonObject();
        foreach (var property in entry.Properties.Where(property => IsTold(property.Metadata) && IsChanged(entry, property)))
        {
            var secret = property.Metadata.PropertyInfo!.IsDefined(typeof(SecretAttribute));
            var change = new JsonObject();
            if (entry.State != EntityState.Added)
            {
                change["before"] = Value(property.OriginalValue, secret);
            }

            if (entry.State != EntityState.Deleted)
            {
                change["after"] = Value(property.CurrentValue, secret);
            }

            details[JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name)] = change;
        }

        return details.Count == 0
            ? null
            : new() { Kind = $"{subject}.{Verb(entry.State)}", Subject = NameOf(context, entry), Details = details.ToJsonString(Json) };
    }

    private static bool IsTold(IProperty property) =>
        property.PropertyInfo is { } info && !property.IsPrimaryKey() && !property.IsForeignKey() && !info.IsDefined(typeof(UpkeepAttribute));

    private static bool IsChanged(EntityEntry entry, PropertyEntry property) => entry.State switch
    {
        EntityState.Added => property.CurrentValue is not null,
        EntityState.Deleted => property.OriginalValue is not null,
        _ => property.IsModified && !Equals(property.OriginalValue, property.CurrentValue),
    };

    private static JsonNode? Value(object? value, bool isSecret) => value switch
    {
        null => null,
        _ when isSecret => "(secret)",
        DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
        _ => JsonSerializer.SerializeToNode(value),
    };

    private static string Verb(EntityState state) => state switch
    {
        EntityState.Added => "added",
        EntityState.Deleted => "removed",
        _ => "changed",
    };

    /// <summary>A row's own name, or that of the row which it belongs to.</summary>
    private static string NameOf(SwitchbookContext context, EntityEntry entry)
    {
        if (entry.Metadata.FindProperty("Name") is not null)
        {
            return (string)(entry.State == EntityState.Added ? entry.Property("Name").CurrentValue : entry.Property("Name").OriginalValue)!;
        }

        var parent = entry.Metadata.GetForeignKeys().Select(key => entry.Property(key.Properties[0].Name)).FirstOrDefault();
        var id = parent?.OriginalValue ?? parent?.CurrentValue;
        var owner = context.ChangeTracker.Entries<LinkRow>().FirstOrDefault(link => Equals(link.Property(row => row.Id).CurrentValue, id));
        return owner?.Entity.Name ?? string.Create(CultureInfo.InvariantCulture, $"{id}");
    }
}
