using System.Text;

namespace Entente.Foundation.Tables;

/// <summary>
/// OLE compound files: encrypted workbooks, workbooks and letters of the years before 2007. The names of the streams inside stand in
/// the directory in UTF-16, each at the start of an entry of 128 bytes; finding them needs no parser.
/// </summary>
internal static class CompoundFile
{
    private static readonly (string Stream, string Code)[] Known =
    [
        ("EncryptedPackage", TableCodes.Encrypted),
        ("Workbook", TableCodes.OldWorkbook),
        ("Book", TableCodes.OldWorkbook),
        ("WordDocument", TableCodes.OtherDocument),
        ("PowerPoint Document", TableCodes.OtherDocument),
    ];

    /// <summary>The code that tells best what the file is.</summary>
    public static string Code(Stream file)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var entry = new byte[128];
        file.Position = 0;
        while (file.ReadAtLeast(entry, entry.Length, throwOnEndOfStream: false) == entry.Length)
        {
            // An entry keeps the length of its name, with the closing NUL, in bytes 64 and 65.
            int length = entry[64] | (entry[65] << 8);
            if (length is > 2 and <= 64 && length % 2 == 0 && Ascii(entry.AsSpan(0, length - 2)))
            {
                names.Add(Encoding.Unicode.GetString(entry, 0, length - 2));
            }
        }

        return Array.Find(Known, known => names.Contains(known.Stream)).Code ?? TableCodes.OtherDocument;
    }

    private static bool Ascii(ReadOnlySpan<byte> name)
    {
        for (var at = 0; at < name.Length; at += 2)
        {
            if (name[at] is < 1 or > 126 || name[at + 1] != 0)
            {
                return false;
            }
        }

        return true;
    }
}
