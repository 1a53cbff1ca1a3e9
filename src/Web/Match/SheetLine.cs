using System.Globalization;
using Entente.Foundation.Tables;

namespace Entente.Web.Match;

/// <summary>One row of a sheet, read by the names of its columns; what is wrong is collected.</summary>
internal sealed class SheetLine(string sheet, TableRow row, IReadOnlyDictionary<string, int> columns, List<string> reasons)
{
    private const int MostReasons = 50;

    public bool Has(string column) => columns.ContainsKey(column) && !Cell(column).IsEmpty;

    public string Text(string column) => Cell(column).Trimmed;

    /// <summary>The parts between semicolons; null when the cell is empty.</summary>
    public IReadOnlyList<string>? List(string column) =>
        Has(column) ? Text(column).Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : null;

    /// <summary>The number times the unit, whole; null when the cell is empty or holds something else, which is refused.</summary>
    public long? Number(string column, int unit)
    {
        if (!Has(column)) return null;
        var cell = Cell(column);
        var isNumber = cell.Kind == TableCellKind.Number || decimal.TryParse(cell.Trimmed, NumberStyles.Number, CultureInfo.InvariantCulture, out _);
        var number = cell.Kind == TableCellKind.Number ? cell.Number : isNumber ? decimal.Parse(cell.Trimmed, NumberStyles.Number, CultureInfo.InvariantCulture) : 0;
        if (isNumber && Math.Abs(number) <= 1_000_000_000m && number * unit == decimal.Truncate(number * unit) && (column is "cost" or "budget" || Math.Abs(number * unit) <= int.MaxValue)) return (long)(number * unit);
        Refuse(column, $"'{cell.Trimmed}' is no number that can be taken here");
        return null;
    }

    public bool Flag(string column)
    {
        if (!Has(column)) return false;
        var cell = Cell(column);
        if (cell.Kind == TableCellKind.Boolean) return cell.Boolean;
        if (cell.Trimmed.ToLowerInvariant() is var word && word is "yes" or "true" or "1") return true;
        if (word is not ("no" or "false" or "0")) Refuse(column, $"'{cell.Trimmed}' is neither yes nor no");
        return false;
    }

    public void Refuse(string column, string why)
    {
        if (reasons.Count < MostReasons) reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{sheet}, row {row.Number}, {column}: {why}."));
    }

    private TableCell Cell(string column) => columns.TryGetValue(column, out var at) ? row[at] : TableCell.Empty;
}
