using Entente.Foundation.Data;
using NodaTime;

namespace Entente.Foundation.Files;

/// <summary>What every room may know of a stored file.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Owner">The record it belongs to; whoever may read that may read the file, as the room's <see cref="IFileGuard"/> says.</param>
/// <param name="Name">Its name as it was sent, with the ending its content has.</param>
/// <param name="MediaType">What it is, judged by its content.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Hash">The SHA-256 of its content, 64 hexadecimal digits in lower case.</param>
/// <param name="UploadedAt">When it was stored.</param>
/// <param name="UploadedBy">The account that stored it; none for the house itself.</param>
public sealed record FileCard(
    Id<FileCard> Id, RecordRef Owner, string Name, string MediaType, long Size, string Hash, Instant UploadedAt, Guid? UploadedBy)
{
    /// <summary>Where it is downloaded.</summary>
    public string Address => "/files/" + Id;
}
