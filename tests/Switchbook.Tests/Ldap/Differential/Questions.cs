using System.DirectoryServices.Protocols;
using System.Text;

namespace Switchbook.Tests.Ldap.Differential;

/// <summary>Makes searches by chance, from what the directory holds and from what it does not.</summary>
internal sealed class Questions(int seed, IReadOnlyList<string> bases, ILookup<string, string> values)
{
    private static readonly string[][] Attributes =
    [
        [], ["*"], ["+"], ["*", "+"], ["1.1"], ["1.1", "cn"], ["cn"], ["CN", "Sn", "MAIL"], ["@person"], ["@organizationalUnit", "uid"],
        ["name"], ["2.5.4.3"], ["nosuch"], ["nosuch", "telephoneNumber", "mobile"], ["cn;lang-en"], ["commonName", "mobileTelephoneNumber"],
        ["entryUUID", "createTimestamp"], ["hasSubordinates", "entryDN", "subschemaSubentry"], ["objectClass"],
    ];

    private static readonly string[] Odd = ["", " ", "a", "*", "(", "\\", "ß", "müller", "+", "-", "0", "TRUE", "top", "person", "20260101000000Z", "nobody", "Ж", "  x  y "];
    private static readonly string[] SortKeys = ["cn", "sn", "givenName", "telephoneNumber", "uid", "mail", "createTimestamp"];

    private static readonly string[] Rules =
    [
        "caseIgnoreMatch", "caseExactMatch", "2.5.13.5", "2.5.13.2", "telephoneNumberMatch", "caseExactIA5Match", "numericStringMatch",
        "distinguishedNameMatch", "UUIDMatch", "caseExactSubstringsMatch", "nosuchMatch",
    ];

    private readonly Random _chance = new(seed);
    private readonly string[] _types = [.. values.Select(group => group.Key)];

    public Question Next()
    {
        var question = new Question
        {
            Base = Base(),
            Scope = Pick([SearchScope.Base, SearchScope.OneLevel, SearchScope.Subtree, SearchScope.Subtree]),
            Filter = Filter(_chance.Next(4)),
            Attributes = Pick(Attributes),
            TypesOnly = _chance.Next(12) == 0,
            Controls = Controls(),
        };
        return _chance.Next(10) switch
        {
            0 => question with { PageSize = 1 + _chance.Next(200) },
            1 => question with { PageSize = 1 + _chance.Next(200), SizeLimit = 1 + _chance.Next(120) },
            2 or 3 => question with { SizeLimit = 1 + _chance.Next(60) },
            4 => question with { Sort = Keys(), TypesOnly = false },
            5 => question with { Sort = Keys(), TypesOnly = false, PageSize = 20 + _chance.Next(200) },
            6 => question with { Sort = Keys(), TypesOnly = false, Window = (1 + _chance.Next(300), null, _chance.Next(12), _chance.Next(30)) },
            7 => question with { Sort = ["entryUUID"], TypesOnly = false, Window = (0, Pick([.. values["entryUUID"]]), _chance.Next(12), _chance.Next(30)) },
            _ => question,
        };
    }

    public string Filter(int depth) => depth == 0 ? Item() : _chance.Next(5) switch
    {
        0 => $"(!{Filter(depth - 1)})",
        1 or 2 => $"(&{Parts(depth)})",
        _ => $"(|{Parts(depth)})",
    };

    private string Parts(int depth) => string.Concat(Enumerable.Range(0, _chance.Next(8) == 0 ? 0 : 1 + _chance.Next(3)).Select(_ => Filter(depth - 1)));

    private string Item()
    {
        var type = Pick(_types);
        var name = _chance.Next(30) == 0 ? "nosuch" : Spelling(type);
        return _chance.Next(16) switch
        {
            < 5 => $"({name}={Escape(Value(type))})",
            < 10 => $"({name}={Substrings(type)})",
            < 12 => $"({name}=*)",
            12 => $"({name}~={Escape(Value(type))})",
            13 => $"({name}{Pick([">", "<"])}={Escape(Value(type))})",
            14 => $"({name}:{(_chance.Next(3) == 0 ? "dn:" : "")}{Pick(Rules)}:={Escape(Value(type))})",
            _ => $"({name}:{(_chance.Next(2) == 0 ? "dn:" : "")}={Escape(Value(type))})",
        };
    }

