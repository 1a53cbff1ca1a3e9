namespace Entente.Matching.Places;

/// <summary>
/// The state of one run of deferred acceptance. With a million students it waits for memory more than it computes, so what is looked at
/// together lies together: a choice with its key, and of a student whom they ask next and what they hold.
/// </summary>
internal sealed class Proposals
{
    private readonly int[] _parent, _limit, _count, _refused;
    private readonly Asked[] _asked;
    private readonly Asker[] _askers;
    private readonly WorstHeap[] _heaps;

    public Proposals(AcceptanceArrays arrays)
    {
        (_parent, _limit, _count, _refused) = (arrays.Parent, arrays.Limit, new int[arrays.Limit.Length], new int[arrays.Limit.Length]);
        Array.Fill(_refused, int.MaxValue);
        _asked = new Asked[arrays.Choice.Length];
        for (var edge = 0; edge < _asked.Length; edge++) _asked[edge] = new(arrays.Choice[edge], arrays.Key[edge]);
        _askers = new Asker[arrays.Students];
        for (var student = 0; student < _askers.Length; student++) _askers[student] = new(arrays.Start[student], arrays.Start[student + 1]);
        _heaps = new WorstHeap[arrays.Limit.Length];
        for (var node = 0; node < _heaps.Length; node++) _heaps[node] = new();
    }

    /// <summary>For each student the choice that is kept; -1 for none.</summary>
    public int[] Run()
    {
        for (var first = 0; first < _askers.Length; first++)
        {
            // Whoever is turned away asks on at once.
            for (var student = first; student >= 0;)
            {
                ref var asker = ref _askers[student];
                if (asker.Next == asker.End) break;
                var asked = _asked[asker.Next++];

                // Who comes after one turned away at the same place is turned away too: what a place keeps only grows better.
                if (asked.Key > _refused[asked.Place]) continue;
                student = Ask(student, asked);
            }
        }

        return [.. _askers.Select(a => a.Holds < 0 ? -1 : a.Next - 1)];
    }

    /// <summary>Asks; returns who is turned away, -1 when nobody.</summary>
    private int Ask(int student, Asked asked)
    {
        var (place, entry) = (asked.Place, ((ulong)(uint)asked.Key << 32) | (uint)student);
        var full = place;
        while (full >= 0 && _count[full] < _limit[full]) full = _parent[full];
        if (full < 0)
        {
            Keep(entry, place, upTo: -1);
            return -1;
        }

        if (_limit[full] == 0 || Worst(full) is var worst && entry > worst)
        {
            _refused[place] = asked.Key;
            return student;
        }

        var leaving = (int)(uint)worst;
        ref var left = ref _askers[leaving];
        _refused[left.Holds] = Math.Min(_refused[left.Holds], (int)(worst >> 32));
        for (var node = left.Holds; node != full; node = _parent[node]) _count[node]--;
        left.Holds = -1;
        if (full == place && _parent[place] < 0)
        {
            _heaps[place].Replace(entry);
            _askers[student].Holds = place;
            return leaving;
        }

        _heaps[full].Pop();
        Keep(entry, place, full);
        return leaving;
    }

    /// <summary>Takes the student into every node around the place; those from <paramref name="upTo"/> outwards stay as full as they were.</summary>
    private void Keep(ulong entry, int place, int upTo)
    {
        _askers[(int)(uint)entry].Holds = place;
        var counts = true;
        for (var node = place; node >= 0; node = _parent[node])
        {
            counts &= node != upTo;
            if (counts) _count[node]++;
            _heaps[node].Push(entry);
        }
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
        var at = _askers[student].Holds;
        while (at >= 0 && at != node) at = _parent[at];
        return at == node;
    }

    /// <summary>A choice.</summary>
    /// <param name="Place">The place.</param>
    /// <param name="Key">The student's priority there.</param>
    private readonly record struct Asked(int Place, int Key);

    /// <summary>Where a student stands.</summary>
    private struct Asker(int next, int end)
    {
        /// <summary>The choice asked for next; the one before it is held, if any.</summary>
        public int Next = next;

        /// <summary>The first choice of the next student.</summary>
        public readonly int End = end;

        /// <summary>The place that holds the student; -1 for none.</summary>
        public int Holds = -1;
    }
}
