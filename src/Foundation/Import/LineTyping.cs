using Entente.Foundation.Tables;

namespace Entente.Foundation.Import;

/// <summary>Turns the cells of staged rows into typed lines; what cannot be read becomes a finding with row and column.</summary>
internal sealed class LineTyping(IImportKind kind, ColumnMap map, IReadOnlyList<TableHeader> header, DateOrder order)
{
    private static readonly string[] Yes = ["yes", "y", "true", "1", "x", "✓", "√", "是", "有", "对"];
    private static readonly string[] No = ["no", "n", "false", "0", "–", "-", "否", "无", "不"];

    private readonly Dictionary<string, ImportColumn> columns = map.Matches.Where(m => m.Column < header.Count).ToDictionary(
        m => m.Field,
        m => new ImportColumn(m.Column, header[m.Column].Letter, header[m.Column].Label),
        StringComparer.Ordinal);

    private readonly HashSet<string> letters = [.. map.Matches.Where(m => m.Column < header.Count).Select(m => header[m.Column].Letter)];

    public ImportLine Of(int number, IReadOnlyList<string> cells, IReadOnlyList<ImportFinding> read)
    {
        // A mistake in a column that is left out concerns nobody.
        var findings = read.Where(f => f.Column is null || letters.Contains(f.Column)).ToList();
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var field in kind.Fields.Where(f => columns.ContainsKey(f.Id)))
        {
            var column = columns[field.Id];
            var text = column.Index < cells.Count ? cells[column.Index].Trim() : "";
            if (text.Length > 0 && Value(field, text, number, column, findings) is { } value) values[field.Id] = value;
            if (text.Length == 0 && field.IsRequired) findings.Add(Cell("import.cell-required", number, column));
        }

        return new(number, kind.Id, values, columns, findings);
    }

    private object? Value(ImportField field, string text, int row, ImportColumn column, List<ImportFinding> findings)
    {
        switch (field.Type)
        {
            case ImportFieldType.Date:
                var date = Dates.Read(text, order);
                if (date.Finding(row, header[column.Index], text) is { } wrong) findings.Add(ImportFinding.Of(wrong));
                return date.Date;
            case ImportFieldType.Number:
                if (PlainValues.TryNumber(UnicodeText.Compatible(text), out var number) && number == decimal.Truncate(number) && number >= field.Min && number <= field.Max)
                    return (int)number;
                findings.Add(Cell("import.not-a-number", row, column, TextChecks.Excerpt(text), field.Min, field.Max));
                return null;
            case ImportFieldType.Flag:
                var word = UnicodeText.Compatible(text).ToLowerInvariant();
                if (Yes.Contains(word, StringComparer.Ordinal)) return true;
                if (No.Contains(word, StringComparer.Ordinal)) return false;
                findings.Add(Cell("import.not-a-flag", row, column, TextChecks.Excerpt(text)));
                return null;
            default:
                if (text.Length > field.MaxLength) findings.Add(Cell("import.text-too-long", row, column, field.MaxLength, text.Length));
                return text;
        }
    }

    private static ImportFinding Cell(string textKey, int row, ImportColumn column, params object[] args) =>
        new(Severity.Error, textKey, column.Letter, [row, column.Label, .. args]);
}
