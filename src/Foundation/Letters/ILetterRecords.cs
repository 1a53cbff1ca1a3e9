using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;

namespace Entente.Foundation.Letters;

/// <summary>
/// Tells whom one writes to about a room's records, and what placeholders of a letter stand for. The kind's name is the text
/// <c>letters.kind.{kind}</c>, a placeholder's meaning <c>letters.field.{field}</c>.
/// </summary>
public interface ILetterRecords
{
    /// <summary>The kind of record: <c>partners.partner</c>.</summary>
    string Kind { get; }

    /// <summary>The placeholders this kind fills, beside those of every letter.</summary>
    IReadOnlyList<string> Fields { get; }

    /// <summary>Whom to write to about each record; records the viewer may not see are left out, records with nobody have no address.</summary>
    Task<IReadOnlyList<LetterAddressee>> AddresseesAsync(IReadOnlyCollection<Guid> keys, Viewer viewer, CancellationToken cancellation);

    /// <summary>The addresses known of each record's people, in lower case, to tell a known sender.</summary>
    Task<ILookup<Guid, string>> AddressesAsync(IReadOnlyCollection<Guid> keys, CancellationToken cancellation);
}

/// <summary>Whom to write to about a record.</summary>
/// <param name="Record">The record.</param>
/// <param name="Title">Its name.</param>
/// <param name="Person">The person, where known.</param>
/// <param name="Name">The name to write to.</param>
/// <param name="Email">The address; none: nobody there has one.</param>
/// <param name="Language">The language to write in.</param>
/// <param name="Values">What the kind's placeholders stand for; empty where there is nothing.</param>
public sealed record LetterAddressee(
    Guid Record, LocalizedText Title, Guid? Person, string Name, string? Email, Language Language, IReadOnlyDictionary<string, LocalizedText> Values);

/// <summary>Told when a mail from outside was filed at a record; heard by the room that owns it.</summary>
/// <param name="Record">The record.</param>
/// <param name="On">The day it was written.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="From">Who wrote it.</param>
/// <param name="By">The account that filed it.</param>
/// <param name="Unit">The unit it was filed for.</param>
public sealed record LetterReplyFiled(RecordRef Record, DateOnly On, string Subject, string From, Guid? By, Guid Unit);
