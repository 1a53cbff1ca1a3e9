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
        var entries = Open(file, Path.GetFileName(path).ToLowerInvariant()).GetAsyncEnumerator();
        await using (entries)
        {
            while (await NextAsync(entries, Path.GetFileName(path))) yield return entries.Current;
        }
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
        ".gz" => Open(new MeasuredStream(new GZipStream(file, CompressionMode.Decompress), MostUnpacked), name[..^3]),
        ".json" => RorDump.ReadAsync(file),
        ".tsv" => Each(OrganisationTable.ReadLines(file, texts)),
        ".csv" or ".xlsx" => Each(OfTable(file, name)),
        _ => throw new RefusedException(texts["organisations.import.ending", name]),
    };

    private IEnumerable<RawOrganisation> OfTable(Stream file, string name)
    {
        using var table = TableReader.Open(file, name, Limits);
        foreach (var raw in OrganisationTable.ReadTable(table, texts)) yield return raw;
    }

    private static async IAsyncEnumerable<RawOrganisation> Each(IEnumerable<RawOrganisation> entries)
    {
        await Task.CompletedTask;
        foreach (var entry in entries) yield return entry;
    }
}
