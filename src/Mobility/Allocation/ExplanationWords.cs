using System.Globalization;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Matching.Places;
using Entente.Mobility.Applications;
using Entente.Mobility.Calls;

namespace Entente.Mobility.Allocation;

/// <summary>Says to one student why this place, and why none of the wishes before it, from an explanation that was checked against the frozen input.</summary>
internal sealed class ExplanationWords(TextCatalog texts, PlaceProblem problem, Placement placement, IReadOnlyDictionary<string, PlaceRow> places)
{
    private readonly Dictionary<string, Student> students = problem.Students.ToDictionary(s => s.Id, StringComparer.Ordinal);

    /// <summary>Why this.</summary>
    public LocalizedText Why(Explanation explanation) => explanation switch
    {
        { Place: { } place, Position: { } position } => Say("given.why." + (position == 1 ? "first" : "later"), l => [Name(place, l), position]),
        { Earlier.Count: 0 } => Say("given.why.no-wish", _ => []),
        _ => Say("given.why.none", l => [texts.In(l, "allocation.mechanism." + placement.Mechanism)]),
    };

    /// <summary>Why not an earlier wish.</summary>
    public LocalizedText WhyNot(Explanation explanation, WhyNot not) => not.Kind switch
    {
        WhyNotKind.Barred => Barred(explanation, not),
        WhyNotKind.TakenBefore => Taken(explanation, not, "taken"),
        WhyNotKind.HeldByOthers => Taken(explanation, not, "held"),
        WhyNotKind.FewerPlaced => Say("given.not.fewer", l => [Name(not.Place, l), not.Position, not.Instead!.Placed, not.Instead.BestPlaced]),
        WhyNotKind.WorsePositions => Say("given.not.worse", l => [Name(not.Place, l), not.Position, not.Instead!.Positions, not.Instead.BestPositions]),
        WhyNotKind.LessGood => Say("given.not.less-good", l => [Name(not.Place, l), not.Position]),
        WhyNotKind.AsGood => Say("given.not.as-good", l => [Name(not.Place, l), not.Position]),
        WhyNotKind.NotMoved => Say("given.not.not-moved", l => [Name(not.Place, l), not.Position]),
        _ => Say("given.not.unknown", l => [Name(not.Place, l), not.Position]),
    };

    private LocalizedText Barred(Explanation explanation, WhyNot not)
    {
        var (barrier, student, place) = (not.Barrier!, students[explanation.Student], places[not.Place]);
        return barrier.Kind switch
        {
            BarrierKind.Closed => Say("given.not.closed", l => [Name(not.Place, l), not.Position, place.ClosedReason]),
            BarrierKind.Level => Say("given.not.level", l => [Name(not.Place, l), not.Position, Level(place.Level?.ToString(), l), Level(student.Level, l)]),
            BarrierKind.Field => Say("given.not.field", l => [Name(not.Place, l), not.Position, place.Field, student.Field ?? texts.In(l, "given.has-none")]),
            BarrierKind.Language => Say("given.not.language", l => [Name(not.Place, l), not.Position, texts.In(l, "mobility.language." + barrier.Name), CallNeeds.Cefr((int)barrier.Needed!.Value),
                barrier.Had is > 0 and var had ? CallNeeds.Cefr((int)had) : texts.In(l, "given.has-none")]),
            BarrierKind.Grade => Say("given.not.grade", l => [Name(not.Place, l), not.Position, ApplicationWords.Grade((int?)barrier.Needed), barrier.Had is { } had ? ApplicationWords.Grade((int)had) : texts.In(l, "given.has-none")]),
            BarrierKind.Caller => Say("given.not.field", l => [Name(not.Place, l), not.Position, place.Field, student.Field ?? texts.In(l, "given.has-none")]),
            _ => Say("given.not.no-room", l => [Name(not.Place, l), not.Position]),
        };
    }

    private LocalizedText Taken(Explanation explanation, WhyNot not, string kind)
    {
        var limit = not.Limit!;
        var (rank, isByLot) = (students[explanation.Student].Rank, placement.Mechanism == Mechanism.Lottery || limit.LastRank is null || limit.LastRank == students[explanation.Student].Rank);
        var what = limit.Kind switch { LimitKind.Capacity => "places", LimitKind.Cap => "cap", _ => "budget" };
        return Say($"given.not.{kind}.{what}" + (kind == "held" ? "" : HasOwnOrder(not.Place) ? ".order" : isByLot ? "" : ".rank"), l =>
            [Name(not.Place, l), not.Position, limit.Limit / (limit.Kind == LimitKind.Budget ? 100m : PlaceProblem.One), limit.Holders, limit.LastRank, rank]);
    }

    // Deferred acceptance alone asks whom a place prefers.
    private bool HasOwnOrder(string place) => placement.Mechanism == Mechanism.DeferredAcceptance && problem.Places.Any(p => p.Id == place && p.Priority is not null);

    private string Name(string place, Language language) => places[place].Partner.Name.In(language.Tag);

    private string Level(string? level, Language language) => level is null ? "–" : texts.In(language, "mobility.level." + level);

    private LocalizedText Say(string key, Func<Language, object?[]> args) =>
        LocalizedText.InEach(l => string.Format(l.Culture, texts.In(l, key), [.. args(l).Select(a => a is decimal number ? number.ToString("0.##", CultureInfo.InvariantCulture) : a)]));
}
