using System.IO.Compression;
using System.Text;

namespace Entente.Foundation.Tables.Xlsx;

/// <summary>Writes the package of a workbook, part by part.</summary>
internal sealed class XlsxOutput : IDisposable
{
    private const int EnoughCharacters = 32 * 1024;
    private const int MostRows = 1_048_576;

    private readonly PendingBytes _pending;
    private readonly ZipArchive _archive;
    private readonly StringBuilder _xml = new();
    private Stream? _sheet;

    private XlsxOutput(Stream destination)
    {
        _pending = new PendingBytes(destination);
        _archive = new ZipArchive(_pending, ZipArchiveMode.Create, leaveOpen: true);
    }

    public static async Task WriteAsync(
        Stream destination, string sheet, IReadOnlyList<string> header, IAsyncEnumerable<TableCell[]> rows, CancellationToken cancellation)
    {
        using var output = new XlsxOutput(destination);
        output.Begin([sheet]);
        output.BeginSheet(0, header);
        var row = 1;
        await foreach (var cells in rows.WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (++row > MostRows)
            {
                throw new InvalidOperationException("A sheet holds at most 1,048,576 rows.");
            }

            output.Add(row, cells);
            if (output._pending.IsFull)
            {
                await output._pending.HandOverAsync(cancellation).ConfigureAwait(false);
            }
        }

        output.End();
        await output._pending.HandOverAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Writes a workbook of several small sheets that are at hand.</summary>
    public static async Task WriteAsync(Stream destination, IReadOnlyList<WrittenSheet> sheets, CancellationToken cancellation)
    {
        using var output = new XlsxOutput(destination);
        output.Begin([.. sheets.Select(s => s.Name)]);
        for (var index = 0; index < sheets.Count; index++)
        {
            output.BeginSheet(index, sheets[index].Header);
            for (var row = 0; row < sheets[index].Rows.Count; row++)
            {
                output.Add(row + 2, [.. sheets[index].Rows[row].Select(WrittenValues.Of)]);
            }

            output.EndSheet();
        }

        output._archive.Dispose();
        await output._pending.HandOverAsync(cancellation).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _sheet?.Dispose();
        _archive.Dispose();
        _pending.Dispose();
    }

    private void Begin(IReadOnlyList<string> sheets)
    {
        foreach (var (name, content) in FixedParts.All(sheets))
        {
            using var part = Open(name);
            part.Write(Encoding.UTF8.GetBytes(content));
        }
    }

    private void BeginSheet(int index, IReadOnlyList<string> header)
    {
        _sheet = Open(FixedParts.SheetOf(index));
        SheetXml.Begin(_xml, header);
    }

    private void Add(int row, TableCell[] cells)
    {
        SheetXml.Row(_xml, row, cells);
        if (_xml.Length >= EnoughCharacters)
        {
            Pack();
        }
    }

    private void End()
    {
        EndSheet();
        _archive.Dispose();
    }

    private void EndSheet()
    {
        SheetXml.End(_xml);
        Pack();
        _sheet!.Dispose();
    }

    private void Pack()
    {
        _sheet!.Write(Encoding.UTF8.GetBytes(_xml.ToString()));
        _xml.Clear();
    }

    private Stream Open(string name)
    {
        var entry = _archive.CreateEntry(name, CompressionLevel.Fastest);

        // The first date a ZIP file knows, always: the same rows give the same bytes.
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry.Open();
    }
}
