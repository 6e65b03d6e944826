using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;

namespace Switchbook.SimulatedTenant.People;

/// <summary>
/// People read from a file of comma-separated values. Columns are Graph's property names, or the LDAP names that directory
/// exports use (<c>cn sn title o telephoneNumber mobile ipPhone</c>). Several numbers are separated by <c>;</c>.
/// </summary>
internal sealed class CsvPeople : IPeopleSource
{
    private readonly List<StoredPerson> _people = [];
    private readonly Dictionary<Guid, int> _places = [];

    private CsvPeople()
    {
    }

    public int Count => _people.Count;

    /// <exception cref="InvalidDataException">The file is not such a file; the message says why.</exception>
    public static async Task<CsvPeople> ReadAsync(string file, CancellationToken ct)
    {
        await using var rows = CsvReader.FromFile(file, new CsvReaderOptions { MalformedData = CsvMalformedDataHandling.Throw, PoolStrings = true });
        try
        {
            return await ReadAsync(rows, ct);
        }
        catch (CsvFormatException problem)
        {
            throw new InvalidDataException($"{file} cannot be read: {problem.Message}", problem);
        }
    }

    public Person At(int index) => _people[index];

    public bool TryFind(Guid id, out int index) => _places.TryGetValue(id, out index);

    /// <summary>
    /// A GUID stays; of any other text the ID is a version 8 UUID (RFC 9562, section 5.8) of the first 128 bits of the
    /// SHA-256 of its UTF-8 bytes, and the text itself becomes the <c>employeeId</c>.
    /// </summary>
    public static Guid ObjectId(string text)
    {
        if (Guid.TryParse(text, out var id))
        {
            return id;
        }

        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    private static async Task<CsvPeople> ReadAsync(CsvReader rows, CancellationToken ct)
    {
        await rows.ReadHeaderAsync(ct);
        var columns = rows.Headers.Select(CsvColumn.Parse).ToArray();
        if (columns.Length == 0)
        {
            throw new InvalidDataException("The file is empty: its first line must name the columns.");
        }

        var people = new CsvPeople();
        while (await rows.ReadAsync(ct))
        {
            people.Add(rows, columns);
        }

        return people;
    }

    private void Add(CsvReader row, CsvColumn[] columns)
    {
        var values = new object?[UserProperties.All.Count];
        var id = (Text: "row " + _people.Count.ToString(CultureInfo.InvariantCulture), IsGiven: false);
        for (var column = 0; column < columns.Length && column < row.FieldCount; column++)
        {
            if (row.GetString(column) is not { Length: > 0 } field)
            {
                continue;
            }

            if (columns[column].IsId)
            {
                id = (field, IsGiven: true);
            }
            else
            {
                columns[column].Store(field, values);
            }
        }

        var guid = ObjectId(id.Text);
        if (id.IsGiven && !Guid.TryParse(id.Text, out _))
        {
            values[UserProperties.EmployeeId.Ordinal] ??= id.Text;
        }

        FillIn(values);
        if (!_places.TryAdd(guid, _people.Count))
        {
            throw new InvalidDataException($"Two people have the id {id.Text} (row {row.RowNumber}).");
        }

        _people.Add(new StoredPerson(guid.ToString(), values));
    }

    /// <summary>What every user of a tenant has.</summary>
    private static void FillIn(object?[] values)
    {
        values[UserProperties.AccountEnabled.Ordinal] ??= Person.True;
        values[UserProperties.UserType.Ordinal] ??= "Member";
        values[UserProperties.UserPrincipalName.Ordinal] ??= values[UserProperties.Mail.Ordinal];
        values[UserProperties.AssignedPlans.Ordinal] ??= TeamsUser;
        values[UserProperties.OnPremisesExtensionAttributes.Ordinal] ??= NoExtensionAttributes;
    }

    private static readonly AssignedPlan[] TeamsUser = [AssignedPlan.Exchange, AssignedPlan.Teams];

    private static readonly string?[] NoExtensionAttributes = new string?[15];
}
