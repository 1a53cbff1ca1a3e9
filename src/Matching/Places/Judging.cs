namespace Entente.Matching.Places;

/// <summary>Counts what <see cref="Judgement"/> tells.</summary>
internal sealed class Judging
{
    private readonly Indexed _data;
    private readonly Placement _placement;
    private readonly int[] _got;
    private readonly Ledger _ledger;
    private readonly Rivals _rivals;
    private readonly List<Wasted> _waste = [];
    private readonly List<RatherTogether> _envy = [], _blocking = [];
    private long _wasteCount, _envyCount, _blockingCount;

    public Judging(Indexed data, Placement placement)
    {
        _data = data;
        _placement = placement;
        _got = data.Taken(placement);
        _ledger = Ledger.Of(data, _got);
        _rivals = new(data, _got, _ledger);
    }

    public Judgement Judge()
    {
        for (var student = 0; student < _got.Length; student++) Look(student);
        var passedOver = PassedOver();
        var pareto = Efficiency.Of(_data, _placement, _got, _wasteCount > 0);
        var isWithin = _ledger.IsWithin && Enumerable.Range(0, _got.Length).All(i => _got[i] < 0 || _data.MayTake(i, _got[i]));
        var guaranteed = Guarantees.Of(_data, _placement);
        return new(_got.Count(p => p >= 0), Enumerable.Range(0, _got.Length).Count(i => _got[i] < 0 && _data.Choices[i].Length > 0), Distribution())
        {
            WasteCount = _wasteCount,
            Waste = _waste,
            EnvyCount = _envyCount,
            Envy = _envy,
            BlockingCount = _blockingCount,
            Blocking = _blocking,
            PassedOverCount = passedOver,
            IsWithinLimits = isWithin,
            IsParetoEfficient = pareto,
            Places = [.. _data.Places.Select((p, at) => new Use(p.Id, _ledger.Given(at), p.Capacity, _got.Count(g => g == at) * p.Cost, Budget: null))],
            Nests = [.. _data.Nests.Select((n, at) => new Use(n.Id, _ledger.GivenIn(at), n.Cap, _ledger.SpentIn(at), n.Budget))],
            Claims = [.. Enum.GetValues<Property>().Select(p => new Claim(p, guaranteed.Contains(p), Violations(p, isWithin, passedOver, pareto)))],
        };
    }

    private long? Violations(Property property, bool isWithin, long passedOver, bool? pareto) => property switch
    {
        Property.LimitsKept => isWithin ? 0 : 1,
        Property.NothingWasted => _wasteCount,
        Property.NoJustifiedEnvy => _envyCount,
        Property.NoBlockingPair => _blockingCount,
        Property.NobodyPassedOver => passedOver,
        Property.ParetoEfficient => pareto is { } efficient ? efficient ? 0 : 1 : null,
        _ => null,
    };

    private void Look(int student)
    {
        var choices = _data.Choices[student];
        var end = _got[student] < 0 ? choices.Length : _data.PositionOf(student, _got[student]);
        if (_got[student] >= 0) _ledger.Remove(student, _got[student]);
        for (var at = 0; at < end; at++)
        {
            if (_data.BarrierAt(student, at) is null) Look(student, choices[at]);
        }

        if (_got[student] >= 0) _ledger.Add(student, _got[student]);
    }

    private void Look(int student, int place)
    {
        var (id, at) = (_data.Students[student].Id, _data.Places[place].Id);
        if (_ledger.Fits(student, place))
        {
            if (++_wasteCount <= Judgement.MostListed) _waste.Add(new(id, at));
            if (++_blockingCount <= Judgement.MostListed) _blocking.Add(new(id, at, Holder: null, HolderPlace: null));
            return;
        }

        var rival = _rivals.At(student, place);
        if (rival >= 0 && ++_envyCount <= Judgement.MostListed) _envy.Add(Pair(id, at, rival));
        if (rival < 0) rival = _rivals.InNests(student, place);
        if (rival >= 0 && ++_blockingCount <= Judgement.MostListed) _blocking.Add(Pair(id, at, rival));
    }

    private RatherTogether Pair(string student, string place, int rival) => new(student, place, _data.Students[rival].Id, _data.Places[_got[rival]].Id);

    private int[] Distribution()
    {
        var positions = _got.Select((place, student) => place < 0 ? -1 : _data.PositionOf(student, place)).Where(p => p >= 0).ToList();
        var counts = new int[positions.Count == 0 ? 0 : positions.Max() + 1];
        foreach (var position in positions) counts[position]++;
        return counts;
    }

    private long PassedOver()
    {
        var worst = new int[_data.Places.Length];
        for (var student = 0; student < _got.Length; student++)
            if (_got[student] >= 0) worst[_got[student]] = Math.Max(worst[_got[student]], _data.Students[student].Rank);
        return Enumerable.Range(0, _got.Length).Where(i => _got[i] < 0).Sum(i => (long)_data.Choices[i].Where((p, at) =>
            _data.BarrierAt(i, at) is null && worst[p] > _data.Students[i].Rank).Count());
    }
}
