using Entente.Foundation.Data;

namespace Entente.Foundation.Files;

/// <summary>
/// Keeps files beside the database, by the hash of their content. The record of a file is written in the caller's transaction:
/// where that is undone, the file was never there, and its content is swept away some days later.
/// </summary>
public interface IFileStore
{
    /// <summary>Reads the content to its end, judges it, keeps it on the disk, and adds its record to the caller's next save.</summary>
    /// <exception cref="FileRefusedException">The file is empty, too large, or of a kind not taken; nothing was kept.</exception>
    Task<FileCard> AddAsync(NewFile file, CancellationToken cancellation);

    /// <summary>The files of a record, the oldest first.</summary>
    Task<IReadOnlyList<FileCard>> OfAsync(RecordRef owner, CancellationToken cancellation);

    /// <summary>The files of many records of a kind, in one query.</summary>
    Task<ILookup<Guid, FileCard>> OfAsync(string kind, IReadOnlyCollection<Guid> owners, CancellationToken cancellation);

    /// <summary>The files listed, those that exist, in one query.</summary>
    Task<IReadOnlyDictionary<Id<FileCard>, FileCard>> FindAsync(IReadOnlyCollection<Id<FileCard>> files, CancellationToken cancellation);

    /// <summary>Takes a file's record away with the caller's next save; its content goes when no other record has the same.</summary>
    Task RemoveAsync(Id<FileCard> file, CancellationToken cancellation);

    /// <summary>Opens a file's content for reading. Whether the viewer may read it, the caller has checked.</summary>
    /// <exception cref="FileNotFoundException">The content is not in the folder of files: it was not restored with the database.</exception>
    Stream Open(FileCard file);
}

/// <summary>A file to be stored.</summary>
/// <param name="Owner">The record it belongs to.</param>
/// <param name="Name">Its name as it was sent; a path before it is dropped.</param>
/// <param name="Content">Its content, read once from where it stands.</param>
/// <param name="Rules">What is taken.</param>
public sealed record NewFile(RecordRef Owner, string Name, Stream Content, FileRules Rules);

/// <summary>
/// A room says for its records who may read their files; registered scoped. A file whose kind of record has no guard is read by nobody.
/// </summary>
public interface IFileGuard
{
    /// <summary>The kind of record, as in <see cref="RecordRef.Kind"/>.</summary>
    string Kind { get; }

    /// <summary>Whether the viewer may read the files of the record.</summary>
    Task<bool> MayReadAsync(RecordRef owner, Access.Viewer viewer, CancellationToken cancellation);
}

/// <summary>A file is not taken; the sentence is a text key, to be shown next to the field that sent it.</summary>
public sealed class FileRefusedException(string textKey, params object?[] args) : Exception(textKey)
{
    /// <summary>The key of the sentence that says what to change.</summary>
    public string TextKey { get; } = textKey;

    /// <summary>What fills the sentence's places.</summary>
    public IReadOnlyList<object?> Args { get; } = args;
}
