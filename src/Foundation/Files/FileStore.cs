using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Files;

/// <inheritdoc cref="IFileStore"/>
internal sealed class FileStore(AppDbContext db, ContentFolder folder) : IFileStore
{
    public async Task<FileCard> AddAsync(NewFile file, CancellationToken cancellation)
    {
        var name = FileNames.Clean(file.Name);
        await using var received = await folder.ReceiveAsync(file.Content, file.Rules, cancellation);
        var kind = ContentKind.Of(received.Content, name, file.Rules);
        var stored = new StoredFile
        {
            Hash = received.Hash,
            Size = received.Size,
            Name = FileNames.WithEnding(name, kind),
            MediaType = kind.MediaType,
            OwnerKind = file.Owner.Kind,
            OwnerKey = file.Owner.Key,
            UploadedAt = db.Write.Now,
            UploadedBy = db.Write.Viewer.Account,
        };
        await received.KeepAsync(db.Write.Now.ToDateTimeUtc());
        db.Add(stored);
        return stored.Card;
    }

    public async Task<IReadOnlyList<FileCard>> OfAsync(RecordRef owner, CancellationToken cancellation) =>
        [.. (await OfAsync(owner.Kind, [owner.Key], cancellation))[owner.Key]];

    public async Task<ILookup<Guid, FileCard>> OfAsync(string kind, IReadOnlyCollection<Guid> owners, CancellationToken cancellation)
    {
        var files = await db.Set<StoredFile>().AsNoTracking().Where(f => f.OwnerKind == kind && owners.Contains(f.OwnerKey))
            .OrderBy(f => f.UploadedAt).ThenBy(f => f.Id).ToListAsync(cancellation);
        return files.ToLookup(f => f.OwnerKey, f => f.Card);
    }

    public async Task<IReadOnlyDictionary<Id<FileCard>, FileCard>> FindAsync(IReadOnlyCollection<Id<FileCard>> files, CancellationToken cancellation) =>
        (await db.Set<StoredFile>().AsNoTracking().Where(f => files.Contains(f.Id)).ToListAsync(cancellation)).ToDictionary(f => f.Id, f => f.Card);

    public async Task RemoveAsync(Id<FileCard> file, CancellationToken cancellation)
    {
        if (await db.Set<StoredFile>().SingleOrDefaultAsync(f => f.Id == file, cancellation) is { } stored) db.Remove(stored);
    }

    public Stream Open(FileCard file) => new FileStream(
        folder.PathOf(file.Hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 64 * 1024, useAsync: true);
}

/// <summary>Names of files as they are kept.</summary>
internal static class FileNames
{
    /// <summary>The name without a path, control characters and what file systems refuse; at most 200 characters with its ending.</summary>
    public static string Clean(string sent)
    {
        var name = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.Normalize(System.Text.NormalizationForm.FormC)
            .Select(c => char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format || "<>:\"|?*".Contains(c, StringComparison.Ordinal) ? ' ' : c));
        name = string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        if (name.Length == 0) return "file";
        var ending = Path.GetExtension(name);
        return name.Length <= StoredFile.LongestName ? name : name[..(StoredFile.LongestName - ending.Length)] + ending;
    }

    public static string WithEnding(string name, StoredKind kind) =>
        Path.HasExtension(name) ? name : name[..Math.Min(name.Length, StoredFile.LongestName - 6)] + kind.Endings[0];
}
