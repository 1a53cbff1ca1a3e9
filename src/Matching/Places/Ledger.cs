namespace Entente.Matching.Places;

/// <summary>What is given away so far: the loads of places and nests and what the nests' budgets spent.</summary>
internal sealed class Ledger
{
    private readonly Indexed _data;
    private readonly long[] _place, _nest, _spent;

    public Ledger(Indexed data)
    {
        _data = data;
        _place = new long[data.Places.Length];
        _nest = new long[data.Nests.Length];
        _spent = new long[data.Nests.Length];
    }

    /// <summary>A ledger with everything of an allocation in it.</summary>
    public static Ledger Of(Indexed data, int[] placeOf)
    {
        var ledger = new Ledger(data);
        for (var student = 0; student < placeOf.Length; student++)
            if (placeOf[student] >= 0) ledger.Add(student, placeOf[student]);
        return ledger;
    }

    /// <summary>Thousandths given of a place.</summary>
    public long Given(int place) => _place[place];

    /// <summary>Thousandths given within a nest.</summary>
    public long GivenIn(int nest) => _nest[nest];

    /// <summary>What those placed within a nest cost, in minor units.</summary>
    public long SpentIn(int nest) => _spent[nest];

    /// <summary>Whether every limit is kept as things stand.</summary>
    public bool IsWithin =>
        _place.Select((load, p) => load <= _data.Places[p].Capacity).All(kept => kept)
        && _data.Nests.Select((n, at) => !(_nest[at] > n.Cap) && !(_spent[at] > n.Budget)).All(kept => kept);

    /// <summary>Whether the student can be added without a limit broken.</summary>
    public bool Fits(int student, int place)
    {
        var weight = _data.Students[student].Weight;
        if (_place[place] + weight > _data.Places[place].Capacity) return false;
        foreach (var at in _data.Around[place])
        {
            var nest = _data.Nests[at];
            if (_nest[at] + weight > nest.Cap || _spent[at] + _data.Places[place].Cost > nest.Budget) return false;
        }

        return true;
    }

    public void Add(int student, int place) => Post(student, place, 1);

    public void Remove(int student, int place) => Post(student, place, -1);

    private void Post(int student, int place, int sign)
    {
        var weight = sign * _data.Students[student].Weight;
        _place[place] += weight;
        foreach (var nest in _data.Around[place])
        {
            _nest[nest] += weight;
            _spent[nest] += sign * _data.Places[place].Cost;
        }
    }
}
