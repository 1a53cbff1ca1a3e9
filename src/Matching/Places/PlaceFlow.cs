namespace Entente.Matching.Places;

/// <summary>
/// Whole students over limits that lie in one another, as a flow of least cost: most placed, then the least sum of positions, whoever
/// may be passed over. One student after another comes in along a shortest path (Kuhn 1955; Edmonds and Karp 1972), which keeps the
/// whole the best there is. The same paths tell what the best would be if a student had a certain choice.
/// </summary>
internal sealed class PlaceFlow
{
    private readonly Indexed _data;
    private readonly NestedLimits _limits;
    private readonly int _students, _root;
    private readonly long _one;
    private readonly int[] _at, _used, _from;
    private readonly bool[] _asks;
    private readonly long[] _price, _far;
    private readonly List<int>[] _holders, _inside;
    private readonly PriorityQueue<int, long> _queue = new();
    private readonly Dictionary<(int Student, int Place), long> _found = [];
    private readonly ILookup<int, int> _askedBy;
    private long _cost;

    private PlaceFlow(Indexed data, NestedLimits limits)
    {
        (_data, _limits, _students) = (data, limits, data.Students.Length);
        _root = _students + limits.Parent.Length;
        _one = ExactOptimum.OnePlaced(data);
        _at = new int[_students];
        Array.Fill(_at, -1);
        (_asks, _used) = (new bool[_students], new int[limits.Parent.Length]);
        (_from, _price, _far) = (new int[_root + 1], new long[_root + 1], new long[_root + 1]);
        _askedBy = Enumerable.Range(0, _students).SelectMany(s => data.Choices[s].Select(p => (Student: s, Place: p))).ToLookup(c => c.Place, c => c.Student);
        _holders = [.. data.Places.Select(_ => new List<int>())];
        _inside = [.. Enumerable.Range(0, limits.Parent.Length + 1).Select(_ => new List<int>())];
        for (var node = 0; node < limits.Parent.Length; node++) _inside[limits.Parent[node] < 0 ? limits.Parent.Length : limits.Parent[node]].Add(node);
        for (var student = 0; student < _students; student++) Insert(student);
    }

    /// <summary>The flow of a problem of whole students with limits in one another and no budgets; null for any other.</summary>
    public static PlaceFlow? Of(Indexed data) => NestedLimits.Of(data).Limits is { } limits ? new(data, limits) : null;

    /// <summary>What no allocation within the limits betters, with the student having the choice at a position they may take: most placed, and the sum of positions.</summary>
    public (int Placed, long Positions) With(int student, int at)
    {
        var cost = _cost;
        if (_at[student] != at) cost += at + 1 + Room(student, _data.Choices[student][at]);
        var placed = (int)((_one - 1 - cost) / _one);
        return (placed, (_one * placed) + cost);
    }

    // How much it costs to make room at a place by taking what the student has from them; one search for all who ask for the place.
    private long Room(int student, int place)
    {
        if (_found.TryGetValue((student, place), out var known)) return known;
        Search(_students + place, isToRoot: false);
        foreach (var one in _askedBy[place]) _found[(one, place)] = _far[one] - _price[_students + place] + _price[one];
        return _found[(student, place)];
    }

    private void Insert(int student)
    {
        var open = Enumerable.Range(0, _data.Choices[student].Length).Where(at => _data.BarrierAt(student, at) is null).ToList();
        if (open.Count == 0) return;
        _asks[student] = true;
        _price[student] = open.Max(at => _price[_students + _data.Choices[student][at]] - (at + 1));
        Search(student, isToRoot: true);
        var (most, cost) = (_far[_root], _far[_root] - _price[student] + _price[_root]);
        for (var node = 0; node <= _root; node++)
            if (_far[node] < most) _price[node] += _far[node] - most;
        if (cost >= _one) return;
        _cost += cost - _one;
        var path = new List<int>();
        for (var node = _root; node != student; node = _from[node]) path.Add(node);
        path.Add(student);
        for (var step = path.Count - 1; step > 0; step--) Push(path[step], path[step - 1]);
    }

    private void Push(int from, int to)
    {
        if (from < _students)
        {
            _at[from] = to == _root ? -1 : _data.PositionOf(from, to - _students);
            if (to != _root) _holders[to - _students].Add(from);
        }
        else if (to < _students) _holders[from - _students].Remove(to);
        else if (to == Above(from)) _used[from - _students]++;
        else _used[to - _students]--;
    }

    private int Above(int node) => _limits.Parent[node - _students] is >= 0 and var around ? _students + around : _root;

    // Dijkstra's search over what can still change; prices keep every arc from costing less than nothing.
    private void Search(int from, bool isToRoot)
    {
        Array.Fill(_far, long.MaxValue);
        _queue.Clear();
        Reach(from, from, 0);
        while (_queue.TryDequeue(out var node, out var far))
        {
            if (far > _far[node]) continue;
            if (node == _root && isToRoot) return;
            if (node < _students) FromStudent(node);
            else FromLimit(node);
        }
    }

    private void FromStudent(int student)
    {
        for (var at = 0; at < _data.Choices[student].Length; at++)
            if (at != _at[student] && _data.BarrierAt(student, at) is null) Step(student, _students + _data.Choices[student][at], at + 1);
        if (_at[student] >= 0) Step(student, _root, _one);
    }

    private void FromLimit(int node)
    {
        var limit = node - _students;
        if (node == _root)
        {
            for (var student = 0; student < _students; student++)
                if (_asks[student] && _at[student] < 0) Step(node, student, -_one);
        }
        else if (_used[limit] < _limits.Most[limit]) Step(node, Above(node), 0);

        if (limit < _holders.Length)
            foreach (var holder in _holders[limit]) Step(node, holder, -(_at[holder] + 1));
        foreach (var inner in _inside[limit])
            if (_used[inner] > 0) Step(node, _students + inner, 0);
    }

    private void Step(int from, int to, long cost) => Reach(from, to, _far[from] + cost + _price[from] - _price[to]);

    private void Reach(int from, int to, long far)
    {
        if (far >= _far[to]) return;
        (_far[to], _from[to]) = (far, from);
        _queue.Enqueue(to, far);
    }
}
