namespace Entente.Foundation.Tables;

/// <summary>A file format behind a <see cref="Table"/>.</summary>
internal interface ITableSource : IDisposable
{
    TableFormat Format { get; }

    /// <summary>The sheet that is read; null in a text file.</summary>
    string? Sheet { get; }

    IReadOnlyList<TableSheet> Sheets { get; }

    /// <summary>Name of the text file's encoding; null in a workbook.</summary>
    string? Encoding { get; }

    /// <summary>Separator of the text file; null in a workbook.</summary>
    char? Delimiter { get; }

    /// <summary>Reads from the beginning: rows with something in them, in order. One reading at a time.</summary>
    /// <param name="findings">Takes what is found on the way.</param>
    /// <param name="headerRow">Row of the header once it is known, for findings that treat it differently.</param>
    /// <exception cref="TableRefusedException">The file must not be read further.</exception>
    IEnumerable<TableRow> Read(FindingList findings, int headerRow);
}
