using System.IO.Compression;
using System.Text;

namespace Entente.Foundation.Tests.Files;

/// <summary>Small files of every kind, made here.</summary>
internal static class SampleFiles
{
    public static byte[] Pdf(string text = "hello") => Encoding.ASCII.GetBytes("%PDF-1.7\n% " + text + "\n%%EOF\n");

    public static byte[] Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0];

    public static byte[] Jpeg => [0xFF, 0xD8, 0xFF, 0xE0, 0, 0];

    public static byte[] Archive(params (string Name, string Content)[] entries)
    {
        using var written = new MemoryStream();
        using (var archive = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return written.ToArray();
    }

    public static byte[] Docx(params string[] more) =>
        Archive([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document/>"), .. more.Select(m => (m, "x"))]);
}
