using System.Security.Cryptography;
using Entente.Foundation.Settings;

namespace Entente.Foundation.Files;

/// <summary>
/// The folder of contents: each stands once under its hash (<c>ab/cd/abcd…</c>), written beside, flushed to the disk and then renamed,
/// so that a crash leaves either the whole content or none.
/// </summary>
internal sealed class ContentFolder(EntenteSettings settings)
{
    private readonly string root = Path.GetFullPath(settings.Files);

    private string Incoming => Path.Combine(root, "incoming");

    public string PathOf(string hash) => Path.Combine(root, hash[..2], hash[2..4], hash);

    /// <summary>Receives a content beside its place; nothing is kept until <see cref="Received.KeepAsync"/>.</summary>
    /// <exception cref="FileRefusedException">It is empty or larger than allowed.</exception>
    public async Task<Received> ReceiveAsync(Stream content, FileRules rules, CancellationToken cancellation)
    {
        System.IO.Directory.CreateDirectory(Incoming);
        var path = Path.Combine(Incoming, Path.GetRandomFileName());
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[81_920];
            for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
            {
                if (file.Length + read > rules.MaxBytes) throw new FileRefusedException("files.large", rules.Megabytes);
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            if (file.Length == 0) throw new FileRefusedException("files.empty");
            return new Received(this, file, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            await file.DisposeAsync();
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Puts a received content in its place; one that is there already is kept and counts as new to the sweeper.</summary>
    private void Place(string received, string hash, DateTime now)
    {
        var path = PathOf(hash);
        if (Touch(path, now)) return;
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Touch(received, now);
        try
        {
            File.Move(received, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Somebody stored the same content in the same moment.
        }
    }

    private static bool Touch(string path, DateTime now)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, now);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Contents that nobody touched since a moment, by hash, a few thousand at a time.</summary>
    public IEnumerable<string> OlderThan(DateTime moment) => System.IO.Directory.Exists(root)
        ? System.IO.Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path).Length == 64 && File.GetLastWriteTimeUtc(path) < moment)
            .Select(path => Path.GetFileName(path)!)
        : [];

    /// <summary>Forgets what was received and never kept, because its process ended.</summary>
    public void ClearIncoming(DateTime before)
    {
        if (!System.IO.Directory.Exists(Incoming)) return;
        foreach (var path in System.IO.Directory.EnumerateFiles(Incoming).Where(p => File.GetLastWriteTimeUtc(p) < before)) File.Delete(path);
    }

    /// <summary>Takes a content away unless somebody stored it again meanwhile.</summary>
    public bool Sweep(string hash, DateTime untouchedSince)
    {
        var path = PathOf(hash);
        var aside = Path.Combine(Incoming, hash + ".swept");
        System.IO.Directory.CreateDirectory(Incoming);
        File.Move(path, aside, overwrite: true);
        if (File.GetLastWriteTimeUtc(aside) >= untouchedSince)
        {
            File.Move(aside, path, overwrite: true);
            return false;
        }

        File.Delete(aside);
        return true;
    }

    /// <summary>A content that stands beside its place.</summary>
    internal sealed class Received(ContentFolder folder, FileStream file, string hash) : IAsyncDisposable
    {
        public string Hash => hash;

        public Stream Content => file;

        public long Size { get; } = file.Length;

        /// <summary>Flushes it to the disk and gives it its place.</summary>
        public async Task KeepAsync(DateTime now)
        {
            file.Flush(flushToDisk: true);
            await file.DisposeAsync();
            folder.Place(file.Name, hash, now);
        }

        public async ValueTask DisposeAsync()
        {
            await file.DisposeAsync();
            File.Delete(file.Name);
        }
    }
}
