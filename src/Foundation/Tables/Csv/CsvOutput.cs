using System.Globalization;
using CsvHelper;

namespace Entente.Foundation.Tables.Csv;

/// <summary>Writes the bytes of a CSV file.</summary>
internal static class CsvOutput
{
    public static async Task WriteAsync(
        Stream destination, IReadOnlyList<string> header, IAsyncEnumerable<TableCell[]> rows, CancellationToken cancellation)
    {
        // The writer would write synchronously whenever its own buffer is full.
        using var pending = new PendingBytes(destination);
        using var writer = CsvWriter.Create(pending, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        foreach (var name in header)
        {
            WriteText(writer, UnicodeText.Repaired(name), header.Count);
        }

        writer.EndRecord();
        await foreach (var row in rows.WithCancellation(cancellation).ConfigureAwait(false))
        {
            foreach (var cell in row)
            {
                Write(writer, cell, row.Length);
            }

            writer.EndRecord();
            if (pending.IsFull)
            {
                await pending.HandOverAsync(cancellation).ConfigureAwait(false);
            }
        }

        Finish(writer);
        await pending.HandOverAsync(cancellation).ConfigureAwait(false);
    }

    private static void Write(CsvWriter writer, TableCell cell, int columns)
    {
        switch (cell.Kind)
        {
            case TableCellKind.Number:
                writer.WriteField(cell.Number.ToString(CultureInfo.InvariantCulture));
                break;
            case TableCellKind.Text or TableCellKind.Empty:
                WriteText(writer, cell.Text, columns);
                break;
            default:
                writer.WriteField(cell.Text);
                break;
        }
    }

    /// <summary>An empty cell that is alone in its row is quoted: an empty line is no row.</summary>
    private static void WriteText(CsvWriter writer, string text, int columns) =>
        writer.WriteField(DangerousText.Neutralised(text), columns == 1 && text.Length == 0 ? CsvQuoting.Always : CsvQuoting.WhenNeededOrWhitespace);

    private static void Finish(CsvWriter writer) => writer.Flush();
}
