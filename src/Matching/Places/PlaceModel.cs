using Google.OrTools.Sat;

namespace Entente.Matching.Places;

/// <summary>
/// Who may get what, as a model of OR-Tools' CP-SAT: a truth value for each choice a student may take, every student at most one,
/// every limit kept. What is best, and what else must hold, its users add.
/// </summary>
internal sealed class PlaceModel
{
    private readonly Indexed _data;
    private readonly List<(int Student, int At, BoolVar Taken)> _pairs = [];
    private readonly List<int>[] _ofStudent, _ofPlace;

    /// <param name="data">The problem.</param>
    /// <param name="isOpen">Whether a student may take the choice at a position, beyond what bars them anyway.</param>
    public PlaceModel(Indexed data, Func<int, int, bool> isOpen)
    {
        _data = data;
        _ofStudent = [.. data.Students.Select(_ => new List<int>())];
        _ofPlace = [.. data.Places.Select(_ => new List<int>())];
        for (var student = 0; student < data.Students.Length; student++)
        {
            for (var at = 0; at < data.Choices[student].Length; at++)
            {
                if (data.BarrierAt(student, at) is not null || !isOpen(student, at)) continue;
                _ofStudent[student].Add(_pairs.Count);
                _ofPlace[data.Choices[student][at]].Add(_pairs.Count);
                _pairs.Add((student, at, Model.NewBoolVar(string.Empty)));
            }
        }

        foreach (var pairs in _ofStudent.Where(p => p.Count > 1)) Model.AddAtMostOne(pairs.Select(p => _pairs[p].Taken));
        Limits();
    }

    public CpModel Model { get; } = new();

    /// <summary>How many of some choices are taken, as a sum; choices a student may not take count nothing.</summary>
    public LinearExpr TakenOf(IReadOnlySet<(int Student, int At)> choices) => LinearExpr.Sum(_pairs.Where(p => choices.Contains((p.Student, p.At))).Select(p => p.Taken));

    /// <summary>Lets the solver begin at an allocation.</summary>
    public void BeginAt(int[] placeOf)
    {
        foreach (var (student, at, taken) in _pairs) Model.AddHint(taken, placeOf[student] == _data.Choices[student][at]);
    }

    /// <summary>Whether a student has a place, as a sum that is 0 or 1.</summary>
    public LinearExpr HasPlace(int student) => LinearExpr.Sum(_ofStudent[student].Select(p => _pairs[p].Taken));

    /// <summary>The sum of what a rule says of each choice that is taken.</summary>
    public LinearExpr Sum(Func<int, int, long> worth) =>
        LinearExpr.WeightedSum(_pairs.Select(p => p.Taken), _pairs.Select(p => worth(p.Student, p.At)));

    /// <summary>
    /// Nobody who counts is without a place while somebody who counts and comes later got one they listed and may take: along
    /// each place a chain of truth values says whether somebody who comes here or later has it.
    /// </summary>
    /// <param name="counts">Whether the student counts.</param>
    /// <param name="turn">When a student comes at a place; equal turns are a tie.</param>
    public void NobodyPassedOver(Func<int, bool> counts, Func<int, int, int> turn)
    {
        for (var place = 0; place < _ofPlace.Length; place++)
        {
            BoolVar? worse = null;
            var at = place;
            foreach (var rank in _ofPlace[place].Where(p => counts(_pairs[p].Student)).GroupBy(p => turn(at, _pairs[p].Student)).OrderByDescending(g => g.Key))
            {
                var mine = rank.ToList();
                if (worse is not null)
                    foreach (var pair in mine) Model.Add(HasPlace(_pairs[pair].Student) >= worse);
                var here = Model.NewBoolVar(string.Empty);
                var those = mine.Select(pair => _pairs[pair].Taken).Concat(worse is null ? [] : [worse]).ToList();
                if (HoldsOne(place)) Model.Add(LinearExpr.Sum(those) <= here);
                else foreach (var one in those) Model.AddImplication(one, here);
                worse = here;
            }
        }
    }

    /// <summary>
    /// Solves with one worker, a fixed seed and an end counted in steps, not in time, so that every repetition takes the same way.
    /// </summary>
    /// <returns>Each student's place or -1, null when none was found; whether it is proven best, or proven that there is none.</returns>
    public (int[]? PlaceOf, bool IsProven) Solve(long steps)
    {
        var solver = new CpSolver
        {
            StringParameters = FormattableString.Invariant($"num_workers:1,random_seed:1,max_deterministic_time:{steps / 1000.0},linearization_level:2{(IsWhole() ? ",symmetry_level:0,max_presolve_iterations:1" : string.Empty)}{(HoldsOneEach() ? ",cut_level:0" : string.Empty)}"),
        };
        var status = solver.Solve(Model);
        if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible)) return (null, status == CpSolverStatus.Infeasible);
        var placeOf = new int[_data.Students.Length];
        Array.Fill(placeOf, -1);
        foreach (var (student, at, taken) in _pairs)
            if (solver.BooleanValue(taken)) placeOf[student] = _data.Choices[student][at];
        return (placeOf, status == CpSolverStatus.Optimal);
    }

    // Then the one truth value is the sum of the others, which the solver proves its bound by much sooner.
    private bool HoldsOne(int place) => _ofPlace[place].Select(Weight).Order().Take(2).Sum() > _data.Places[place].Capacity;

    // Measured on calls of 500 students: then cuts cost more than they save, elsewhere the proof needs them.
    private bool HoldsOneEach() => Enumerable.Range(0, _ofPlace.Length).All(HoldsOne);

    // Measured on the same calls: fractions and budgets repay a longer preparation in the same steps: of three calls one got two more placed, two as many.
    private bool IsWhole() => _data.Students.All(s => s.Weight == PlaceProblem.One) && _data.Nests.All(n => n.Budget is null);

    private void Limits()
    {
        for (var place = 0; place < _ofPlace.Length; place++) Limit(_ofPlace[place], Weight, _data.Places[place].Capacity);
        for (var nest = 0; nest < _data.Nests.Length; nest++)
        {
            var pairs = _data.Inside[nest].SelectMany(p => _ofPlace[p]).ToList();
            if (_data.Nests[nest].Cap is { } cap) Limit(pairs, Weight, cap);
            if (_data.Nests[nest].Budget is { } budget) Limit(pairs, Cost, budget);
        }
    }

    private long Weight(int pair) => _data.Students[_pairs[pair].Student].Weight;

    private long Cost(int pair) => _data.Places[_data.Choices[_pairs[pair].Student][_pairs[pair].At]].Cost;

    private void Limit(List<int> pairs, Func<int, long> size, long limit)
    {
        if (pairs.Sum(size) > limit) Model.Add(LinearExpr.WeightedSum(pairs.Select(p => _pairs[p].Taken), pairs.Select(size)) <= limit);
    }
}
