using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Entente.Foundation.Commands;
using Entente.Foundation.Keys;
using Entente.Foundation.Settings;
using NodaTime;
using NodaTime.Text;

namespace Entente.Foundation.Copies;

/// <summary>
/// Writes a backup. The checkpoints are read first: each is written after its rows, so that the copy of the database has the rows of every one.
/// The database is copied next: a file it names is on the disk before the row that names it, and swept long after, so that everything the copy
/// names is found.
/// </summary>
internal sealed class BackupWriting(EntenteSettings settings, DatabaseCopy database, IKeyPlace keys, IClock clock)
{
    /// <exception cref="RefusedException">A file of the name is there, or it cannot be written.</exception>
    public async Task<BackupManifest> WriteAsync(string file, bool withKeys, CancellationToken cancellation)
    {
        var target = Path.GetFullPath(file);
        if (File.Exists(target)) throw new RefusedException($"There is a file '{file}' already.");
        var (copy, unfinished) = (target + ".database", target + ".unfinished");
        try
        {
            var checkpoints = await CheckpointsAsync(cancellation);
            await database.TakeAsync(copy, cancellation);
            var manifest = await PackAsync(unfinished, copy, checkpoints, withKeys, cancellation);
            File.Move(unfinished, target, overwrite: false);
            return manifest;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The backup cannot be written: {error.Message}");
        }
        finally
        {
            File.Delete(copy);
            File.Delete(unfinished);
        }
    }

    private async Task<BackupManifest> PackAsync(string file, string copy, byte[]? checkpoints, bool withKeys, CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var stream = new FileStream(file, options);
        var manifest = new BackupManifest(BackupManifest.CurrentFormat, database.Engine, InstantPattern.General.Format(clock.GetCurrentInstant()), new(StringComparer.Ordinal));
        await using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            await AddAsync(archive, manifest, BackupManifest.DatabasePart, File.OpenRead(copy), cancellation);
            if (checkpoints is not null) await AddAsync(archive, manifest, BackupManifest.CheckpointsPart, new MemoryStream(checkpoints), cancellation);
            foreach (var stored in Contents()) await AddAsync(archive, manifest, BackupManifest.FilesFolder + Path.GetFileName(stored), Shared(stored), cancellation);
            foreach (var (name, text) in withKeys && settings.Keys != KeysSetup.InDatabase ? keys.Read("") : [])
                await AddAsync(archive, manifest, BackupManifest.KeysFolder + name, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), cancellation);
            await using var last = await archive.CreateEntry(BackupManifest.Name).OpenAsync(cancellation);
            await JsonSerializer.SerializeAsync(last, manifest, cancellationToken: cancellation);
        }

        stream.Flush(flushToDisk: true);
        return manifest;
    }

    /// <summary>The lines of the file of checkpoints as they stand now; none where there is no file.</summary>
    private async Task<byte[]?> CheckpointsAsync(CancellationToken cancellation)
    {
        if (!File.Exists(settings.Checkpoints)) return null;
        using var read = new MemoryStream();
        await using var file = Shared(settings.Checkpoints);
        await file.CopyToAsync(read, cancellation);
        var bytes = read.ToArray();
        return bytes[..(Array.LastIndexOf(bytes, (byte)'\n') + 1)];
    }

    /// <summary>The stored contents: files named by their SHA-256, not those still arriving.</summary>
    private IEnumerable<string> Contents() => System.IO.Directory.Exists(settings.Files)
        ? System.IO.Directory.EnumerateFiles(settings.Files, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) is { Length: 64 } name && name.All(char.IsAsciiHexDigitLower)).Order(StringComparer.Ordinal)
        : [];

    private static FileStream Shared(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static async Task AddAsync(ZipArchive archive, BackupManifest manifest, string name, Stream content, CancellationToken cancellation)
    {
        await using var read = content;
        await using var part = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellation);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81_920];
        for (int some; (some = await read.ReadAsync(buffer, cancellation)) > 0;)
        {
            hash.AppendData(buffer, 0, some);
            await part.WriteAsync(buffer.AsMemory(0, some), cancellation);
        }

        manifest.Parts[name] = Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
