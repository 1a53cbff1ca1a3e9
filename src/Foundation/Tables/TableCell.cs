using System.Globalization;

namespace Entente.Foundation.Tables;

/// <summary>The value of one cell. <see cref="Text"/> always holds what was written, so nothing is lost by the typing.</summary>
public readonly record struct TableCell
{
    private readonly string? _text;

    private TableCell(TableCellKind kind, string text)
    {
        Kind = kind;
        _text = text;
    }

    /// <summary>The empty cell.</summary>
    public static TableCell Empty => default;

    /// <summary>What the cell holds.</summary>
    public TableCellKind Kind { get; }

    /// <summary>The cell as text: as written in a text file, in invariant form from a workbook, "" when empty.</summary>
    public string Text => _text ?? string.Empty;

    /// <summary><see cref="Text"/> without white space around it, of any script.</summary>
    public string Trimmed => Text.Trim();

    /// <summary>The number; 0 unless <see cref="Kind"/> is <see cref="TableCellKind.Number"/>.</summary>
    public decimal Number { get; private init; }

    /// <summary>The date; 0001-01-01 unless <see cref="Kind"/> is <see cref="TableCellKind.Date"/>.</summary>
    public DateOnly Date { get; private init; }

    /// <summary>The time of day beside the date, in the time of the place meant by the file; null when there is none.</summary>
    public TimeOnly? Time { get; private init; }

    /// <summary>The truth value; false unless <see cref="Kind"/> is <see cref="TableCellKind.Boolean"/>.</summary>
    public bool Boolean { get; private init; }

    /// <summary>Whether there is nothing in the cell.</summary>
    public bool IsEmpty => Kind == TableCellKind.Empty;

    /// <summary>A text, or the empty cell when it is only white space.</summary>
    public static TableCell Of(string text) => string.IsNullOrWhiteSpace(text) ? Empty : new(TableCellKind.Text, text);

    /// <summary>A number, with the text it was written as.</summary>
    public static TableCell Of(decimal number, string? written = null) =>
        new(TableCellKind.Number, written ?? number.ToString(CultureInfo.InvariantCulture)) { Number = number };

    /// <summary>A date, with the text it was written as.</summary>
    public static TableCell Of(DateOnly date, TimeOnly? time = null, string? written = null) =>
        new(TableCellKind.Date, written ?? IsoText.Of(date, time)) { Date = date, Time = time };

    /// <summary>A truth value, with the text it was written as.</summary>
    public static TableCell Of(bool value, string? written = null) =>
        new(TableCellKind.Boolean, written ?? (value ? "TRUE" : "FALSE")) { Boolean = value };

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
