namespace Entente.Matching.Places;

/// <summary>
/// A binary heap with the highest number on top; grows as it fills. Until the top is asked for, what comes in only lies there: a node
/// is asked for its worst when it is full, so most of what comes in is put in order once (Floyd 1964).
/// </summary>
internal sealed class WorstHeap
{
    private ulong[] _items = [];
    private int _count;
    private bool _isOrdered;

    public ulong Top
    {
        get
        {
            if (!_isOrdered) Order();
            return _items[0];
        }
    }

    public void Push(ulong item)
    {
        if (_count == _items.Length) Array.Resize(ref _items, Math.Max(4, _count * 2));
        var (items, at) = (_items, _count++);
        while (_isOrdered && at > 0 && items[(at - 1) >> 1] < item)
        {
            items[at] = items[(at - 1) >> 1];
            at = (at - 1) >> 1;
        }

        items[at] = item;
    }

    /// <summary>Takes the top off; only after it was looked at.</summary>
    public void Pop()
    {
        var last = _items[--_count];
        if (_count > 0) Sink(0, last);
    }

    /// <summary>Takes the top off and puts an item in; only after the top was looked at.</summary>
    public void Replace(ulong item) => Sink(0, item);

    private void Order()
    {
        for (var at = (_count >> 1) - 1; at >= 0; at--) Sink(at, _items[at]);
        _isOrdered = true;
    }

    private void Sink(int at, ulong item)
    {
        var (items, count) = (_items, _count);
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= count) break;
            if (child + 1 < count && items[child + 1] > items[child]) child++;
            if (items[child] <= item) break;
            items[at] = items[child];
            at = child;
        }

        items[at] = item;
    }
}
