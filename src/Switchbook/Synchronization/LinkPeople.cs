using Switchbook.PhoneDirectory;

namespace Switchbook.Synchronization;

/// <summary>The people that a link would bring in.</summary>
internal sealed record LinkPeople(int LinkId, IEnumerable<DirectoryPerson> People);
