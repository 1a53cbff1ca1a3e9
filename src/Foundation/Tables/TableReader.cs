namespace Entente.Foundation.Tables;

/// <summary>Opens spreadsheets that come from outside. Whatever is wrong with them becomes a finding, never an exception.</summary>
public static class TableReader
{
    /// <summary>Opens a CSV or XLSX file and reads its header.</summary>
    /// <param name="stream">
    /// The file. A stream that cannot seek is copied to a temporary file that vanishes with the table; one that can is read
    /// in place and must stay open as long as the table. It is never disposed of here.
    /// </param>
    /// <param name="fileName">The name it was handed in under; only its ending is looked at.</param>
    /// <param name="limits">How much is accepted; null for <see cref="TableLimits.Default"/>.</param>
    /// <param name="options">Choices about this file; null for <see cref="TableOptions.Default"/>.</param>
    /// <returns>The table, refused or not.</returns>
    /// <exception cref="IOException">The stream itself failed; not a matter of its content.</exception>
    public static Table Open(Stream stream, string fileName, TableLimits? limits = null, TableOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(fileName);
        limits ??= TableLimits.Default;
        options ??= TableOptions.Default;

        Stream? owned = null;
        ITableSource? source = null;
        var findings = new FindingList(limits.MaxFindingsPerCode);
        try
        {
            var file = SpooledFile.Seekable(stream, limits.MaxFileBytes, out owned);
            source = FileKind.Of(file, fileName, findings) == TableFormat.Xlsx
                ? Xlsx.XlsxSource.Open(file, limits, options, findings)
                : Csv.CsvSource.Open(file, fileName, limits, options, findings);
            var head = TableHead.Read(source, options, limits, [.. findings.All()]);
            return new Table(fileName, limits, options.DateOrder, source, owned, head);
        }
        catch (Exception exception) when (TableRefusedException.FindingFor(exception) is { } refusal)
        {
            // The source stays with the table: a person who named a wrong sheet wants to see which sheets there are.
            return new Table(fileName, limits, options.DateOrder, source, owned, TableHead.Refused([.. findings.All(), refusal]));
        }
        catch
        {
            source?.Dispose();
            owned?.Dispose();
            throw;
        }
    }
}
