using System.Globalization;
using System.Security;
using System.Text;

namespace Entente.Foundation.Tables.Xlsx;

/// <summary>The XML of a sheet's rows. Texts stand in the cells themselves, so that rows can be written as they come.</summary>
internal static class SheetXml
{
    private const int LongestText = 32_767;

    public static void Begin(StringBuilder xml, IReadOnlyList<string> header)
    {
        xml.Append(CultureInfo.InvariantCulture, $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <worksheet xmlns="{FixedParts.Main}"><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>
            """);
        for (var column = 1; column <= header.Count; column++)
        {
            // Han characters are as wide as two Latin ones.
            var width = Math.Clamp(header[column - 1].Sum(character => character >= '\u2E80' ? 2 : 1) + 3, 12, 48);
            xml.Append(CultureInfo.InvariantCulture, $"""<col min="{column}" max="{column}" width="{width}" customWidth="1"/>""");
        }

        xml.Append("""</cols><sheetData><row r="1">""");
        for (var column = 0; column < header.Count; column++)
        {
            Text(xml, ColumnLetter.Of(column) + "1", FixedParts.Header, UnicodeText.Repaired(header[column]));
        }

        xml.Append("</row>");
    }

    public static void Row(StringBuilder xml, int row, TableCell[] cells)
    {
        xml.Append(CultureInfo.InvariantCulture, $"""<row r="{row}">""");
        for (var column = 0; column < cells.Length; column++)
        {
            if (!cells[column].IsEmpty)
            {
                Cell(xml, string.Create(CultureInfo.InvariantCulture, $"{ColumnLetter.Of(column)}{row}"), cells[column]);
            }
        }

        xml.Append("</row>");
    }

    public static void End(StringBuilder xml) => xml.Append("</sheetData></worksheet>");

    private static void Cell(StringBuilder xml, string address, TableCell cell)
    {
        switch (cell.Kind)
        {
            case TableCellKind.Number:
                xml.Append(CultureInfo.InvariantCulture, $"""<c r="{address}"><v>{cell.Number}</v></c>""");
                break;
            case TableCellKind.Boolean:
                xml.Append(CultureInfo.InvariantCulture, $"""<c r="{address}" t="b"><v>{(cell.Boolean ? 1 : 0)}</v></c>""");
                break;
            case TableCellKind.Date when Serials.Write(cell.Date) is { } day:
                var part = cell.Time is { } time ? time.ToTimeSpan().Ticks / (decimal)TimeSpan.TicksPerDay : 0;
                var style = cell.Time is null ? FixedParts.Date : FixedParts.DateAndTime;
                xml.Append(CultureInfo.InvariantCulture, $"""<c r="{address}" s="{style}"><v>{day + decimal.Round(part, 10)}</v></c>""");
                break;
            default:
                Text(xml, address, DangerousText.Is(cell.Text) ? FixedParts.MarkedText : 0, cell.Text);
                break;
        }
    }

    private static void Text(StringBuilder xml, string address, int style, string text)
    {
        if (text.Length > LongestText)
        {
            text = string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[LongestText - 2]) ? LongestText - 2 : LongestText - 1), "…");
        }

        xml.Append(CultureInfo.InvariantCulture, $"""<c r="{address}" s="{style}" t="inlineStr"><is><t xml:space="preserve">""")
            .Append(SecurityElement.Escape(EscapedText.Encoded(text)))
            .Append("</t></is></c>");
    }
}
