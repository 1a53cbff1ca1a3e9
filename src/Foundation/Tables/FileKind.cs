using System.Text;
using System.Text.RegularExpressions;

namespace Entente.Foundation.Tables;

/// <summary>Tells by a file's content, and only then by its name, what it is.</summary>
internal static partial class FileKind
{
    private const int HeadBytes = 8_192;

    private static readonly (byte[] Magic, string Code)[] Magics =
    [
        ("%PDF"u8.ToArray(), TableCodes.PdfFile),
        ([0x89, .. "PNG"u8], TableCodes.Picture),
        ([0xFF, 0xD8, 0xFF], TableCodes.Picture),
        ("GIF8"u8.ToArray(), TableCodes.Picture),
        ([.. "II*"u8, 0], TableCodes.Picture),
        ([.. "MM"u8, 0, (byte)'*'], TableCodes.Picture),
        ([0x09, 0x08, 0x10, 0x00], TableCodes.OldWorkbook),
        ([0x09, 0x04, 0x06, 0x00], TableCodes.OldWorkbook),
        ([0x09, 0x02, 0x06, 0x00], TableCodes.OldWorkbook),
        ([0x09, 0x00, 0x04, 0x00], TableCodes.OldWorkbook),
        ("{\\rtf"u8.ToArray(), TableCodes.OtherDocument),
        ("Rar!"u8.ToArray(), TableCodes.BinaryFile),
        ("7z\u00BC\u00AF"u8.ToArray(), TableCodes.BinaryFile),
        ([0x1F, 0x8B], TableCodes.BinaryFile),
        ("MZ\u0090"u8.ToArray(), TableCodes.BinaryFile),
        ([0x7F, .. "ELF"u8], TableCodes.BinaryFile),
    ];

    /// <exception cref="TableRefusedException">It is something that is not read.</exception>
    public static TableFormat Of(Stream file, string fileName, FindingList findings)
    {
        var head = Head(file);
        foreach (var (magic, code) in Magics)
        {
            if (head.AsSpan().StartsWith(magic))
            {
                throw new TableRefusedException(code);
            }
        }

        if (head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new TableRefusedException(CompoundFile.Code(file));
        }

        var extension = Path.GetExtension(fileName.Trim()).ToLowerInvariant();
        var format = head is [(byte)'P', (byte)'K', < 9, < 9, ..] ? TableFormat.Xlsx : TableFormat.Csv;
        if (format == TableFormat.Csv)
        {
            RefuseNonText(head);
        }

        RefuseByName(extension);
        if (format == TableFormat.Xlsx ? extension is not ".xlsx" : extension is ".xlsx" or ".xls")
        {
            findings.File(Severity.Warning, TableCodes.NameMismatch, extension, format == TableFormat.Xlsx ? "XLSX" : "CSV");
        }

        return format;
    }

    private static void RefuseByName(string extension)
    {
        var code = extension switch
        {
            ".xlsx" or ".xls" or ".csv" or ".tsv" or ".txt" => null,
            ".xlsm" or ".xltm" or ".xlam" => TableCodes.Macros,
            ".xlsb" => TableCodes.BinaryWorkbook,
            ".ods" => TableCodes.OpenDocument,
            _ => TableCodes.UnknownExtension,
        };
        if (code is not null)
        {
            throw new TableRefusedException(code, string.Equals(code, TableCodes.UnknownExtension, StringComparison.Ordinal) ? [extension] : []);
        }
    }

    private static void RefuseNonText(byte[] head)
    {
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return;
        }

        var controls = head.Count(value => value < 0x20 && value is not (0 or 9 or 10 or 12 or 13 or 26));
        var nuls = head.Count(value => value == 0);
        if (controls * 20 > head.Length || (nuls * 10 > head.Length && !LooksLikeUtf16(head, nuls)))
        {
            throw new TableRefusedException(TableCodes.BinaryFile);
        }

        if (nuls * 10 > head.Length)
        {
            throw TableRefusedException.At(1, TableCodes.WrongEncoding);
        }

        if (Markup().IsMatch(Encoding.Latin1.GetString(head, 0, Math.Min(head.Length, 1_024))))
        {
            throw new TableRefusedException(TableCodes.WebPage);
        }
    }

    private static bool LooksLikeUtf16(byte[] head, int nuls)
    {
        var even = 0;
        for (var at = 0; at < head.Length; at += 2)
        {
            even += head[at] == 0 ? 1 : 0;
        }

        return even == 0 || even == nuls;
    }

    private static byte[] Head(Stream file)
    {
        file.Position = 0;
        var head = new byte[HeadBytes];
        return head[..file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
    }

    [GeneratedRegex(@"^(\u00EF\u00BB\u00BF)?\s*(<!--|<!doctype|<\?xml|<(html|head|meta|table|body|div|style|script)\b|mime-version:)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Markup();
}
