using System.Globalization;
using System.Text;

namespace Entente.Foundation.Demo;

/// <summary>
/// A plain paper of the demonstration school as PDF (ISO 32000-1), to the byte the same on every loading. Latin lines are set in a standard
/// font, Han lines in Adobe's standard Song face, which readers bring themselves.
/// </summary>
public sealed class DemoPaper
{
    private const int LinesOnPage = 46;
    private const int LongestLatin = 92;
    private const int LongestHan = 44;

    private readonly List<(string Font, int Size, string Shown)> lines = [];

    /// <summary>The heading of the paper.</summary>
    public DemoPaper Heading(string text) => Latin("B", 15, text).Gap();

    /// <summary>The heading of a part.</summary>
    public DemoPaper Head(string text) => Gap().Latin("B", 11, text);

    /// <summary>A line of text in Latin letters.</summary>
    public DemoPaper Line(string text) => Latin("L", 10, text);

    /// <summary>An empty line.</summary>
    public DemoPaper Gap()
    {
        lines.Add(("L", 10, "()"));
        return this;
    }

    /// <summary>Chinese text, broken wherever a line is full.</summary>
    public DemoPaper Han(string text, int size = 10)
    {
        foreach (var part in text.Chunk(LongestHan))
            lines.Add(("H", size, "<" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(part)) + ">"));
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        var pages = lines.Chunk(LinesOnPage).ToList();
        var objects = new List<string>
        {
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Count {pages.Count}/Kids[{string.Join(' ', pages.Select((_, i) => $"{6 + 2 * i} 0 R"))}]>>",
            "<</L<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
                + "/B<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>"
                + "/H<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>>>",
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 5 0 R>>",
            "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
        };
        foreach (var (page, i) in pages.Select((p, i) => (p, i)))
        {
            objects.Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font 3 0 R>>/Contents {7 + 2 * i} 0 R>>");
            var shown = "BT 16 TL 56 790 Td\n" + string.Concat(page.Select(l => $"/{l.Font} {l.Size} Tf {l.Shown} Tj T*\n")) + "ET";
            objects.Add($"<</Length {Encoding.Latin1.GetByteCount(shown)}>>stream\n{shown}\nendstream");
        }

        return Written(objects);
    }

    private DemoPaper Latin(string font, int size, string text)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length >= LongestLatin * 10 / size) Put();
            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        Put();
        return this;

        void Put()
        {
            var safe = line.Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)").ToString();
            lines.Add((font, size, "(" + string.Concat(safe.Select(c => c <= 0xFF ? c : '?')) + ")"));
            line.Clear();
        }
    }

    private static byte[] Written(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (body, i) in objects.Select((b, i) => (b, i)))
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{body}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Count + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
