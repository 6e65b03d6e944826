namespace Switchbook.PhoneDirectory;

/// <summary>One number of a person, which with its name makes one entry.</summary>
/// <param name="Kind">The mapped property it came from, such as <c>businessPhones</c>; <c>manual</c> for a manual entry.</param>
/// <param name="Name">The entry's name: the person's with the number's suffix, such as <c>Adele Vance M</c>.</param>
/// <param name="Number">The number as the source writes it, without blanks around it.</param>
internal readonly record struct DirectoryNumber(string Kind, string Name, string Number);
