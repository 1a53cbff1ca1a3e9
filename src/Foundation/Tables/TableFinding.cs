namespace Entente.Foundation.Tables;

/// <summary>Something a person has to know about a file they handed in, without words: the words are in <c>Text/tables/</c>.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Code">One of <see cref="TableCodes"/>.</param>
/// <param name="Row">Row number as the sheet shows it, or the line number of a text file; null for the whole file.</param>
/// <param name="Column">Column letter as the sheet shows it ("C"); null for a whole row or file.</param>
/// <param name="Args">
/// Everything the sentence needs, in the order of its placeholders. A finding about a row starts with the row; one about
/// a cell starts with the row and the column's label ("C · Start date").
/// </param>
public sealed record TableFinding(Severity Severity, string Code, int? Row, string? Column, params object[] Args)
{
    /// <summary>The key of the sentence in the text files.</summary>
    public string TextKey => "tables." + Code;

    /// <summary>Equal when everything is, the arguments one by one.</summary>
    public bool Equals(TableFinding? other) =>
        other is not null && Severity == other.Severity && string.Equals(Code, other.Code, StringComparison.Ordinal)
        && Row == other.Row && string.Equals(Column, other.Column, StringComparison.Ordinal) && Args.SequenceEqual(other.Args);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Severity, Code, Row, Column, Args.Length);

    /// <summary>A plain form for logs and failing tests.</summary>
    public override string ToString() => $"{Severity} {Code} {Column}{Row} [{string.Join(" | ", Args)}]";
}
