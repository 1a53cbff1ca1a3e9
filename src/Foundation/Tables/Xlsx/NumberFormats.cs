using System.Globalization;
using System.Text;

namespace Entente.Foundation.Tables.Xlsx;

/// <summary>The number formats of a workbook's cell styles: in a sheet a date is a number that is only shown as one.</summary>
internal sealed class NumberFormats
{
    private const int MostStyles = 70_000;

    private readonly List<NumberFormat> _styles = [];

    public static NumberFormats Read(GuardedArchive archive, string? part)
    {
        var formats = new NumberFormats();
        var custom = new Dictionary<int, NumberFormat>();
        using var xml = part is null ? null : PartXml.Open(archive, part);
        var inCells = false;
        while (xml is not null && xml.Read())
        {
            switch (xml.LocalName)
            {
                case "numFmt" when Number(xml, "numFmtId") is { } id && xml.GetAttribute("formatCode") is { } code && custom.Count < MostStyles:
                    custom[id] = OfCode(code);
                    break;
                case "cellXfs":
                    inCells = xml.NodeType == System.Xml.XmlNodeType.Element;
                    break;
                case "xf" when inCells && xml.NodeType == System.Xml.XmlNodeType.Element && formats._styles.Count < MostStyles:
                    var format = Number(xml, "numFmtId") ?? 0;
                    formats._styles.Add(custom.TryGetValue(format, out var known) ? known : OfBuiltIn(format));
                    break;
            }
        }

        return formats;
    }

    public NumberFormat Of(int style) => style >= 0 && style < _styles.Count ? _styles[style] : NumberFormat.Number;

    /// <summary>
    /// Reads a format code such as <c>yyyy"年"m"月"d"日"</c>: quoted, escaped and bracketed parts are not placeholders, but [h] counts
    /// hours and is neither a date nor a time of day.
    /// </summary>
    internal static NumberFormat OfCode(string code)
    {
        var letters = new StringBuilder();
        for (var at = 0; at < code.Length && code[at] != ';'; at++)
        {
            switch (code[at])
            {
                case '"':
                    at = Past(code, '"', at);
                    break;
                case '[':
                    var end = Past(code, ']', at);
                    if (end == at + 2 && char.ToLowerInvariant(code[at + 1]) is 'h' or 'm' or 's')
                    {
                        return NumberFormat.Number;
                    }

                    at = end;
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                default:
                    letters.Append(char.ToLowerInvariant(code[at]));
                    break;
            }
        }

        var placeholders = letters.ToString();
        if (placeholders.Contains("general", StringComparison.Ordinal))
        {
            return NumberFormat.Number;
        }

        var clock = placeholders.AsSpan().IndexOfAny('h', 's') >= 0;
        return placeholders.AsSpan().IndexOfAny('y', 'd') >= 0 ? NumberFormat.Date
            : clock ? NumberFormat.Time
            : placeholders.Contains('m', StringComparison.Ordinal) ? NumberFormat.Date
            : NumberFormat.Number;
    }

    /// <summary>ECMA-376 part 1, 18.8.30, with the ids that Chinese, Japanese and Korean versions add.</summary>
    private static NumberFormat OfBuiltIn(int id) => id switch
    {
        (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => NumberFormat.Date,
        (>= 18 and <= 21) or (>= 32 and <= 35) or 45 or 47 or 55 or 56 => NumberFormat.Time,
        _ => NumberFormat.Number,
    };

    private static int Past(string code, char closing, int at) =>
        code.IndexOf(closing, at + 1) is var end and >= 0 ? end : code.Length;

    private static int? Number(System.Xml.XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
