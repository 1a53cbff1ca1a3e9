namespace Entente.Matching.Places;

/// <summary>
/// A problem with numbers for ids, sorted by id, so that no algorithm depends on the order of a list in the input. Only made of
/// problems without faults.
/// </summary>
internal sealed class Indexed
{
    private readonly Dictionary<string, int> _student, _place;
    private readonly Barrier?[][] _barriers;
    private readonly int[]?[] _priority;

    public Indexed(PlaceProblem problem, string seed)
    {
        Students = [.. problem.Students.OrderBy(s => s.Id, StringComparer.Ordinal)];
        Places = [.. problem.Places.OrderBy(p => p.Id, StringComparer.Ordinal)];
        Nests = [.. problem.Nests.OrderBy(n => n.Id, StringComparer.Ordinal)];
        _student = Numbers(Students, s => s.Id);
        _place = Numbers(Places, p => p.Id);
        Inside = [.. Nests.Select(n => n.Places.Select(p => _place[p]).Order().ToArray())];
        Around = [.. Places.Select(_ => new List<int>())];
        for (var nest = 0; nest < Nests.Length; nest++)
            foreach (var place in Inside[nest]) Around[place].Add(nest);
        Choices = [.. Students.Select(s => s.Choices.Select(c => _place[c]).ToArray())];
        _barriers = Barriers(problem);
        Lottery = [.. Students.Select(s => LotteryNumber.Of(seed, s.Id))];
        ByRank = Positions([.. Enumerable.Range(0, Students.Length).OrderBy(i => Students[i].Rank).ThenBy(i => Lottery[i]).ThenBy(i => i)]);
        ByLot = Positions([.. Enumerable.Range(0, Students.Length).OrderBy(i => Lottery[i]).ThenBy(i => i)]);
        _priority = [.. Places.Select((p, at) => Order(p.Priority ?? Named(at)))];
    }

    public Student[] Students { get; }

    public Place[] Places { get; }

    public Nest[] Nests { get; }

    /// <summary>The places a student asks for, the dearest first.</summary>
    public int[][] Choices { get; }

    /// <summary>The places in each nest.</summary>
    public int[][] Inside { get; }

    /// <summary>The nests each place lies in.</summary>
    public List<int>[] Around { get; }

    public ulong[] Lottery { get; }

    /// <summary>Each student's position by rank, ties broken by lottery number.</summary>
    public int[] ByRank { get; }

    /// <summary>Each student's position by lottery number alone.</summary>
    public int[] ByLot { get; }

    public int StudentOf(string id) => _student.TryGetValue(id, out var student) ? student : -1;

    public int PlaceOf(string id) => _place.TryGetValue(id, out var place) ? place : -1;

    /// <summary>What stands between a student and the choice at a position; null when nothing.</summary>
    public Barrier? BarrierAt(int student, int position) => _barriers[student][position];

    /// <summary>Where a place stands on a student's list, from 0; -1 when it does not.</summary>
    public int PositionOf(int student, int place) => Array.IndexOf(Choices[student], place);

    /// <summary>Whether the student listed the place and may take it.</summary>
    public bool MayTake(int student, int place) => PositionOf(student, place) is >= 0 and var at && _barriers[student][at] is null;

    /// <summary>Each student's position in a place's order: its own, else that of the smallest nest around it that names one, else the rank.</summary>
    public int[] OrderAt(int place) => _priority[place] ?? ByRank;

    /// <summary>Whether a nest allows less than its places hold together, or has a budget.</summary>
    public bool IsLimiting(int nest) => Nests[nest].Budget is not null || Inside[nest].Sum(p => (long)Places[p].Capacity) > Nests[nest].Cap;

    /// <summary>Positions of an order that names some students, the others after them by rank; null for no order.</summary>
    public int[]? Order(IReadOnlyList<string>? named)
    {
        if (named is null) return null;
        var first = named.Select(id => _student[id]).ToList();
        var seen = first.ToHashSet();
        return Positions([.. first, .. Enumerable.Range(0, Students.Length).Where(i => !seen.Contains(i)).OrderBy(i => ByRank[i])]);
    }

    /// <summary>What everybody got, as the outcome says it.</summary>
    public IReadOnlyList<Assignment> Assigned(int[] placeOf) =>
    [
        .. Students.Select((s, i) => placeOf[i] < 0
            ? new Assignment(s.Id, Place: null, Position: null)
            : new Assignment(s.Id, Places[placeOf[i]].Id, PositionOf(i, placeOf[i]) + 1)),
    ];

    /// <summary>The numbers of what everybody got in an outcome; -1 for nothing, and for what is not in this problem.</summary>
    public int[] Taken(Placement placement) =>
        [.. Students.Select(s => placement.Of(s.Id)?.Place is { } place ? PlaceOf(place) : -1)];

    // What the smallest nest around the place names.
    private IReadOnlyList<string>? Named(int place) =>
        Around[place].Where(n => Nests[n].Priority is not null).OrderBy(n => Inside[n].Length).ThenBy(n => n).Select(n => Nests[n].Priority).FirstOrDefault();

    private static int[] Positions(int[] order)
    {
        var positions = new int[order.Length];
        for (var at = 0; at < order.Length; at++) positions[order[at]] = at;
        return positions;
    }

    private static Dictionary<string, int> Numbers<T>(T[] things, Func<T, string> id) =>
        things.Select((thing, at) => (Id: id(thing), At: at)).ToDictionary(t => t.Id, t => t.At, StringComparer.Ordinal);

    private Barrier?[][] Barriers(PlaceProblem problem)
    {
        var barred = problem.Barred.GroupBy(b => (b.Student, b.Place)).ToDictionary(g => g.Key, g => g.Select(b => b.Reason).Order(StringComparer.Ordinal).First());
        var around = Around.Select(nests => nests.Select(n => Nests[n]).ToArray()).ToArray();
        return
        [
            .. Students.Select((student, i) => Choices[i]
                .Select(p => Barrier.Between(student, Places[p], around[p], barred.GetValueOrDefault((student.Id, Places[p].Id)))).ToArray()),
        ];
    }
}
