namespace Entente.Foundation.Tables;

/// <summary>
/// Writes tables that any spreadsheet program opens as meant. Rows are written as they come and never all held in memory; the
/// destination is only written to asynchronously, as a web response demands. The same rows give the same bytes.
/// </summary>
public static class TableWriter
{
    /// <summary>
    /// Writes CSV: UTF-8 with byte order mark, RFC 4180, ISO 8601 dates. A text that a program would take for a formula gets an
    /// apostrophe in front, which <see cref="TableReader"/> takes off again; numbers are left alone.
    /// </summary>
    /// <param name="destination">Where the bytes go; stays open.</param>
    /// <param name="columns">The columns, at least one.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellation">Ends the writing between two rows.</param>
    /// <typeparam name="T">What a row is made from.</typeparam>
    /// <exception cref="ArgumentException">There are no columns.</exception>
    public static Task WriteCsvAsync<T>(
        Stream destination, IReadOnlyList<TableColumn<T>> columns, IAsyncEnumerable<T> rows, CancellationToken cancellation = default)
    {
        Demand(destination, columns, rows);
        return Csv.CsvOutput.WriteAsync(destination, [.. columns.Select(column => column.Name)], Cells(columns, rows), cancellation);
    }

    /// <summary>
    /// Writes a workbook of one sheet (Office Open XML): header bold and frozen, dates and numbers as such. A text can never be
    /// a formula there; one that looks like it is marked as text, so that it stays so when edited. Dates before March 1900,
    /// which sheets cannot hold, are written as ISO text; texts over 32,767 characters are cut and end with "…".
    /// </summary>
    /// <param name="destination">Where the bytes go; stays open.</param>
    /// <param name="sheet">The sheet's name; what a sheet name cannot hold is left out.</param>
    /// <param name="columns">The columns, at least one.</param>
    /// <param name="rows">The rows, at most 1,048,575.</param>
    /// <param name="cancellation">Ends the writing between two rows.</param>
    /// <typeparam name="T">What a row is made from.</typeparam>
    /// <exception cref="ArgumentException">There are no columns.</exception>
    /// <exception cref="InvalidOperationException">There are more rows than a sheet can hold.</exception>
    public static Task WriteXlsxAsync<T>(
        Stream destination, string sheet, IReadOnlyList<TableColumn<T>> columns, IAsyncEnumerable<T> rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        Demand(destination, columns, rows);
        return Xlsx.XlsxOutput.WriteAsync(destination, sheet, [.. columns.Select(column => column.Name)], Cells(columns, rows), cancellation);
    }

    /// <summary>Writes a workbook of several sheets that are at hand: a template with its explanation.</summary>
    /// <param name="destination">Where the bytes go; stays open.</param>
    /// <param name="sheets">The sheets, at least one.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public static Task WriteXlsxAsync(Stream destination, IReadOnlyList<WrittenSheet> sheets, CancellationToken cancellation = default) =>
        Xlsx.XlsxOutput.WriteAsync(destination, sheets, cancellation);

    private static void Demand<T>(Stream destination, IReadOnlyList<TableColumn<T>> columns, IAsyncEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        if (columns.Count == 0)
        {
            throw new ArgumentException("A table needs a column.", nameof(columns));
        }
    }

    private static async IAsyncEnumerable<TableCell[]> Cells<T>(IReadOnlyList<TableColumn<T>> columns, IAsyncEnumerable<T> rows)
    {
        var cells = new TableCell[columns.Count];
        await foreach (var row in rows.ConfigureAwait(false))
        {
            for (var column = 0; column < cells.Length; column++)
            {
                cells[column] = WrittenValues.Of(columns[column].Value(row));
            }

            yield return cells;
        }
    }
}
