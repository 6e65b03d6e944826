using Switchbook.PhoneDirectory;

namespace Switchbook.Tests.PhoneDirectory;

/// <summary>Makes people and directories for tests.</summary>
internal static class People
{
    public static DirectoryPerson Person(string id, string name, params string[] numbers) => new()
    {
        Id = id,
        Name = name,
        GivenName = name.Split(' ')[0],
        Surname = name.Split(' ')[^1],
        Numbers = [.. numbers.Select(number => new DirectoryNumber("businessPhones", name, number))],
    };

    public static DirectoryPerson WithMobile(this DirectoryPerson person, string number) => person with
    {
        Numbers = person.Numbers.Add(new DirectoryNumber("mobilePhone", $"{person.Name} M", number)),
    };

    public static DirectorySource Link(string name, params DirectoryPerson[] people) => new(name, null, people);

    public static DirectorySource Manual(params (string Id, string Name, string Number)[] entries) => new(
        DirectorySource.Manual,
        null,
        [.. entries.Select(entry => new DirectoryPerson
        {
            Id = entry.Id,
            Name = entry.Name,
            Numbers = [new DirectoryNumber("manual", entry.Name, entry.Number)],
        })]);

    public static DirectorySnapshot Directory(params DirectorySource[] sources) => Directory(null, sources);

    public static DirectorySnapshot Directory(DirectoryOptions? options, params DirectorySource[] sources)
    {
        var all = sources.Any(source => source.Name == DirectorySource.Manual) ? sources : [Manual(), .. sources];
        return DirectorySnapshot.Build(1, DateTimeOffset.UnixEpoch, all, options ?? new DirectoryOptions());
    }
}
