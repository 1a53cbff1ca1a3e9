namespace Entente.Matching.Places;

/// <summary>
/// Looks at every sentence of an explanation anew: from the records of the problem and the outcome, without the loads, barriers or
/// searches that found it. What is said of other allocations is solved again.
/// </summary>
internal sealed class ExplanationCheck(PlaceProblem problem, Placement placement)
{
    private readonly Dictionary<string, Student> _students = problem.Students.ToDictionary(s => s.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _places = problem.Places.ToDictionary(p => p.Id, StringComparer.Ordinal);

    public bool Holds(Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        if (!_students.TryGetValue(explanation.Student, out var student) || placement.Of(student.Id) is not { } got) return false;
        if (got.Place != explanation.Place || got.Position != explanation.Position) return false;
        var earlier = got.Place is null ? student.Choices : [.. student.Choices.TakeWhile(c => c != got.Place)];
        return earlier.SequenceEqual(explanation.Earlier.Select(w => w.Place), StringComparer.Ordinal)
            && explanation.Earlier.Select(w => w.Position).SequenceEqual(Enumerable.Range(1, earlier.Count))
            && explanation.Earlier.All(w => IsTrue(student, _places[w.Place], w));
    }

    private bool IsTrue(Student student, Place place, WhyNot why) => why.Kind switch
    {
        WhyNotKind.Barred => why.Barrier is { } barrier && IsBarred(student, place, barrier),
        WhyNotKind.TakenBefore => why.Limit is { } limit && !placement.IsRepaired && IsReached(student, place, limit, placement.Mechanism == Mechanism.ExactOptimum ? other => other.Rank < student.Rank : ComesBefore(student, place)),
        WhyNotKind.HeldByOthers => why.Limit is { } limit && placement.IsRepaired && IsReached(student, place, limit, _ => true),
        WhyNotKind.NotMoved => placement.IsRepaired,
        _ => placement is { Mechanism: Mechanism.ExactOptimum, IsRepaired: false, Optimum: { } best } && IsSolvedSo(student, why, best),
    };

    private bool IsBarred(Student student, Place place, Barrier barrier) => barrier.Kind switch
    {
        BarrierKind.Closed => place.IsClosed,
        BarrierKind.Level => place.Levels is { } levels && !levels.Contains(student.Level ?? string.Empty, StringComparer.Ordinal) && barrier.Name == student.Level,
        BarrierKind.Field => place.Fields is { } fields && !fields.Contains(student.Field ?? string.Empty, StringComparer.Ordinal) && barrier.Name == student.Field,
        BarrierKind.Language => barrier.Name is { } language && place.Languages?.GetValueOrDefault(language) == barrier.Needed
            && student.Languages.GetValueOrDefault(language) == barrier.Had && barrier.Had < barrier.Needed,
        BarrierKind.Grade => place.LeastGrade == barrier.Needed && student.Grade == barrier.Had && !(barrier.Had >= barrier.Needed),
        BarrierKind.TooLarge => barrier.Needed > barrier.Had && (barrier.Name is null
            ? barrier.Needed == student.Weight && barrier.Had == place.Capacity
            : problem.Nests.Any(n => n.Id == barrier.Name && n.Places.Contains(place.Id, StringComparer.Ordinal)
                && ((barrier.Needed == student.Weight && barrier.Had == n.Cap) || (barrier.Needed == place.Cost && barrier.Had == n.Budget)))),
        _ => problem.Barred.Any(b => b.Student == student.Id && b.Place == place.Id && b.Reason == barrier.Name),
    };

    private bool IsReached(Student student, Place place, LimitReached limit, Func<Student, bool> counts)
    {
        var nest = limit.Kind == LimitKind.Capacity ? null : problem.Nests.FirstOrDefault(n => n.Id == limit.Id);
        if (nest is null ? limit.Id != place.Id : !nest.Places.Contains(place.Id, StringComparer.Ordinal)) return false;
        var holders = placement.Assignments
            .Where(a => a.Student != student.Id && a.Place is not null && (nest is null ? a.Place == place.Id : nest.Places.Contains(a.Place, StringComparer.Ordinal)))
            .Where(a => counts(_students[a.Student])).ToList();
        var isMoney = limit.Kind == LimitKind.Budget;
        var held = holders.Sum(a => isMoney ? _places[a.Place!].Cost : _students[a.Student].Weight);
        var most = limit.Kind switch { LimitKind.Capacity => place.Capacity, LimitKind.Cap => nest!.Cap, _ => nest!.Budget };
        return limit.Limit == most && limit.Held == held && limit.Needed == (isMoney ? place.Cost : student.Weight) && held + limit.Needed > most
            && limit.Holders == holders.Count && IsLast(place, limit, holders);
    }

    private bool IsLast(Place place, LimitReached limit, List<Assignment> holders)
    {
        if (limit.Last is null) return holders.Count == 0;
        var before = ComesBefore(_students[limit.Last], place);
        return limit.LastRank == _students[limit.Last].Rank && holders.Any(a => a.Student == limit.Last)
            && holders.All(a => a.Student == limit.Last || before(_students[a.Student]));
    }

    /// <summary>Who comes before a student at a place: told from the named order, else from ranks, else from lottery numbers.</summary>
    private Func<Student, bool> ComesBefore(Student student, Place place)
    {
        var named = placement.Mechanism == Mechanism.DeferredAcceptance ? Ruling(place) : null;
        var at = Turn(student, named);
        return other => Turn(other, named).CompareTo(at) < 0;
    }

    private (int Named, int Rank, ulong Lot) Turn(Student student, List<string>? named)
    {
        var position = named?.IndexOf(student.Id) ?? -1;
        return (position < 0 ? int.MaxValue : position, placement.Mechanism == Mechanism.Lottery ? 0 : student.Rank, LotteryNumber.Of(placement.Seed, student.Id));
    }

    private List<string>? Ruling(Place place) =>
        (place.Priority ?? problem.Nests.Where(n => n.Priority is not null && n.Places.Contains(place.Id, StringComparer.Ordinal))
            .OrderBy(n => n.Places.Count).ThenBy(n => n.Id, StringComparer.Ordinal).Select(n => n.Priority).FirstOrDefault())?.ToList();

    // Solved again for this student and this choice alone, with the rule that nobody is passed over.
    private bool IsSolvedSo(Student student, WhyNot why, OptimumReport best)
    {
        if (why.Kind == WhyNotKind.NotProven) return true;
        var data = new Indexed(problem, placement.Seed);
        var (placeOf, found) = new ExactOptimum(data).Solve(placement.Steps, (data.StudentOf(student.Id), why.Position - 1));
        if (!found.IsProven) return false;
        var (mine, bound) = ((found.Placed, -found.Positions), why.Instead is { } instead ? (instead.Placed, -instead.Positions) : (best.Placed, -best.Positions));
        var isBelow = placeOf is null || mine.CompareTo((best.Placed, -best.Positions)) < 0;
        return why.Kind switch
        {
            WhyNotKind.AsGood => placeOf is not null && mine == (best.Placed, -best.Positions),
            WhyNotKind.LessGood => best.IsProven && isBelow,
            WhyNotKind.FewerPlaced => IsInstead(why, best) && why.Instead!.Placed < best.Placed && (placeOf is null || mine.CompareTo(bound) <= 0),
            WhyNotKind.WorsePositions => IsInstead(why, best) && why.Instead!.Placed == best.Placed && why.Instead.Positions > best.Positions && (placeOf is null || mine.CompareTo(bound) <= 0),
            _ => false,
        };
    }

    private static bool IsInstead(WhyNot why, OptimumReport best) => why.Instead is { } instead && instead.BestPlaced == best.Placed && instead.BestPositions == best.Positions;
}
