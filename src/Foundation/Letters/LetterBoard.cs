using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Foundation.Letters;

/// <summary>Reads letters and replies as pages show them, and keeps the templates.</summary>
public sealed class LetterBoard(AppDbContext db)
{
    private const int MostReplies = 100;

    /// <summary>The letters the viewer may see, the newest first; those thrown away are left out.</summary>
    public IQueryable<LetterLine> Lines(Viewer viewer) => Lines(viewer, db.Set<LetterReply>().VisibleTo(viewer));

    private IQueryable<LetterLine> Lines(Viewer viewer, IQueryable<LetterReply> replies) => db.Set<Letter>().VisibleTo(viewer).AsNoTracking().Where(l => l.DiscardedAt == null)
        .OrderByDescending(l => l.CreatedAt).ThenByDescending(l => l.Id)
        .Select(l => new LetterLine
        {
            Id = l.Id,
            RecordKind = l.RecordKind,
            Subject = l.Subject,
            Body = l.Body,
            Unit = l.Unit,
            MadeBy = l.MadeByName,
            CreatedAt = l.CreatedAt,
            SentAt = l.SentAt,
            Recipients = db.Set<LetterRecipient>().Count(r => r.LetterId == l.Id),
            Failed = db.Set<LetterRecipient>().Count(r => r.LetterId == l.Id && (r.BouncedAt != null || db.Set<Mail.Mail>().Any(m => m.Id == r.Mail && m.State == MailState.Failed))),
            Answered = db.Set<LetterRecipient>().Count(r => r.LetterId == l.Id && replies.Any(a => a.Recipient == r.Id)),
        });

    /// <summary>The recipients of a letter the viewer may see, with what became of each copy.</summary>
    public async Task<IReadOnlyList<RecipientLine>> RecipientsAsync(Id<LetterTag> id, Viewer viewer, CancellationToken cancellation)
    {
        if (!await db.Set<Letter>().VisibleTo(viewer).AnyAsync(l => l.Id == id, cancellation)) return [];
        return await Recipients(db.Set<LetterRecipient>().Where(r => r.LetterId == id), db.Set<LetterReply>().VisibleTo(viewer)).ToListAsync(cancellation);
    }

    /// <summary>What was written to a record's people and came from them, the newest first.</summary>
    public async Task<IReadOnlyList<CorrespondenceLine>> OfRecordAsync(RecordRef record, Viewer viewer, CancellationToken cancellation)
    {
        var letters = db.Set<Letter>().VisibleTo(viewer).Where(l => l.RecordKind == record.Kind && l.SentAt != null);
        var sent = await Recipients(db.Set<LetterRecipient>().Where(r => r.RecordKey == record.Key && letters.Any(l => l.Id == r.LetterId)), db.Set<LetterReply>().VisibleTo(viewer)).ToListAsync(cancellation);
        var of = sent.Select(s => s.Letter).ToList();
        var written = await letters.AsNoTracking().Where(l => of.Contains(l.Id)).Select(l => new { l.Id, l.Subject, l.SentAt, l.MadeByName }).ToDictionaryAsync(l => l.Id, cancellation);
        var replies = await db.Set<LetterReply>().VisibleTo(viewer).AsNoTracking().Where(r => r.RecordKind == record.Kind && r.RecordKey == record.Key)
            .OrderByDescending(r => r.At).Take(MostReplies).ToListAsync(cancellation);
        return
        [
            .. sent.Select(s => new CorrespondenceLine(written[s.Letter].SentAt!.Value, true, written[s.Letter].MadeByName, s.Name, written[s.Letter].Subject.ToString(), "", s, null, true))
                .Concat(replies.Select(r => new CorrespondenceLine(
                    r.At, false, r.FromName.Length > 0 ? r.FromName : r.FromEmail, r.FromEmail, r.Subject, r.Text, null, r.FileId, r.IsSenderKnown)))
                .OrderByDescending(c => c.At),
        ];
    }

    /// <summary>The templates of a kind, by name.</summary>
    public async Task<IReadOnlyList<TemplateLine>> TemplatesAsync(string kind, CancellationToken cancellation) =>
        await db.Set<LetterTemplate>().AsNoTracking().Where(t => t.RecordKind == kind && t.ArchivedAt == null).OrderBy(t => t.Name)
            .Select(t => new TemplateLine(t.Id.Value, t.Name, t.Subject, t.Body)).ToListAsync(cancellation);

