namespace Entente.Matching.Places;

/// <summary>Finds who holds what a student would rather have, with worse priority, so that their leaving would make the room.</summary>
internal sealed class Rivals
{
    private readonly Indexed _data;
    private readonly int[] _got;
    private readonly Ledger _ledger;
    private readonly int[][] _worstFirst;
    private readonly int[]?[] _orderIn, _worstFirstIn;

    public Rivals(Indexed data, int[] got, Ledger ledger)
    {
        _data = data;
        _got = got;
        _ledger = ledger;
        _worstFirst = [.. data.Places.Select((_, place) => Holders(p => p == place, data.OrderAt(place)))];
        _orderIn = new int[data.Nests.Length][];
        _worstFirstIn = new int[data.Nests.Length][];
    }

    /// <summary>The holder of the place itself with the worst priority whose leaving makes room; -1 for none. The student's own place is taken out of the ledger.</summary>
    public int At(int student, int place) => First(student, place, _data.OrderAt(place), _worstFirst[place]);

    /// <summary>The same among those who hold another place of a nest around it, by the order that rules the nest.</summary>
    public int InNests(int student, int place)
    {
        foreach (var nest in _data.Around[place].Where(_data.IsLimiting))
        {
            var order = _orderIn[nest] ??= OrderIn(nest);
            var rival = First(student, place, order, _worstFirstIn[nest] ??= Holders(p => Array.BinarySearch(_data.Inside[nest], p) >= 0, order));
            if (rival >= 0) return rival;
        }

        return -1;
    }

    private int First(int student, int place, int[] order, int[] worstFirst)
    {
        foreach (var holder in worstFirst)
        {
            if (order[holder] < order[student]) return -1;
            if (holder == student) continue;
            _ledger.Remove(holder, _got[holder]);
            var fits = _ledger.Fits(student, place);
            _ledger.Add(holder, _got[holder]);
            if (fits) return holder;
        }

        return -1;
    }

    private int[] Holders(Func<int, bool> isHere, int[] order) =>
        [.. Enumerable.Range(0, _got.Length).Where(i => _got[i] >= 0 && isHere(_got[i])).OrderByDescending(i => order[i])];

    // The nest's own order; else the one its places share; else the rank.
    private int[] OrderIn(int nest)
    {
        if (_data.Order(_data.Nests[nest].Priority) is { } own) return own;
        var first = _data.OrderAt(_data.Inside[nest][0]);
        return _data.Inside[nest].All(p => _data.OrderAt(p).AsSpan().SequenceEqual(first)) ? first : _data.ByRank;
    }
}
