namespace Switchbook.Phonebooks.Vendors;

/// <summary>An entry as one phone shows it and dials it.</summary>
/// <param name="Name">The entry's name with its suffix.</param>
/// <param name="Number">What the phone dials; never empty.</param>
/// <param name="Line">Which of somebody's telephones it is.</param>
internal readonly record struct PhonebookEntry(string Name, string Number, LineKind Line);
