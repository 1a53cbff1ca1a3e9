using System.IO.Compression;
using System.Text;

namespace Entente.Foundation.Files;

/// <summary>Judges what a file is by its content; its name only tells plain text from a table, and must not contradict.</summary>
internal static class ContentKind
{
    private const int HeadBytes = 8_192;
    private const int MostEntries = 20_000;

    /// <summary>The kind of the content.</summary>
    /// <exception cref="FileRefusedException">It is none that is stored, bears macros, or its name says otherwise.</exception>
    public static StoredKind Of(Stream content, string name, FileRules rules)
    {
        var head = Head(content);
        var ending = Path.GetExtension(name).ToLowerInvariant();
        var kind = OfHead(head) ?? (IsZip(head) ? OfArchive(content) : OfText(head, ending));
        if (kind is null || !rules.Kinds.Contains(kind)) throw new FileRefusedException("files.kind", rules.Names);
        if (ending.Length > 0 && !kind.Endings.Contains(ending)) throw new FileRefusedException("files.ending", ending, kind.Name);
        return kind;
    }

    private static StoredKind? OfHead(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF-"u8)) return StoredKind.Pdf;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return StoredKind.Png;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return StoredKind.Jpeg;
        return head.Length > 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) ? StoredKind.Webp : null;
    }

    private static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0003\u0004"u8);

    /// <summary>An office document is an archive; the names inside say which, and whether it bears macros. Nothing is unpacked.</summary>
    private static StoredKind? OfArchive(Stream content)
    {
        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MostEntries) return null;
            var names = archive.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) throw new FileRefusedException("files.macros");
            if (names.Contains("OFD.xml")) return StoredKind.Ofd;
            if (!names.Contains("[Content_Types].xml")) return IsOpenDocumentText(archive) ? StoredKind.Odt : null;
            return names.Contains("word/document.xml") ? StoredKind.Docx
                : names.Contains("xl/workbook.xml") ? StoredKind.Xlsx
                : names.Contains("ppt/presentation.xml") ? StoredKind.Pptx
                : null;
        }
        catch (InvalidDataException)
        {
            throw new FileRefusedException("files.broken");
        }
    }

    private static bool IsOpenDocumentText(ZipArchive archive)
    {
        if (archive.GetEntry("mimetype") is not { Length: > 0 and < 200 } entry) return false;
        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        return reader.ReadToEnd().Trim() == StoredKind.Odt.MediaType;
    }

    private static StoredKind? OfText(ReadOnlySpan<byte> head, string ending)
    {
        foreach (var value in head)
            if (value < 0x20 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f')) return null;
        return ending switch
        {
            ".txt" or "" => StoredKind.Text,
            ".csv" => StoredKind.Csv,
            ".eml" => StoredKind.Mail,
            _ => null,
        };
    }

    private static byte[] Head(Stream content)
    {
        content.Position = 0;
        var head = new byte[HeadBytes];
        return head[..content.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
    }
}
