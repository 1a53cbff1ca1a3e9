namespace Entente.Foundation.Tables;

/// <summary>The head of one column.</summary>
/// <param name="Index">Column counted from 0, as <see cref="TableRow"/> takes it.</param>
/// <param name="Name">What the header cell says, trimmed and on one line; "" when it is empty.</param>
public sealed record TableHeader(int Index, string Name)
{
    /// <summary>The letter the sheet shows above the column.</summary>
    public string Letter => ColumnLetter.Of(Index);

    /// <summary>Letter and name as a person would point at the column: "C · Start date".</summary>
    public string Label => Name.Length == 0 ? Letter : Letter + " · " + Name;
}
