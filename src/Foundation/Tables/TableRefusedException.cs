namespace Entente.Foundation.Tables;

/// <summary>Carries a refusal from the depth of a reader to <see cref="Table"/>, which turns it into a finding. Never leaves this folder.</summary>
internal sealed class TableRefusedException(TableFinding finding) : Exception(finding.Code)
{
    public TableRefusedException(string code, params object[] args)
        : this(new TableFinding(Severity.Refusal, code, Row: null, Column: null, args))
    {
    }

    public TableFinding Finding { get; } = finding;

    public static TableRefusedException At(int row, string code, params object[] args) =>
        new(new TableFinding(Severity.Refusal, code, row, Column: null, [row, .. args]));

    /// <summary>
    /// The finding for whatever reading a broken file threw; null for failures that are not the file's (a lost connection, memory).
    /// </summary>
    public static TableFinding? FindingFor(Exception exception) => exception switch
    {
        TableRefusedException refused => refused.Finding,
        InvalidDataException or System.Xml.XmlException or EndOfStreamException or NotSupportedException or FormatException
            or OverflowException or ArgumentException or CsvHelper.CsvFormatException
            => new TableFinding(Severity.Refusal, TableCodes.Corrupt, Row: null, Column: null),
        _ => null,
    };
}
