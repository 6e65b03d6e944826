namespace Switchbook.SimulatedTenant.People;

/// <summary>Where the first people of the tenant come from: made up, or read from a file.</summary>
internal interface IPeopleSource
{
    int Count { get; }

    Person At(int index);

    bool TryFind(Guid id, out int index);
}
