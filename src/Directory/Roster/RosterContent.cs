using System.IO.Compression;
using Entente.Directory.Model;
using Entente.Foundation.Commands;
using Entente.Foundation.Tables;
using Entente.Foundation.Texts;

namespace Entente.Directory.Roster;

/// <summary>One file of a roster.</summary>
internal sealed record RosterContent(string Name, byte[] Bytes)
{
    private static readonly string[] Endings = [".csv", ".txt", ".tsv", ".xlsx"];

    /// <summary>The names of several, short enough to be kept.</summary>
    public static string NamesOf(IReadOnlyList<RosterContent> files)
    {
        var names = string.Join(" · ", files.Select(f => f.Name));
        return names.Length <= RosterRun.LongestFiles ? names : names[..(RosterRun.LongestFiles - 1)] + "…";
    }

    /// <summary>Reads a file, or the tables of a folder by name.</summary>
    /// <exception cref="RefusedException">There is none, or one is too large.</exception>
    public static async Task<IReadOnlyList<RosterContent>> ReadAsync(string place, TextCatalog texts, CancellationToken cancellation)
    {
        var paths = System.IO.Directory.Exists(place)
            ? [.. System.IO.Directory.EnumerateFiles(place).Where(f => Endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase) && !Path.GetFileName(f).StartsWith('.')).Order(StringComparer.Ordinal)]
            : File.Exists(place) ? new List<string> { place } : [];
        if (paths.Count == 0) throw new RefusedException(texts["roster.refused.no-file", place]);
        var files = new List<RosterContent>();
        foreach (var path in paths)
        {
            if (new FileInfo(path).Length > TableLimits.Default.MaxFileBytes)
                throw new RefusedException(texts["tables." + TableCodes.FileTooLarge, TableLimits.Default.MaxFileBytes / 1024 / 1024]);
            files.Add(new(Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellation)));
        }

        return files;
    }

    /// <summary>As it is kept while somebody decides.</summary>
    public RosterFile Kept(Id<RosterRun> run)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(Bytes);
        return new() { RunId = run, Name = Name.Length <= 200 ? Name : Name[^200..], Packed = packed.ToArray() };
    }

    public static RosterContent Of(RosterFile kept)
    {
        using var brotli = new BrotliStream(new MemoryStream(kept.Packed), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        brotli.CopyTo(bytes);
        return new(kept.Name, bytes.ToArray());
    }
}
