using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Texts;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Letters;

/// <summary>Writes letters: drafts with their recipients, what would go out, and the sending. A save of its own where it says so.</summary>
public sealed class Letters(AppDbContext db, IEnumerable<ILetterRecords> kinds)
{
    /// <summary>The most recipients of one letter.</summary>
    public const int MostRecipients = 5_000;

    /// <summary>The placeholders of every letter.</summary>
    public static IReadOnlyList<string> CommonFields { get; } = ["name", "record", "sender", "today"];

    /// <summary>The kinds of records one can write about.</summary>
    public ILetterRecords? Kind(string kind) => kinds.FirstOrDefault(k => k.Kind == kind);

    /// <summary>The placeholders of a kind.</summary>
    public IReadOnlySet<string> FieldsOf(string kind) => CommonFields.Concat(Kind(kind)?.Fields ?? []).ToHashSet(StringComparer.Ordinal);

    /// <summary>Begins a letter about some records; saves. Records without anybody to write to stand in it, so that they are seen.</summary>
    public async Task<Id<LetterTag>> BeginAsync(
        ILetterRecords kind, IReadOnlyCollection<Guid> keys, Guid unit, LocalizedText subject, LocalizedText body, Viewer viewer, CancellationToken cancellation)
    {
        var letter = new Letter
        {
            RecordKind = kind.Kind,
            Subject = subject,
            Body = body,
            Unit = unit,
            MadeBy = viewer.Account,
            MadeByName = viewer.Name,
            CreatedAt = db.Write.Now,
        };
        db.Add(letter);
        foreach (var to in await kind.AddresseesAsync(keys, viewer, cancellation))
        {
            db.Add(new LetterRecipient
            {
                Id = Guid.CreateVersion7(),
                LetterId = letter.Id,
                RecordKey = to.Record,
                Person = to.Person,
                Name = to.Name,
                Email = to.Email?.ToLowerInvariant(),
                Language = to.Language.Tag,
            });
        }

        await db.SaveChangesAsync(cancellation);
        return letter.Id;
    }

    /// <summary>Keeps what was written of a draft; saves.</summary>
    /// <returns>Whether it is still a draft the viewer may change.</returns>
    public Task<bool> WriteAsync(Id<LetterTag> id, LocalizedText subject, LocalizedText body, Viewer viewer, CancellationToken cancellation) =>
        ChangeAsync(id, letter => (letter.Subject, letter.Body) = (subject, body), viewer, cancellation);

    /// <summary>Throws a draft away; saves.</summary>
    public Task<bool> DiscardAsync(Id<LetterTag> id, Viewer viewer, CancellationToken cancellation) =>
        ChangeAsync(id, letter => letter.DiscardedAt = db.Write.Now, viewer, cancellation);

    /// <summary>Takes one recipient out of a draft; saves.</summary>
    public async Task<bool> LeaveOutAsync(Id<LetterTag> id, Guid recipient, Viewer viewer, CancellationToken cancellation)
    {
        if (await DraftAsync(id, viewer, cancellation) is null) return false;
        return await db.Set<LetterRecipient>().Where(r => r.LetterId == id && r.Id == recipient).ExecuteDeleteAsync(cancellation) > 0;
    }

    /// <summary>Sends a letter to every recipient that has an address, later and once each; saves. Sent twice it goes once.</summary>
    public Task<bool> SendAsync(Id<LetterTag> id, Viewer viewer, CancellationToken cancellation) => ChangeAsync(
        id,
        letter =>
        {
            letter.SentAt = db.Write.Now;
            db.Enqueue(new SendLetter(letter.Id.Value), letter.Id.ToString());
        },
        viewer, cancellation);

    /// <summary>What each recipient would get, and what stands against it.</summary>
    public async Task<LetterPreview?> PreviewAsync(Id<LetterTag> id, Viewer viewer, CancellationToken cancellation)
    {
        var letter = await db.Set<Letter>().VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, cancellation);
        if (letter is null || Kind(letter.RecordKind) is not { } kind) return null;
        var recipients = await db.Set<LetterRecipient>().AsNoTracking().Where(r => r.LetterId == id).OrderBy(r => r.Id).ToListAsync(cancellation);
        return await LetterWriting.PreviewAsync(letter, recipients, kind, FieldsOf(letter.RecordKind), db.Write.Now, cancellation);
    }

    private Task<Letter?> DraftAsync(Id<LetterTag> id, Viewer viewer, CancellationToken cancellation) =>
        db.Set<Letter>().VisibleTo(viewer).SingleOrDefaultAsync(l => l.Id == id && l.SentAt == null && l.DiscardedAt == null, cancellation);

    private async Task<bool> ChangeAsync(Id<LetterTag> id, Action<Letter> change, Viewer viewer, CancellationToken cancellation)
    {
        if (await DraftAsync(id, viewer, cancellation) is not { } letter) return false;
        change(letter);
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}

/// <summary>What would go out.</summary>
/// <param name="Problems">What is wrong with the text itself: field, text key, argument.</param>
/// <param name="Recipients">Each recipient with what they get or why not.</param>
public sealed record LetterPreview(IReadOnlyList<(string Field, string Key, string Argument)> Problems, IReadOnlyList<LetterCopy> Recipients);

/// <summary>One recipient's copy.</summary>
/// <param name="Recipient">Who.</param>
/// <param name="Record">The record it is about.</param>
/// <param name="Title">That record's name.</param>
/// <param name="Name">The name it is written to.</param>
/// <param name="Email">Where it goes.</param>
/// <param name="Language">The language it is in.</param>
/// <param name="Subject">Its subject, filled.</param>
/// <param name="Body">Its text, filled.</param>
/// <param name="Problem">The text key of why it does not go out; none: it does.</param>
/// <param name="Argument">What fills that sentence.</param>
public sealed record LetterCopy(
    Guid Recipient, Guid Record, LocalizedText Title, string Name, string? Email, Language Language, string Subject, string Body, string? Problem, string? Argument);
