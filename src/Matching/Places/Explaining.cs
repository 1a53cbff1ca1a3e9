namespace Entente.Matching.Places;

/// <summary>Finds the reasons of an <see cref="Explanation"/>.</summary>
internal sealed class Explaining
{
    private readonly Placement _placement;
    private readonly Indexed _data;
    private readonly int[] _got;
    private readonly List<int>[] _holders;
    private readonly TurnOrder _turns;
    private readonly Lazy<PlaceFlow?> _flow;

    public Explaining(PlaceProblem problem, Placement placement)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(placement);
        _placement = placement;
        _data = new(problem, placement.Seed);
        _got = _data.Taken(placement);
        _holders = [.. _data.Places.Select(_ => new List<int>())];
        for (var student = 0; student < _got.Length; student++)
            if (_got[student] >= 0) _holders[_got[student]].Add(student);
        _turns = new(_data, placement.Mechanism);
        _flow = new(() => PlaceFlow.Of(_data));
    }

    /// <summary>Explains what some students got. What the exact optimum leaves open for each of them is decided for all together.</summary>
    public IReadOnlyList<Explanation> Of(IEnumerable<string> ids)
    {
        var found = ids.Select(AtOnce).ToList();
        if (_placement is not { Mechanism: Mechanism.ExactOptimum, IsRepaired: false, Optimum.IsProven: true }) return found;
        var open = found.SelectMany(e => e.Earlier.Where(w => w.Kind == WhyNotKind.NotProven).Select(w => Choice(e, w))).ToList();
        var asGood = EquallyGood.Of(_data, _got, open, _placement.Steps);
        return found.ConvertAll(e => e with
        {
            Earlier = [.. e.Earlier.Select(w => w.Kind == WhyNotKind.NotProven && asGood.TryGetValue(Choice(e, w), out var isAsGood)
                ? w with { Kind = isAsGood ? WhyNotKind.AsGood : WhyNotKind.LessGood } : w)],
        });

        (int, int) Choice(Explanation explanation, WhyNot why) => (_data.StudentOf(explanation.Student), why.Position - 1);
    }

    private Explanation AtOnce(string id)
    {
        var student = _data.StudentOf(id);
        if (student < 0 || _placement.Of(id) is not { } assignment) throw new ArgumentException($"There is no student '{id}' in the outcome.", nameof(id));
        var end = assignment.Position - 1 ?? _data.Choices[student].Length;
        return new(id, assignment.Place, assignment.Position, [.. Enumerable.Range(0, end).Select(at => Why(student, at))]);
    }

    private WhyNot Why(int student, int at)
    {
        var place = _data.Choices[student][at];
        var why = new WhyNot(_data.Places[place].Id, at + 1, WhyNotKind.NotMoved);
        if (_data.BarrierAt(student, at) is { } barrier) return why with { Kind = WhyNotKind.Barred, Barrier = barrier };
        if (_placement.IsRepaired) return Limit(student, place, _ => true) is { } held ? why with { Kind = WhyNotKind.HeldByOthers, Limit = held } : why;
        var before = Limit(student, place, holder => _turns.TiedAt(place, holder) < _turns.TiedAt(place, student));
        if (before is not null) return why with { Kind = WhyNotKind.TakenBefore, Limit = before };
        return _placement.Mechanism == Mechanism.ExactOptimum ? Bounded(student, at, why) : why with { Kind = WhyNotKind.NotProven };
    }

    /// <summary>The first limit that those who count leave too little of: the place's, then those of the nests from the smallest on.</summary>
    private LimitReached? Limit(int student, int place, Func<int, bool> counts)
    {
        var (weight, cost) = (_data.Students[student].Weight, _data.Places[place].Cost);
        var here = Holding([place], student, counts);
        if (Reached(LimitKind.Capacity, _data.Places[place].Id, _data.Places[place].Capacity, weight, here, place) is { } full) return full;
        foreach (var nest in _data.Around[place].OrderBy(n => _data.Inside[n].Length).ThenBy(n => n))
        {
            var inside = Holding(_data.Inside[nest], student, counts);
            var (id, cap, budget) = (_data.Nests[nest].Id, _data.Nests[nest].Cap, _data.Nests[nest].Budget);
            if (Reached(LimitKind.Cap, id, cap, weight, inside, place) is { } capped) return capped;
            if (Reached(LimitKind.Budget, id, budget, cost, inside, place) is { } spent) return spent;
        }

        return null;
    }

    private List<int> Holding(IEnumerable<int> places, int student, Func<int, bool> counts) =>
        [.. places.SelectMany(p => _holders[p]).Where(h => h != student && counts(h))];

    private LimitReached? Reached(LimitKind kind, string id, long? limit, long needed, List<int> holders, int place)
    {
        if (limit is not { } most) return null;
        var held = holders.Sum(h => kind == LimitKind.Budget ? _data.Places[_got[h]].Cost : _data.Students[h].Weight);
        if (held + needed <= most) return null;
        var last = holders.Count == 0 ? null : _data.Students[holders.MaxBy(h => _turns.At(place, h))];
        return new(kind, id, most, held, needed, holders.Count, last?.Id, last?.Rank);
    }

    // Even where others might be passed over, nothing better comes of giving the student the choice.
    private WhyNot Bounded(int student, int at, WhyNot why)
    {
        var best = _placement.Optimum!;
        if (_flow.Value is not { } flow) return why with { Kind = WhyNotKind.NotProven };
        var (placed, positions) = flow.With(student, at);
        if (placed > best.Placed || (placed == best.Placed && positions <= best.Positions)) return why with { Kind = WhyNotKind.NotProven };
        return why with { Kind = placed < best.Placed ? WhyNotKind.FewerPlaced : WhyNotKind.WorsePositions, Instead = new(placed, positions, best.Placed, best.Positions) };
    }
}
