namespace Entente.Matching.Places;

/// <summary>The state of one run of deferred acceptance.</summary>
internal sealed class Proposals
{
    private readonly AcceptanceArrays _arrays;
    private readonly int[] _next, _held, _count, _refused;
    private readonly WorstHeap[] _heaps;

    public Proposals(AcceptanceArrays arrays)
    {
        _arrays = arrays;
        _next = arrays.Start[..^1];
        _held = new int[arrays.Students];
        Array.Fill(_held, -1);
        _count = new int[arrays.Limit.Length];
        _refused = new int[arrays.Limit.Length];
        Array.Fill(_refused, int.MaxValue);
        _heaps = new WorstHeap[arrays.Limit.Length];
        for (var node = 0; node < _heaps.Length; node++) _heaps[node] = new();
    }

    public int[] Run()
    {
        var (start, choice, keys, next, refused) = (_arrays.Start, _arrays.Choice, _arrays.Key, _next, _refused);
        for (var first = 0; first < _held.Length; first++)
        {
            // Whoever is turned away asks on at once.
            for (var student = first; student >= 0 && next[student] < start[student + 1];)
            {
                // Who comes after one turned away at the same place is turned away too: what a place keeps only grows better.
                var edge = next[student]++;
                if (keys[edge] <= refused[choice[edge]]) student = Ask(student, edge);
            }
        }

        return _held;
    }

    /// <summary>Asks; returns who is turned away, -1 when nobody.</summary>
    private int Ask(int student, int edge)
    {
        var (place, parent) = (_arrays.Choice[edge], _arrays.Parent);
        var entry = ((ulong)(uint)_arrays.Key[edge] << 32) | (uint)student;
        var full = place;
        while (full >= 0 && _count[full] < _arrays.Limit[full]) full = parent[full];
        if (full < 0)
        {
            Keep(student, edge, entry, place, parent, upTo: -1);
            return -1;
        }

        if (_arrays.Limit[full] == 0 || Worst(full) is var worst && entry > worst)
        {
            _refused[place] = Math.Min(_refused[place], _arrays.Key[edge]);
            return student;
        }

        var leaving = (int)(uint)worst;
        Release(leaving, full, parent);
        if (full == place && parent[place] < 0)
        {
            _heaps[place].Replace(entry);
            _held[student] = edge;
            return leaving;
        }

        _heaps[full].Pop();
        Keep(student, edge, entry, place, parent, full);
        return leaving;
    }

    /// <summary>Takes the student into every node around the place; those from <paramref name="upTo"/> outwards stay as full as they were.</summary>
    private void Keep(int student, int edge, ulong entry, int place, int[] parent, int upTo)
    {
        _held[student] = edge;
        var counts = true;
        for (var node = place; node >= 0; node = parent[node])
        {
            counts &= node != upTo;
            if (counts) _count[node]++;
            _heaps[node].Push(entry);
        }
    }

    private void Release(int student, int full, int[] parent)
    {
        var left = _arrays.Choice[_held[student]];
        _refused[left] = Math.Min(_refused[left], _arrays.Key[_held[student]]);
        for (var node = left; node != full; node = parent[node]) _count[node]--;
        _held[student] = -1;
    }

    /// <summary>The worst entry of a node; entries of students who left it since are dropped on the way.</summary>
    private ulong Worst(int node)
    {
        var heap = _heaps[node];
        while (!IsIn((int)(uint)heap.Top, node)) heap.Pop();
        return heap.Top;
    }

    private bool IsIn(int student, int node)
    {
        if (_held[student] < 0) return false;
        var at = _arrays.Choice[_held[student]];
        while (at >= 0 && at != node) at = _arrays.Parent[at];
        return at == node;
    }
}
