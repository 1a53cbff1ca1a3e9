namespace Entente.Matching.Places;

/// <summary>A binary heap with the highest number on top; grows as it fills.</summary>
internal sealed class WorstHeap
{
    private ulong[] _items = [];
    private int _count;

    public ulong Top => _items[0];

    public void Push(ulong item)
    {
        if (_count == _items.Length) Array.Resize(ref _items, Math.Max(4, _count * 2));
        var (items, at) = (_items, _count++);
        while (at > 0 && items[(at - 1) >> 1] < item)
        {
            items[at] = items[(at - 1) >> 1];
            at = (at - 1) >> 1;
        }

        items[at] = item;
    }

    public void Pop()
    {
        var last = _items[--_count];
        if (_count > 0) Sink(last);
    }

    /// <summary>Takes the top off and puts an item in.</summary>
    public void Replace(ulong item) => Sink(item);

    private void Sink(ulong item)
    {
        var (items, at) = (_items, 0);
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= _count) break;
            if (child + 1 < _count && items[child + 1] > items[child]) child++;
            if (items[child] <= item) break;
            items[at] = items[child];
            at = child;
        }

        items[at] = item;
    }
}
