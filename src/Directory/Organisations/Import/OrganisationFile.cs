using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Entente.Foundation.Commands;
using Entente.Foundation.Tables;
using Entente.Foundation.Texts;

namespace Entente.Directory.Organisations.Import;

/// <summary>A file of organisations of any kind that is taken: by its ending, packed or not.</summary>
internal sealed class OrganisationFile(TextCatalog texts)
{
    /// <summary>Bytes a packed file may unpack to: some ten times ROR's whole dump.</summary>
    private const long MostUnpacked = 4L << 30;

    private static readonly TableLimits Limits = TableLimits.Default with { MaxFileBytes = 200L << 20, MaxRows = 400_000, MaxUnpackedBytes = 800L << 20 };

    /// <summary>Every organisation of the file.</summary>
    /// <exception cref="RefusedException">The file cannot be read.</exception>
    public async IAsyncEnumerable<RawOrganisation> ReadAsync(string path)
    {
        await using var file = File.OpenRead(path);
        await using var entries = Each(file, Path.GetFileName(path).ToLowerInvariant()).GetAsyncEnumerator();
        while (await NextAsync(entries, Path.GetFileName(path))) yield return entries.Current;
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<RawOrganisation> entries, string name)
    {
        try
        {
            return await entries.MoveNextAsync();
        }
        catch (InvalidDataException)
        {
            throw new RefusedException(texts["organisations.import.damaged", name]);
        }
        catch (JsonException json)
        {
            throw new RefusedException(texts["organisations.import.json", name, (json.LineNumber ?? 0) + 1, json.Path ?? "$"]);
        }
        catch (DecoderFallbackException)
        {
            throw new RefusedException(texts["organisations.import.encoding", name]);
        }
    }

    private IAsyncEnumerable<RawOrganisation> Open(Stream file, string name) => Path.GetExtension(name) switch
    {
        ".gz" => Open(Unpacked(file), name[..^3]),
        ".json" => RorDump.ReadAsync(file),
        ".tsv" => Each(OrganisationTable.ReadLines(file, texts)),
        ".csv" or ".xlsx" => Each(OfTable(file, name)),
        _ => throw new RefusedException(texts["organisations.import.ending", name]),
    };

    /// <summary>The end of a gzip file tells how much it holds (RFC 1952); one that was cut off unpacks to less.</summary>
    private static MeasuredStream Unpacked(Stream file)
    {
        var size = new byte[4];
        if (file.Length < size.Length) throw new InvalidDataException("The file is too short to be packed.");
        file.Seek(-size.Length, SeekOrigin.End);
        file.ReadExactly(size);
        file.Position = 0;
        return new(new GZipStream(file, CompressionMode.Decompress), BinaryPrimitives.ReadUInt32LittleEndian(size), MostUnpacked);
    }

    private IEnumerable<RawOrganisation> OfTable(Stream file, string name)
    {
        using var table = TableReader.Open(file, name, Limits);
        foreach (var raw in OrganisationTable.ReadTable(table, texts)) yield return raw;
    }

    private async IAsyncEnumerable<RawOrganisation> Each(Stream file, string name)
    {
        await foreach (var entry in Open(file, name)) yield return entry;
    }

    private static async IAsyncEnumerable<RawOrganisation> Each(IEnumerable<RawOrganisation> entries)
    {
        await Task.CompletedTask;
        foreach (var entry in entries) yield return entry;
    }
}
