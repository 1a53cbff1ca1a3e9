using Entente.Contracts.Partners;

namespace Entente.Partners;

/// <summary>
/// The columns of a table of agreements, in and out: what the export writes, the import reads. Names and order are stable; a new
/// column is added at the end. Several values in a cell are parted by <see cref="Between"/>.
/// </summary>
internal static class AgreementColumns
{
    /// <summary>Parts several values in one cell.</summary>
    public const char Between = '|';

    /// <summary>The office's number; the key of a row.</summary>
    public const string Number = "number";

    /// <summary>The code of the kind: <c>student-exchange</c>.</summary>
    public const string Kind = "kind";

    public const string TitleEn = "title_en";

    public const string TitleZh = "title_zh";

    /// <summary>The partner organisations, each by its ROR identifier (nine characters or the whole address) or, without one, its name.</summary>
    public const string Partners = "partners";

    /// <summary>The code of the unit that keeps the agreement.</summary>
    public const string Unit = "unit";

    /// <summary>Where it holds: ISO 3166-1 alpha-2 codes.</summary>
    public const string Territory = "territory";

    public const string SignedOn = "signed_on";

    public const string EffectiveOn = "effective_on";

    /// <summary>The last day in force; with automatic renewal, of the current period.</summary>
    public const string EndsOn = "ends_on";

    /// <summary><c>fixed</c>, <c>automatic</c> or <c>open-ended</c>.</summary>
    public const string Term = "term";

    public const string NoticeMonths = "notice_months";

    public const string RenewalMonths = "renewal_months";

    /// <summary>Whole places a year for students who go out; lines within another line are not counted again.</summary>
    public const string PlacesOut = "places_out";

    /// <summary>The same for students who come in.</summary>
    public const string PlacesIn = "places_in";

    /// <summary>The stored state: <c>draft</c>, <c>in-review</c>, <c>approved</c>, <c>out-for-signature</c>, <c>signed</c>, <c>active</c>, <c>expired</c>, <c>terminated</c>, <c>superseded</c>.</summary>
    public const string State = "state";

    /// <summary>The codes of the units covered.</summary>
    public const string UnitsCovered = "units_covered";

    /// <summary>BCP 47 tags of the languages it is signed in.</summary>
    public const string Languages = "languages";

    /// <summary>What a semester counts, in hundredths of a place.</summary>
    public const string SemesterWeight = "semester_weight";

    /// <summary>Whether places out and in are held against each other: <c>yes</c> or <c>no</c>.</summary>
    public const string Reciprocal = "reciprocal";

    /// <summary>For how many years a difference is carried.</summary>
    public const string CarryOverYears = "carry_over_years";

    /// <summary>The number of the agreement this one renews or replaces.</summary>
    public const string Follows = "follows";

    /// <summary>Every column, in the order in which it is written.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Number, Kind, TitleEn, TitleZh, Partners, Unit, Territory, SignedOn, EffectiveOn, EndsOn, Term, NoticeMonths, RenewalMonths,
        PlacesOut, PlacesIn, State, UnitsCovered, Languages, SemesterWeight, Reciprocal, CarryOverYears, Follows,
    ];

    /// <summary>An agreement's state as it stands in a cell.</summary>
    public static string Word(AgreementState state) => Kebab(state.ToString());

    /// <summary>A kind of term as it stands in a cell.</summary>
    public static string Word(TermKind term) => Kebab(term.ToString());

    /// <summary>A state read from a cell; none where the word is unknown.</summary>
    public static AgreementState? StateOf(string word) => Read<AgreementState>(word);

    /// <summary>A kind of term read from a cell; none where the word is unknown.</summary>
    public static TermKind? TermOf(string word) => Read<TermKind>(word);

    private static T? Read<T>(string word)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => Kebab(v.ToString()!) == word.Trim().ToLowerInvariant());

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
