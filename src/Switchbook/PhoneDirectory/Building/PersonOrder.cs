using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.PhoneDirectory.Building;

/// <summary>
/// The order that nothing but the people themselves decides: folded name, name, ID, source. What stands under the limit and
/// every row of a snapshot follows from it, not from the order in which Graph lists people.
/// </summary>
internal static class PersonOrder
{
    public static int[] Of(CollectedPeople collected)
    {
        var heap = collected.Heap.Peek();
        var order = new int[collected.Count];
        var heads = new ulong[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            (order[i], heads[i]) = (i, TextOrder.Head(collected.Names[i]));
        }

        TextOrder.Sort<int>(heads, order, (left, right) => Compare(collected, heap, left, right));
        return order;
    }

    private static int Compare(CollectedPeople collected, StringHeap heap, int left, int right)
    {
        var order = collected.Names[left].SequenceCompareTo(collected.Names[right]);
        if (order != 0)
        {
            return order;
        }

        var (one, other) = (collected.People[left], collected.People[right]);
        order = heap[one.Name].SequenceCompareTo(heap[other.Name]);
        order = order != 0 ? order : heap[one.Id].SequenceCompareTo(heap[other.Id]);
        return order != 0 ? order : one.Source.CompareTo(other.Source);
    }
}
