using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Switchbook.Mapping;
using Switchbook.Storage;

namespace Switchbook.Synchronization;

/// <summary>People on their way into and out of the database.</summary>
internal static class PersonRows
{
    public static ReadPerson Read(PersonRow row) => new(
        row.Data, row.Entries, row.Duplicates, row.Skipped is { } reason ? Enum.Parse<SkipReason>(reason) : null);

    public static async Task WriteAsync(
        SwitchbookContext context, int linkId, ImmutableArray<PersonChange> changes, CancellationToken cancellationToken)
    {
        await using var write = Command(
            context,
            """
            INSERT INTO "People" ("LinkId", "PersonId", "Entries", "Data", "Duplicates", "Skipped")
            VALUES (@link, @person, @entries, @data, @duplicates, @skipped)
            ON CONFLICT ("LinkId", "PersonId") DO UPDATE SET "Entries" = excluded."Entries", "Data" = excluded."Data",
                "Duplicates" = excluded."Duplicates", "Skipped" = excluded."Skipped"
            """);
        await using var remove = Command(context, """DELETE FROM "People" WHERE "LinkId" = @link AND "PersonId" = @person""");
        var writeValues = Parameters(write, "@link", "@person", "@entries", "@data", "@duplicates", "@skipped");
        var removeValues = Parameters(remove, "@link", "@person");

        foreach (var change in changes)
        {
            if (change.After is { } after)
            {
                Set(writeValues, linkId, change.PersonId, after.Entries, after.Data, after.Duplicates, after.Skipped?.ToString());
                await write.ExecuteNonQueryAsync(cancellationToken);
            }
            else
            {
                Set(removeValues, linkId, change.PersonId);
                await remove.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    // A hundred thousand rows go through prepared commands: the change tracker would take many times as long.
    private static DbCommand Command(SwitchbookContext context, string text)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = text;
        return command;
    }

    private static DbParameter[] Parameters(DbCommand command, params string[] names) =>
        [.. names.Select(name =>
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
            return parameter;
        })];

    private static void Set(DbParameter[] parameters, params object?[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            parameters[index].Value = values[index] ?? DBNull.Value;
        }
    }
}
