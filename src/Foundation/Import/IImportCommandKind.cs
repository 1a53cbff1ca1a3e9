namespace Entente.Foundation.Import;

/// <summary>
/// A kind of the command <c>import KIND FILE</c>; a room registers one, scoped. It runs with the rights of the house itself and
/// either takes the whole file over in one transaction or changes nothing.
/// </summary>
public interface IImportCommandKind
{
    /// <summary>The word on the command line: <c>organisations</c>.</summary>
    string Id { get; }

    /// <summary>Reads the file and, unless it is only a trial, takes it over. Refused rows leave the database as it was.</summary>
    /// <exception cref="Commands.RefusedException">The file as a whole cannot be read.</exception>
    Task<ImportReport> ImportAsync(ImportCommandRequest request, CancellationToken cancellation);
}

/// <summary>What the command was asked for.</summary>
/// <param name="File">The file's path.</param>
/// <param name="IsDryRun">Whether nothing is to be changed.</param>
/// <param name="Progress">Where long work says how far it is; none where nobody looks.</param>
public sealed record ImportCommandRequest(string File, bool IsDryRun, TextWriter? Progress);

/// <summary>What became of a file's rows.</summary>
/// <param name="New">Rows that add a record.</param>
/// <param name="Changed">Rows that change one.</param>
/// <param name="Unchanged">Rows that say what the records say already.</param>
/// <param name="Refused">Rows that cannot be taken over.</param>
/// <param name="Reasons">Why, one sentence each, with row and column.</param>
public sealed record ImportReport(int New, int Changed, int Unchanged, int Refused, IReadOnlyList<string> Reasons)
{
    /// <summary>The last line of the command, as scripts read it.</summary>
    public string Summary => FormattableString.Invariant($"{New} new, {Changed} changed, {Unchanged} unchanged, {Refused} refused");
}

/// <summary>A kind of the command <c>export KIND FILE</c>; a room registers one, scoped. Its columns are those the import takes.</summary>
public interface IExportKind
{
    /// <summary>The word on the command line: <c>agreements</c>.</summary>
    string Id { get; }

    /// <summary>Writes all records as a table.</summary>
    /// <param name="file">Where to; written only asynchronously.</param>
    /// <param name="format">The kind of file.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <returns>How many rows were written.</returns>
    Task<int> ExportAsync(Stream file, Tables.TableFormat format, CancellationToken cancellation);
}