    private string Substrings(string type)
    {
        var value = Value(type);
        if (value.Length == 0)
        {
            return "*";
        }

        var from = _chance.Next(value.Length);
        var to = from + 1 + _chance.Next(value.Length - from);
        var (before, middle, after) = (value[..from], value[from..to], value[to..]);
        return _chance.Next(6) switch
        {
            0 when before.Length > 0 => $"{Escape(before)}*",
            1 when after.Length > 0 => $"*{Escape(after)}",
            2 when before.Length > 0 && after.Length > 0 => $"{Escape(before)}*{Escape(after)}",
            3 when before.Length > 0 && after.Length > 0 => $"{Escape(before)}*{Escape(middle)}*{Escape(after)}",
            4 when before.Length > 0 && after.Length > 0 => $"*{Escape(before)}*{Escape(after)}*",
            _ => $"*{Escape(middle)}*",
        };
    }

    private string Value(string type)
    {
        var value = _chance.Next(8) == 0 ? Pick(Odd) : Pick([.. values[type]]);
        return _chance.Next(8) switch
        {
            0 => value.ToUpperInvariant(),
            1 => value.ToLowerInvariant(),
            2 => $" {value.Replace(" ", "   ", StringComparison.Ordinal)} ",
            3 when value.Length > 1 => value[..^1],
            4 => value + Pick(Odd),
            _ => value,
        };
    }

    private string Base()
    {
        var name = Pick(bases);
        return _chance.Next(12) switch
        {
            0 => name.ToUpperInvariant(),
            1 => name.Replace(",ou=", " , OU = ", StringComparison.Ordinal),
            2 => name.Replace("uid=", "0.9.2342.19200300.100.1.1=", StringComparison.Ordinal),
            3 => "cn=nobody," + name,
            4 => name.Replace("o", "\\6F", StringComparison.Ordinal),
            5 when _chance.Next(4) == 0 => Pick(["dc=elsewhere", "nonsense", "=x", "uid=a,,dc=switchbook", "ou=people;dc=switchbook"]),
            _ => name,
        };
    }

    private string Spelling(string type) => (type, _chance.Next(6)) switch
    {
        ("cn", 0) => "commonName",
        ("mobile", 0) => "mobileTelephoneNumber",
        ("sn", 0) => "2.5.4.4",
        ("uid", 0) => "userid",
        ("cn", 1) => "name",
        (_, 2) => type.ToUpperInvariant(),
        ("cn" or "sn" or "givenName" or "title" or "ou", 3) => type + ";lang-en",
        _ => type,
    };

    private DirectoryControl[] Controls() => _chance.Next(14) switch
    {
        0 => [new("2.16.840.1.113730.3.4.2", null, true, true)],
        1 => [new("1.2.3.4", null, _chance.Next(2) == 0, true)],
        2 => [new("1.3.6.1.1.12", AssertedFilter.Encode(Pick(_types), Value(Pick(_types))), true, true)],
        _ => [],
    };

    /// <summary>The last key tells all entries apart, so that there is one right order.</summary>
    private string[] Keys() => [.. _chance.GetItems(SortKeys, _chance.Next(3)).Distinct().Append("entryUUID").Select(key => _chance.Next(4) == 0 ? "-" + key : key)];

    private T Pick<T>(IReadOnlyList<T> from) => from[_chance.Next(from.Count)];

    private static string Escape(string value)
    {
        var text = new StringBuilder();
        foreach (var octet in Encoding.UTF8.GetBytes(value))
        {
            var isPlain = octet is > 0x20 and < 0x7F and not ((byte)'*' or (byte)'(' or (byte)')' or (byte)'\\');
            text.Append(isPlain ? ((char)octet).ToString() : $"\\{octet:x2}");
        }

        return text.ToString();
    }
}
