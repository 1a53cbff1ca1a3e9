using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Entente.Foundation.Commands;
using Entente.Foundation.Files;
using Entente.Foundation.Keys;
using Entente.Foundation.Settings;

namespace Entente.Foundation.Copies;

/// <summary>
/// Puts a backup back. Everything is unpacked beside its place and held against its fingerprint first; then files and keys are put in place, and the
/// database last, so that a fall leaves no database without its files.
/// </summary>
internal sealed class BackupReading(EntenteSettings settings, DatabaseCopy database, MoveToPostgres moving, IKeyPlace keys)
{
    /// <exception cref="RefusedException">It is no whole backup of a database of this kind, or something stands where it would be put.</exception>
    public async Task<BackupManifest> RestoreAsync(string file, CancellationToken cancellation)
    {
        if (!File.Exists(file)) throw new RefusedException($"There is no file '{file}'.");
        await database.NeedRoomAsync(cancellation);
        var beside = System.IO.Directory.CreateDirectory(Path.Combine(Path.GetFullPath(settings.Files), "restoring-" + Path.GetRandomFileName()));
        try
        {
            await using var archive = await ZipFile.OpenReadAsync(file, cancellation);
            var manifest = await ManifestAsync(archive, file, cancellation);
            foreach (var (name, hash) in manifest.Parts) await UnpackAsync(archive, name, hash, beside.FullName, cancellation);
            await PutAsync(manifest, beside.FullName, cancellation);
            return manifest;
        }
        catch (InvalidDataException)
        {
            throw Broken(file);
        }
        finally
        {
            beside.Delete(recursive: true);
        }
    }

    private async Task<BackupManifest> ManifestAsync(ZipArchive archive, string file, CancellationToken cancellation)
    {
        if (archive.GetEntry(BackupManifest.Name) is not { } entry) throw Broken(file);
        BackupManifest? manifest;
        try
        {
            await using var read = await entry.OpenAsync(cancellation);
            manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(read, cancellationToken: cancellation);
        }
        catch (JsonException)
        {
            throw Broken(file);
        }

        if (manifest?.Parts is null || !manifest.Parts.ContainsKey(BackupManifest.DatabasePart) || manifest.Parts.Keys.Any(n => !IsKnown(n))) throw Broken(file);
        if (manifest.Format > BackupManifest.CurrentFormat) throw new RefusedException("The backup was written by a newer Entente. Restore it with that one.");
        return manifest.Engine == database.Engine || IsMoved(manifest)
            ? manifest
            : throw new RefusedException($"The backup is of {manifest.Engine}, and Entente__Database names {database.Engine}.");
    }

    /// <summary>Only names that a backup gives: none leads out of its folder.</summary>
    private static bool IsKnown(string name) =>
        name is BackupManifest.DatabasePart or BackupManifest.CheckpointsPart
        || name.StartsWith(BackupManifest.FilesFolder, StringComparison.Ordinal) && name[BackupManifest.FilesFolder.Length..] is { Length: 64 } hash && hash.All(char.IsAsciiHexDigitLower)
        || name.StartsWith(BackupManifest.KeysFolder, StringComparison.Ordinal) && name[BackupManifest.KeysFolder.Length..] is { Length: > 0 } key
            && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && !key.Contains("..", StringComparison.Ordinal);

    private static async Task UnpackAsync(ZipArchive archive, string name, string expected, string folder, CancellationToken cancellation)
    {
        if (archive.GetEntry(name) is not { } entry) throw new InvalidDataException(name);
        var path = PathIn(folder, name);
        await using (var read = await entry.OpenAsync(cancellation))
        await using (var write = new FileStream(path, FileMode.CreateNew))
        {
            await read.CopyToAsync(write, cancellation);
        }

        await using var written = File.OpenRead(path);
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancellation)) != expected) throw new InvalidDataException(name);
    }

    private async Task PutAsync(BackupManifest manifest, string folder, CancellationToken cancellation)
    {
        var contents = new ContentFolder(settings);
        foreach (var name in manifest.Parts.Keys.Where(n => n.StartsWith(BackupManifest.FilesFolder, StringComparison.Ordinal)))
        {
            var place = contents.PathOf(name[BackupManifest.FilesFolder.Length..]);
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(PathIn(folder, name), place, overwrite: true);
        }

        foreach (var name in manifest.Parts.Keys.Where(n => n.StartsWith(BackupManifest.KeysFolder, StringComparison.Ordinal)))
            keys.Add(name[BackupManifest.KeysFolder.Length..], await File.ReadAllTextAsync(PathIn(folder, name), cancellation));
        var checkpoints = PathIn(folder, BackupManifest.CheckpointsPart);
        if (File.Exists(checkpoints) && !File.Exists(settings.Checkpoints)) File.Move(checkpoints, settings.Checkpoints);
        var stored = PathIn(folder, BackupManifest.DatabasePart);
        await (IsMoved(manifest) ? moving.MoveAsync(stored, cancellation) : database.PutAsync(stored, cancellation));
    }

    /// <summary>Whether the installation grows from SQLite to PostgreSQL.</summary>
    private bool IsMoved(BackupManifest manifest) => manifest.Engine == DatabaseCopy.Sqlite && settings.IsPostgres;

    private static string PathIn(string folder, string name) => Path.Combine(folder, name.Replace('/', '-'));

    private static RefusedException Broken(string file) => new($"'{file}' is no whole backup of Entente: it cannot be read to the end or was changed.");
}
