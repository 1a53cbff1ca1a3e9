namespace Entente.Foundation.Tables;

/// <summary>A row with something in it.</summary>
/// <param name="Number">Row number as the sheet shows it; in a text file the line on which the row begins.</param>
/// <param name="Cells">The cells from column A to the last filled one.</param>
public sealed record TableRow(int Number, IReadOnlyList<TableCell> Cells)
{
    /// <summary>The cell of a column counted from 0; the empty cell right of the last filled one.</summary>
    public TableCell this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : TableCell.Empty;
}
