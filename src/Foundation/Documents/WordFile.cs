using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Entente.Foundation.Files;
using Entente.Foundation.Tables;
using Entente.Foundation.Tables.Xlsx;

namespace Entente.Foundation.Documents;

/// <summary>
/// A Word file with placeholders <c>{{ name }}</c> in its text, tables, headers and footers. Word cuts a placeholder into pieces as it
/// likes; they are read as one. A table row or paragraph with <c>{{? name }}</c> in it is left out where there is nothing; one that names a placeholder of a list stands once for each line. Files are looked through before anything in them is opened: parts, unpacked bytes, macros, document types.
/// </summary>
public static partial class WordFile
{
    /// <summary>What is taken: Word files without macros, 5 MB.</summary>
    public static FileRules Rules { get; } = new(5 * 1024 * 1024, [StoredKind.Docx]);

    private static readonly TableLimits Limits = TableLimits.Default with { MaxUnpackedBytes = 60 * 1024 * 1024, MaxParts = 500 };

    /// <summary>The text with its placeholders, a line for each paragraph.</summary>
    /// <exception cref="FileRefusedException">It cannot be opened safely.</exception>
    public static string TextOf(byte[] file)
    {
        Guard(file);
        using var stream = new MemoryStream(file);
        using var document = Open(stream, editable: false);
        return string.Join('\n', Paragraphs(document).Select(TextOf).Where(t => !string.IsNullOrWhiteSpace(t)));
    }

    /// <summary>The placeholders it names, those of them that must not stay empty, and what in it is none that is taken.</summary>
    public static (IReadOnlySet<string> Names, IReadOnlySet<string> Needed, string? Broken) PlaceholdersOf(string text)
    {
        var names = NamesIn(text).ToHashSet(StringComparer.Ordinal);
        var asked = Placeholder().Matches(text).Where(m => m.Groups["if"].Success).Select(m => m.Groups["name"].Value);
        var rest = Placeholder().Replace(text, "");
        var broken = rest.IndexOf("{%", StringComparison.Ordinal) is >= 0 and var tag ? tag : rest.IndexOf("{{", StringComparison.Ordinal);
        return (names, names.Except(asked, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal), broken < 0 ? null : rest[broken..Math.Min(rest.Length, broken + 40)].Split('\n')[0]);
    }

    /// <summary>The file with every placeholder filled.</summary>
    /// <param name="file">The template.</param>
    /// <param name="values">What the placeholders stand for.</param>
    /// <param name="stamp">Adds what stands at the foot; none for a preview.</param>
    internal static byte[] Fill(byte[] file, IReadOnlyDictionary<string, string> values, Action<WordprocessingDocument>? stamp = null)
    {
        Guard(file);
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var document = Open(stream, editable: true))
        {
            WordLines.Repeat(document, values);
            foreach (var paragraph in Paragraphs(document).ToList()) Fill(paragraph, values);
            stamp?.Invoke(document);
        }

        return stream.ToArray();
    }

    /// <summary>A value stands where its placeholder began, in the letters of that piece; what of the placeholder stood in later pieces goes.</summary>
    internal static void Fill(Paragraph paragraph, IReadOnlyDictionary<string, string> values)
    {
        var pieces = Pieces(paragraph).ToList();
        var whole = TextOf(paragraph);
        foreach (var match in Placeholder().Matches(whole).Reverse())
        {
            var at = 0;
            var placed = false;
            foreach (var piece in pieces)
            {
                var (start, end) = (at, at + piece.Text.Length);
                at = end;
                var (from, to) = (Math.Max(match.Index, start), Math.Min(match.Index + match.Length, end));
                if (from >= to) continue;
                piece.Text = piece.Text[..(from - start)] + (placed || match.Groups["if"].Success ? "" : values.GetValueOrDefault(match.Groups["name"].Value, "")) + piece.Text[(to - start)..];
                piece.Space = SpaceProcessingModeValues.Preserve;
                placed = true;
                if (match.Index + match.Length <= end) break;
            }
        }
    }

    /// <summary>The placeholders of a text.</summary>
    internal static IEnumerable<string> NamesIn(string text) => Placeholder().Matches(text).Select(m => m.Groups["name"].Value);

    /// <summary>The text of a paragraph.</summary>
    internal static string TextOf(Paragraph paragraph) => string.Concat(Pieces(paragraph).Select(t => t.Text));

    /// <summary>The first placeholder by which a paragraph is left out where there is nothing.</summary>
    internal static bool IsLeftOut(Paragraph paragraph, IReadOnlyDictionary<string, string> values) =>
        Placeholder().Matches(TextOf(paragraph)).Any(m => m.Groups["if"].Success && values.GetValueOrDefault(m.Groups["name"].Value, "").Length == 0);

    private static IEnumerable<Text> Pieces(Paragraph paragraph) => paragraph.Descendants<Text>().Where(t => t.Ancestors<Paragraph>().First() == paragraph);

    internal static IEnumerable<Paragraph> Paragraphs(WordprocessingDocument document)
    {
        var main = document.MainDocumentPart ?? throw new FileRefusedException("files.broken");
        OpenXmlElement?[] roots =
        [
            .. main.HeaderParts.Select(p => p.Header), main.Document?.Body, .. main.FooterParts.Select(p => p.Footer), main.FootnotesPart?.Footnotes, main.EndnotesPart?.Endnotes,
        ];
        return roots.OfType<OpenXmlElement>().SelectMany(r => r.Descendants<Paragraph>());
    }

    /// <summary>Reads every part to its end under the limits, so that no library meets what unpacks without end or names another file.</summary>
    private static void Guard(byte[] file)
    {
        try
        {
            using var stream = new MemoryStream(file);
            using var archive = new GuardedArchive(stream, Limits);
            var buffer = new byte[64 * 1024];
            foreach (var name in archive.Names.ToList())
            {
                if (name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) throw new FileRefusedException("files.macros");
                if (IsXml(name) && DeclaresType(archive, name)) throw new FileRefusedException("files.broken");
                using var part = archive.Open(name)!;
                while (part.Read(buffer) > 0)
                {
                    // The archive counts what comes out of it.
                }
            }
        }
        catch (Exception wrong) when (wrong is InvalidDataException or TableRefusedException or EndOfStreamException)
        {
            throw new FileRefusedException("files.broken");
        }
    }

    private static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static bool DeclaresType(GuardedArchive archive, string name)
    {
        using var part = archive.Open(name)!;
        var head = new byte[4_096];
        return Encoding.UTF8.GetString(head, 0, part.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)).Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
    }

    private static WordprocessingDocument Open(Stream stream, bool editable)
    {
        try
        {
            stream.Position = 0;
            return WordprocessingDocument.Open(stream, editable, new OpenSettings { MaxCharactersInPart = 20_000_000, AutoSave = true });
        }
        catch (Exception wrong) when (wrong is OpenXmlPackageException or InvalidDataException or FormatException or System.Xml.XmlException)
        {
            throw new FileRefusedException("files.broken");
        }
    }

    [GeneratedRegex(@"\{\{(?<if>\?)?\s*(?<name>[a-z][a-z0-9_]*)\s*\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
