using System.Globalization;
using Entente.Matching.Places;

namespace Entente.Web.Match;

/// <summary>What the command line says of a problem, in English.</summary>
internal static class MatchWords
{
    private const int MostOfAKind = 20;

    /// <summary>A sentence for each finding; of many of a kind the first, and how many more.</summary>
    public static IEnumerable<string> Sentences(IReadOnlyList<ProblemFinding> findings)
    {
        foreach (var kind in findings.GroupBy(f => f.Kind))
        {
            foreach (var finding in kind.Take(MostOfAKind)) yield return Sentence(finding);
            var rest = kind.Count() - MostOfAKind;
            if (rest > 0) yield return string.Create(CultureInfo.InvariantCulture, $"And {rest:N0} more like the last.");
        }
    }

    public static string Sentence(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.FractionalWeight => $"Deferred acceptance takes students who need one whole place each; '{refusal.Subject}' needs another part. Use --mechanism optimum.",
        RefusalKind.FractionalCapacity => $"Deferred acceptance takes whole places; '{refusal.Subject}' holds a part of one. Use --mechanism optimum.",
        RefusalKind.Budget => $"Deferred acceptance knows no budgets, and nest '{refusal.Subject}' has one. Use --mechanism optimum.",
        RefusalKind.NestsOverlap => $"Deferred acceptance takes nests that lie in one another or apart; '{refusal.Subject}' and '{refusal.Other}' overlap. Use --mechanism optimum.",
        RefusalKind.OrdersDiffer => $"Deferred acceptance takes one order of priority within a nest whose cap limits its places; in '{refusal.Subject}' that of '{refusal.Other}' differs.",
        RefusalKind.NotSolved => "No allocation was found within the steps; give more with --steps.",
        _ => "The problem has faults.",
    };

    private static string Sentence(ProblemFinding f) => f.Kind switch
    {
        FindingKind.EmptyId => "An id is empty.",
        FindingKind.StudentTwice => $"Student '{f.Subject}' stands in the file twice.",
        FindingKind.PlaceTwice => $"Place '{f.Subject}' stands in the file twice.",
        FindingKind.NestTwice => $"Nest '{f.Subject}' stands in the file twice.",
        FindingKind.RankBelowOne => $"Student '{f.Subject}' has rank {f.Number}; ranks begin with 1.",
        FindingKind.WeightNotPositive => $"Student '{f.Subject}' has weight {f.Number}; it must be above 0.",
        FindingKind.UnknownChoice => $"Student '{f.Subject}' names place '{f.Other}', which is not there.",
        FindingKind.ChoiceTwice => $"Student '{f.Subject}' names place '{f.Other}' twice.",
        FindingKind.ClosedChoice => $"Student '{f.Subject}' names place '{f.Other}', which is closed; it is passed over.",
        FindingKind.NegativeNumber => $"'{f.Subject}' has {f.Other} {f.Number}; it must not be below 0.",
        FindingKind.LanguageLevelOutside => $"'{f.Subject}' has level {f.Number} in {f.Other}; levels are 0 to 6 (A1 is 1, C2 is 6).",
        FindingKind.UnknownInPriority => $"The priority of '{f.Subject}' names student '{f.Other}', who is not there.",
        FindingKind.TwiceInPriority => $"The priority of '{f.Subject}' names student '{f.Other}' twice.",
        FindingKind.UnknownInNest => $"Nest '{f.Subject}' names place '{f.Other}', which is not there.",
        FindingKind.TwiceInNest => $"Nest '{f.Subject}' names place '{f.Other}' twice.",
        FindingKind.UnknownInBar => $"The excluded pair '{f.Subject}', '{f.Other}' names somebody or something that is not there.",
        FindingKind.NestsOverlap => $"Nests '{f.Subject}' and '{f.Other}' overlap; deferred acceptance refuses that where their caps limit.",
        FindingKind.CapAboveOuter => $"The cap of nest '{f.Subject}' is larger than that of '{f.Other}' around it and never reached.",
        FindingKind.CapLimitsNothing => $"The cap of nest '{f.Subject}' limits nothing: its places hold no more together.",
        FindingKind.Ties => $"{f.Number} students share a rank with another; the lottery number of the seed decides between them.",
        FindingKind.NoChoices => $"Student '{f.Subject}' names no place.",
        _ => $"There are too many: '{f.Subject}' {f.Other} may be {f.Number}.",
    };
}
