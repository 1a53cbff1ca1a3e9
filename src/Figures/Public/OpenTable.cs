using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Http;

namespace Entente.Figures.Public;

/// <summary>A table for everybody: CSV in UTF-8 with a mark, ISO dates, cells that a spreadsheet would calculate made harmless.</summary>
internal static class OpenTable
{
    private static readonly CsvWriterOptions Form = new() { WriteByteOrderMark = true, NewLine = "\r\n", Injection = CsvInjection.Escape };

    /// <summary>The file as an answer.</summary>
    public static IResult Csv(string name, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<object?>> rows) =>
        Results.File(Bytes(head, rows), "text/csv; charset=utf-8", name);

    /// <summary>The file.</summary>
    public static byte[] Bytes(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Form, leaveOpen: true))
        {
            foreach (var row in rows.Prepend(head))
            {
                foreach (var cell in row) Write(csv, cell);
                csv.EndRecord();
            }
        }

        return bytes.ToArray();
    }

    // A number is no formula: its minus stays.
    private static void Write(CsvWriter csv, object? cell)
    {
        switch (cell)
        {
            case null: csv.WriteField(""); break;
            case string text: csv.WriteField(text); break;
            case DateOnly date: csv.WriteField(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case long number: csv.WriteField(number, default, CultureInfo.InvariantCulture); break;
            case int number: csv.WriteField(number, default, CultureInfo.InvariantCulture); break;
            case double number: csv.WriteField(number, "0.#####", CultureInfo.InvariantCulture); break;
            default: throw new ArgumentException($"No form for {cell.GetType()}.", nameof(cell));
        }
    }
}
