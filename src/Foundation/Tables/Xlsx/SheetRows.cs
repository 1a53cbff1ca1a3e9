using System.Globalization;
using System.Xml;

namespace Entente.Foundation.Tables.Xlsx;

/// <summary>Streams the rows of a worksheet part.</summary>
internal sealed class SheetRows(XmlReader xml, CellValues values, TableLimits limits, Strictness formulas, FindingList findings)
{
    private int _row;

    /// <exception cref="TableRefusedException">A limit was passed.</exception>
    /// <exception cref="InvalidDataException">Rows or cells are out of order.</exception>
    public IEnumerable<TableRow> Read(int headerRow)
    {
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.Depth != 2)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "row":
                    var cells = Cells();
                    if (cells.Count > 0)
                    {
                        yield return new TableRow(_row, cells);
                    }

                    break;
                case "mergeCell":
                    Merged(xml.GetAttribute("ref") ?? string.Empty, headerRow);
                    break;
            }
        }
    }

    private List<TableCell> Cells()
    {
        var number = xml.GetAttribute("r") is { } written
            ? int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0
            : _row + 1;
        _row = number > _row && number <= 1_048_576 ? number : throw new InvalidDataException();

        var cells = new List<TableCell>();
        if (xml.IsEmptyElement)
        {
            return cells;
        }

        var column = -1;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName is not "c" || xml.Depth != depth + 1)
            {
                continue;
            }

            column = Column(column);
            var cell = Cell(column);
            if (cell.IsEmpty)
            {
                continue;
            }

            if (column >= limits.MaxColumns)
            {
                throw TableRefusedException.At(_row, TableCodes.TooManyColumns, limits.MaxColumns);
            }

            while (cells.Count < column)
            {
                cells.Add(TableCell.Empty);
            }

            cells.Add(cell);
        }

        return cells;
    }

    private int Column(int before)
    {
        if (xml.GetAttribute("r") is not { } address)
        {
            return before + 1;
        }

        return ColumnLetter.TryAddress(address, out var column, out var row) && row == _row && column > before
            ? column
            : throw new InvalidDataException();
    }

    private TableCell Cell(int column)
    {
        var type = xml.GetAttribute("t");
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        var stored = string.Empty;
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                switch (xml.LocalName)
                {
                    case "f" when xml.NodeType == XmlNodeType.Element:
                        Formula(column);
                        PartXml.Text(xml, most: 0, rich: false);
                        break;
                    case "v" or "is" when xml.NodeType == XmlNodeType.Element:
                        stored = PartXml.Text(xml, limits.MaxCellCharacters + 1, rich: xml.LocalName is "is");
                        break;
                }
            }
        }

        return values.Of(type, style, stored, _row, column, findings);
    }

    private void Formula(int column)
    {
        if (formulas == Strictness.Refuse)
        {
            var label = ColumnLetter.Of(column);
            throw new TableRefusedException(new TableFinding(Severity.Refusal, TableCodes.Formula, _row, label, _row, label));
        }

        findings.Cell(Severity.Error, TableCodes.Formula, _row, column);
    }

    private void Merged(string area, int headerRow)
    {
        var parts = area.Split(':');
        if (parts.Length != 2 || !ColumnLetter.TryAddress(parts[0], out var column, out var first) || !ColumnLetter.TryAddress(parts[1], out _, out var last))
        {
            return;
        }

        if (headerRow >= first && headerRow <= last)
        {
            findings.Cell(Severity.Error, TableCodes.MergedHeader, headerRow, column, area);
        }
        else if (first > headerRow)
        {
            findings.Cell(Severity.Warning, TableCodes.MergedCells, first, column, area);
        }
    }
}