    /// <summary>Keeps a text as a template; one of the same name is written anew. Saves.</summary>
    public async Task KeepTemplateAsync(string kind, string name, LocalizedText subject, LocalizedText body, CancellationToken cancellation)
    {
        var template = await db.Set<LetterTemplate>().SingleOrDefaultAsync(t => t.RecordKind == kind && t.Name == name && t.ArchivedAt == null, cancellation);
        if (template is null) db.Add(template = new() { RecordKind = kind, Name = name, Subject = subject, Body = body });
        (template.Subject, template.Body) = (subject, body);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Every template, those put away too, by kind and name.</summary>
    public IQueryable<KeptTemplate> Templates() => db.Set<LetterTemplate>().AsNoTracking().OrderBy(t => t.ArchivedAt != null).ThenBy(t => t.RecordKind).ThenBy(t => t.Name).ThenBy(t => t.Id)
        .Select(t => new KeptTemplate(t.Id.Value, t.RecordKind, t.Name, t.Subject, t.ArchivedAt));

    /// <summary>Offers a template again; saves.</summary>
    /// <returns>Whether it is offered; it is not where another has its name meanwhile.</returns>
    public async Task<bool> RestoreTemplateAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Set<LetterTemplate>().SingleOrDefaultAsync(t => t.Id == new Id<LetterTemplate>(id), cancellation) is not { } template) return false;
        if (await db.Set<LetterTemplate>().AnyAsync(t => t.Id != template.Id && t.RecordKind == template.RecordKind && t.Name == template.Name && t.ArchivedAt == null, cancellation)) return false;
        template.ArchivedAt = null;
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Puts a template away; saves.</summary>
    public async Task ArchiveTemplateAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Set<LetterTemplate>().SingleOrDefaultAsync(t => t.Id == new Id<LetterTemplate>(id), cancellation) is not { ArchivedAt: null } template) return;
        template.ArchivedAt = db.Write.Now;
        await db.SaveChangesAsync(cancellation);
    }

    private IQueryable<RecipientLine> Recipients(IQueryable<LetterRecipient> recipients, IQueryable<LetterReply> replies) => recipients.AsNoTracking().OrderBy(r => r.Id).Select(r => new RecipientLine
    {
        Id = r.Id,
        Letter = r.LetterId,
        Record = r.RecordKey,
        Name = r.Name,
        Email = r.Email,
        Language = r.Language,
        BouncedAt = r.BouncedAt,
        BounceReason = r.BounceReason,
        State = db.Set<Mail.Mail>().Where(m => m.Id == r.Mail).Select(m => (MailState?)m.State).FirstOrDefault(),
        IsPutAway = db.Set<Mail.Mail>().Any(m => m.Id == r.Mail && m.PutAwayAt != null),
        Error = db.Set<Mail.Mail>().Where(m => m.Id == r.Mail).Select(m => m.Error).FirstOrDefault(),
        AnsweredAt = replies.Where(a => a.Recipient == r.Id).OrderBy(a => a.At).Select(a => (Instant?)a.At).FirstOrDefault(),
    });
}

/// <summary>A letter as a list shows it.</summary>
public sealed record LetterLine
{
    /// <summary>Its key.</summary>
    public required Id<LetterTag> Id { get; init; }

    /// <summary>The kind of record it is about.</summary>
    public required string RecordKind { get; init; }

    /// <summary>Its subject as written.</summary>
    public required LocalizedText Subject { get; init; }

    /// <summary>Its text as written.</summary>
    public required LocalizedText Body { get; init; }

    /// <summary>The unit it is sent for.</summary>
    public Guid Unit { get; init; }

    /// <summary>Who made it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>When it was begun.</summary>
    public Instant CreatedAt { get; init; }

    /// <summary>When it was sent; none: a draft.</summary>
    public Instant? SentAt { get; init; }

    /// <summary>How many it goes to.</summary>
    public int Recipients { get; init; }

    /// <summary>How many copies did not arrive.</summary>
    public int Failed { get; init; }

    /// <summary>How many answered.</summary>
    public int Answered { get; init; }
}

/// <summary>A recipient with what became of the copy.</summary>
public sealed record RecipientLine
{
    /// <summary>Its key.</summary>
    public Guid Id { get; init; }

    /// <summary>The letter.</summary>
    public Id<LetterTag> Letter { get; init; }

    /// <summary>The record it is about.</summary>
    public Guid Record { get; init; }

    /// <summary>Who.</summary>
    public required string Name { get; init; }

    /// <summary>Where it went; none: nowhere.</summary>
    public string? Email { get; init; }

    /// <summary>The language wanted.</summary>
    public required string Language { get; init; }

    /// <summary>Where its mail stands; none: none was written.</summary>
    public MailState? State { get; init; }

    /// <summary>What the mail server said.</summary>
    public string? Error { get; init; }

    /// <summary>Whether it was put away that it did not arrive.</summary>
    public bool IsPutAway { get; init; }

    /// <summary>When word came that it could not be delivered.</summary>
    public Instant? BouncedAt { get; init; }

    /// <summary>Why.</summary>
    public string? BounceReason { get; init; }

    /// <summary>When the first answer was written.</summary>
    public Instant? AnsweredAt { get; init; }
}

/// <summary>One thing written to a record's people or by them.</summary>
/// <param name="At">When.</param>
/// <param name="IsOurs">Whether the school wrote it.</param>
/// <param name="From">Who wrote it.</param>
/// <param name="To">To whom, or the sender's address.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">Its text, of a reply.</param>
/// <param name="Recipient">What became of our copy.</param>
/// <param name="File">The mail as it came.</param>
/// <param name="IsSenderKnown">Whether the record knows the sender's address.</param>
public sealed record CorrespondenceLine(
    Instant At, bool IsOurs, string From, string To, string Subject, string Text, RecipientLine? Recipient, Id<FileCard>? File, bool IsSenderKnown);

/// <summary>A template as its list shows it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="RecordKind">The kind of record it is for.</param>
/// <param name="Name">Its name.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="ArchivedAt">When it was put away; none: it is offered.</param>
public sealed record KeptTemplate(Guid Id, string RecordKind, string Name, LocalizedText Subject, Instant? ArchivedAt);

/// <summary>A template as pages show it.</summary>
public sealed record TemplateLine(Guid Id, string Name, LocalizedText Subject, LocalizedText Body);
