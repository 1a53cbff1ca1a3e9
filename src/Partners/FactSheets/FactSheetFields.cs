using Entente.Foundation.Texts;
using Entente.Partners.Model;

namespace Entente.Partners.FactSheets;

/// <summary>One thing a fact sheet says.</summary>
/// <param name="Name">Its name in forms, texts (<c>facts.field.{name}</c>) and exports.</param>
/// <param name="Kind">How it is asked.</param>
/// <param name="Value">Reads it.</param>
/// <param name="Max">The longest text.</param>
public sealed record FactSheetField(string Name, FactSheetFieldKind Kind, Func<FactSheetContent, object?> Value, int Max = 1500)
{
    /// <summary>The key of its label.</summary>
    public string LabelKey => "facts.field." + Name;

    /// <summary>It as it is read; empty where nothing is said.</summary>
    public string In(FactSheetContent content, TextCatalog texts) => Value(content) switch
    {
        DateOnly date => texts.Date(date),
        string text => text,
        _ => "",
    };
}

/// <summary>How a field of a fact sheet is asked.</summary>
public enum FactSheetFieldKind
{
    /// <summary>A day.</summary>
    Date,

    /// <summary>One line.</summary>
    Line,

    /// <summary>Several lines.</summary>
    Lines,
}

/// <summary>All that a fact sheet says, in the order it is read.</summary>
internal static class FactSheetFields
{
    public static readonly IReadOnlyList<FactSheetField> Autumn = Term("autumn", c => c.Autumn);

    public static readonly IReadOnlyList<FactSheetField> Spring = Term("spring", c => c.Spring);

    public static readonly IReadOnlyList<FactSheetField> Words =
    [
        new("teaching", FactSheetFieldKind.Line, c => c.Teaching, 300),
        new("language", FactSheetFieldKind.Lines, c => c.Language),
        new("requirements", FactSheetFieldKind.Lines, c => c.Requirements),
        new("fees", FactSheetFieldKind.Lines, c => c.Fees),
        new("housing", FactSheetFieldKind.Lines, c => c.Housing),
        new("housing-by", FactSheetFieldKind.Date, c => c.HousingBy),
        new("website", FactSheetFieldKind.Line, c => c.Website, 500),
        new("remarks", FactSheetFieldKind.Lines, c => c.Remarks),
    ];

    public static readonly IReadOnlyList<FactSheetField> All = [.. Autumn, .. Spring, .. Words];

    private static IReadOnlyList<FactSheetField> Term(string term, Func<FactSheetContent, FactSheetTerm> of) =>
    [
        new(term + "-nominate", FactSheetFieldKind.Date, c => of(c).Nominate),
        new(term + "-apply", FactSheetFieldKind.Date, c => of(c).Apply),
        new(term + "-from", FactSheetFieldKind.Date, c => of(c).From),
        new(term + "-until", FactSheetFieldKind.Date, c => of(c).Until),
    ];
}
