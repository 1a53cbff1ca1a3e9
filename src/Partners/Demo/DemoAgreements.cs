using Entente.Contracts.Partners;

namespace Entente.Partners.Demo;

/// <summary>The agreements of the demonstration school, in a table: with whom, of which kind, since when, for how long.</summary>
internal static class DemoAgreements
{
    /// <summary>One agreement. <c>SignedMonthsAgo</c> counts back from the day of loading; places are those a year.</summary>
    public sealed record Entry(
        string Key, string Partners, string Kind, int SignedMonthsAgo, int LengthMonths, int Out = 0, int In = 0, string Unit = "SOE",
        TermKind Term = TermKind.Fixed, Fate Fate = Fate.Runs, string? Follows = null, string Author = "tang.yuan");

    /// <summary>What became of it, beside what its dates say.</summary>
    public enum Fate
    {
        Runs,
        Draft,
        InReview,
        Approved,
        OutForSignature,
        SignedOnly,
        Terminated,

        /// <summary>The one that follows it came into force before its last day.</summary>
        Superseded,
        NoticeGiven,
        Amended,
    }

    public static IReadOnlyList<Entry> All { get; } =
    [
        new("tum-1", "tum", "student-exchange", 70, 60, 2, 2),
        new("delft-1", "delft", "student-exchange", 78, 60, 2, 2, Fate: Fate.Superseded),
        new("polimi-1", "polimi", "student-exchange", 64, 60, 2, 2, Fate: Fate.Terminated),
        new("uct-1", "uct", "student-exchange", 74, 60, 1, 1, Fate: Fate.Superseded),
        new("ntu-1", "ntu", "student-exchange", 62, 36, 4, 4, Term: TermKind.Automatic),
        new("kyoto-1", "kyoto", "student-exchange", 58, 0, 3, 3, Term: TermKind.OpenEnded),
        new("adelaide-1", "adelaide", "student-exchange", 55, 60, 2, 2),
        new("imperial-1", "imperial", "memorandum", 52, 60),
        new("unsw-1", "unsw", "student-exchange", 50, 60, 4, 4),
        new("eawag-1", "eawag", "joint-centre", 47, 60, Unit: "WSE"),
        new("utokyo-1", "utokyo", "memorandum", 44, 60),
        new("tohoku-1", "tohoku", "student-exchange", 43, 36, 2, 2, Term: TermKind.Automatic, Fate: Fate.NoticeGiven),
        new("psu-1", "psu", "student-exchange", 40, 60, 5, 4),
        new("nus-1", "nus", "joint-centre", 38, 60, Unit: "SWR"),
        new("dtu-1", "dtu", "student-exchange", 35, 36, 2, 3, Unit: "WSE"),
        new("chula-1", "chula", "memorandum", 34, 36),
        new("postech-1", "postech", "student-exchange", 33, 36, 3, 3),
        new("waterloo-1", "waterloo", "student-exchange", 31, 36, 4, 4),
        new("uct-2", "uct", "memorandum", 30, 60, Follows: "uct-1"),
        new("uq-1", "uq", "student-exchange", 29, 60, 3, 2, Fate: Fate.Amended),
        new("berkeley-1", "berkeley", "joint-cultivation", 27, 60, 2, 0, Unit: "AQE"),
        new("eth-1", "eth", "student-exchange", 26, 60, 2, 2),
        new("nus-2", "nus", "student-exchange", 24, 60, 4, 3),
        new("delft-2", "delft", "joint-cultivation", 22, 48, 4, 1, Unit: "WSE", Follows: "delft-1"),
        new("polimi-2", "polimi", "dual-degree", 21, 60, 3, 3),
        new("gatech-1", "gatech", "student-exchange", 20, 60, 5, 4),
        new("inrae-1", "inrae", "joint-centre", 19, 48, Unit: "ECO"),
        new("leeds-1", "leeds", "cotutelle", 18, 60, 2, 1),
        new("usp-1", "usp", "memorandum", 16, 36),
        new("delft-3", "delft", "dual-degree", 15, 60, 2, 2, Unit: "WSE"),
        new("kth-1", "kth", "joint-cultivation", 14, 36, 3, 1, Unit: "AQE"),
        new("water-1", "delft|wageningen|eawag", "joint-centre", 13, 60, Unit: "WSE"),
        new("ntnu-1", "ntnu", "student-exchange", 12, 36, 2, 2),
        new("polyu-1", "polyu", "student-exchange", 11, 60, 4, 4),
        new("wageningen-1", "wageningen", "joint-cultivation", 9, 48, 3, 1, Unit: "ECO"),
        new("tum-2", "tum", "student-exchange", 8, 60, 3, 3, Follows: "tum-1"),
        new("ubc-1", "ubc", "student-exchange", 6, 60, 3, 3),
        new("auckland-1", "auckland", "student-exchange", 5, 60, 2, 2),
        new("leeds-2", "leeds", "student-exchange", 3, 60, 2, 2),
        new("kth-2", "kth", "student-exchange", 1, 60, 2, 2, Fate: Fate.SignedOnly),
        new("nairobi-1", "nairobi", "memorandum", 0, 36, Fate: Fate.OutForSignature, Author: "shen.ruolan"),
        new("gatech-2", "gatech", "joint-cultivation", 0, 48, 3, 1, Unit: "AQE", Fate: Fate.Approved),
        new("psu-2", "psu", "dual-degree", 0, 60, 2, 2, Unit: "WSE", Fate: Fate.InReview),
        new("imperial-2", "imperial", "student-exchange", 0, 60, 2, 2, Fate: Fate.Draft),
        new("adelaide-2", "adelaide-new", "memorandum", 0, 60, Fate: Fate.Draft, Author: "shen.ruolan"),
        new("ubc-2", "ubc", "cotutelle", 0, 60, 2, 1, Unit: "AQE", Fate: Fate.InReview, Author: "shen.ruolan"),
    ];

    /// <summary>How far ahead one that is under way would be signed, so that its last step lies a few days back and desks have something to tell.</summary>
    public static int DaysAhead(Fate fate) => fate switch
    {
        Fate.Draft => 69,
        Fate.InReview => 45,
        Fate.Approved => 23,
        Fate.OutForSignature => 16,
        _ => 0,
    };

    /// <summary>An agreement that came to light after figures had been published: why there is a restatement.</summary>
    public static Entry RecordedLate { get; } = new("usp-2", "usp", "joint-cultivation", 25, 48, 1, 1, Unit: "ECO");
}
