using System.Globalization;
using Switchbook.PhoneDirectory;
using static Switchbook.Tests.PhoneDirectory.People;

namespace Switchbook.Tests.Ldap.Differential;

/// <summary>People with all that makes matching hard: accents, odd characters, several numbers, several links.</summary>
internal static class DifferentialPeople
{
    private static readonly string[] GivenNames =
        ["Adele", "Björn", "Chloé", "Daniel", "Émile", "François", "Grete", "Hiro", "Ines", "Joanna", "Łukasz", "Ryan", "Søren", "Zoë", "Jean-Luc", "李"];

    private static readonly string[] Surnames =
        ["Vance", "Müller", "Núñez", "O'Brien", "Smith", "Johansson", "Groß", "van der Berg", "Kowalski", "Ødegård", "Jones", "D'Angelo (ret.)", "Weiß\\Schwarz", "Smythe"];

    private static readonly string[] Departments = ["Sales", "Research", "Front  Desk", "Human Resources", "Éducation"];

    public static DirectorySnapshot Make() => Directory(
        Manual(("m1", "Front Desk", "100"), ("m2", "Lobby", "+44 1632 960 001"), ("m3", "Überfall * Notruf", "110")),
        Link("Head, Office \"North\"", [.. Enumerable.Range(0, 180).Select(Person)]),
        Link("#Branch + Öst", [.. Enumerable.Range(150, 90).Select(Person)]),
        Link("Empty"));

    private static DirectoryPerson Person(int i)
    {
        var (given, surname) = (GivenNames[i % GivenNames.Length], Surnames[i * 5 % Surnames.Length]);
        var person = new DirectoryPerson
        {
            Id = Id(i),
            Name = $"{given} {surname}",
            GivenName = i % 7 == 0 ? null : given,
            Surname = i % 11 == 0 ? null : surname,
            Mail = i % 3 == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{given[0..1].Normalize()}{i}@Contoso.example").Replace('É', 'E').Replace('Ł', 'L').Replace('李', 'L'),
            Title = i % 4 == 0 ? null : "Engineer",
            Department = i % 5 == 0 ? null : Departments[i % Departments.Length],
            Company = "Contoso & Söhne",
            Numbers = [Number("businessPhones", given, $"+44 1632 96{i:D4}")],
        };
        if (i % 3 == 1)
        {
            person = person with { Numbers = person.Numbers.Add(Number("mobilePhone", given, $"+447700{900000 + i}")) };
        }

        return i % 5 == 2 ? person with { Numbers = person.Numbers.Add(Number("businessPhones", given, $"01632-97{i:D4} x{i}")) } : person;
    }

    private static DirectoryNumber Number(string kind, string name, string number) => new(kind, name, number);

    private static string Id(int i) => i switch
    {
        3 => "a,b+c",
        4 => "#x\"y\"",
        5 => "Jörg\\<;>",
        _ => new Guid(i, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]).ToString(),
    };
}
