using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Questions;

/// <summary>Finds, writes and publishes forms. A room adds one for its record, and reads its versions.</summary>
public sealed class FormBoard(AppDbContext db)
{
    /// <summary>Adds a form for a record, with the caller's save.</summary>
    /// <param name="owner">The record; it has one form.</param>
    /// <param name="unit">The unit whose form it is.</param>
    /// <param name="start">What it asks to begin with.</param>
    public Id<FormTag> Add(RecordRef owner, Guid unit, FormEditing start)
    {
        var form = new Form { OwnerKind = owner.Kind, OwnerKey = owner.Key, Unit = unit };
        db.Add(form);
        db.Add(new FormDraft { FormId = form.Id, Content = start.Content.ToJson(), Next = start.Next });
        return form.Id;
    }

    /// <summary>The form of a key, where the viewer keeps it.</summary>
    public async Task<FormCard?> FindAsync(Id<FormTag> id, Viewer viewer, CancellationToken cancellation) =>
        await CardAsync(db.Set<Form>().VisibleTo(viewer).Where(f => f.Id == id), cancellation);

    /// <summary>The form of a record, where the viewer keeps it.</summary>
    public async Task<FormCard?> OfAsync(RecordRef owner, Viewer viewer, CancellationToken cancellation) =>
        await CardAsync(db.Set<Form>().VisibleTo(viewer).Where(f => f.OwnerKind == owner.Kind && f.OwnerKey == owner.Key), cancellation);

    /// <summary>The forms of many records of a kind, which the caller has found visible: their keys and latest versions.</summary>
    public async Task<IReadOnlyDictionary<Guid, (Id<FormTag> Id, int Latest)>> OfAsync(string kind, IReadOnlyCollection<Guid> owners, CancellationToken cancellation) =>
        (await db.Set<Form>().ViewerNamed().Where(f => f.OwnerKind == kind && owners.Contains(f.OwnerKey)).Select(f => new { f.OwnerKey, f.Id, f.Latest }).ToListAsync(cancellation))
        .ToDictionary(f => f.OwnerKey, f => (f.Id, f.Latest));

    /// <summary>The published versions of a form, the latest first.</summary>
    public async Task<IReadOnlyList<FormVersionCard>> VersionsAsync(Id<FormTag> form, CancellationToken cancellation) =>
        [.. (await db.Set<FormVersion>().AsNoTracking().Where(v => v.FormId == form).OrderByDescending(v => v.Number).ToListAsync(cancellation)).Select(Card)];

    /// <summary>One published version.</summary>
    public async Task<FormVersionCard?> VersionAsync(Id<FormTag> form, int number, CancellationToken cancellation) =>
        await db.Set<FormVersion>().AsNoTracking().SingleOrDefaultAsync(v => v.FormId == form && v.Number == number, cancellation) is { } found ? Card(found) : null;

    /// <summary>Changes what is being written; saves.</summary>
    /// <returns>Whether it was still as the writer knew it; if not, nothing is changed.</returns>
    public async Task<bool> ChangeAsync(FormCard form, int token, FormEditing changed, CancellationToken cancellation)
    {
        var draft = await db.Set<FormDraft>().SingleAsync(d => d.FormId == form.Id, cancellation);
        if (draft.Version != token) return false;
        (draft.Content, draft.Next) = (changed.Content.ToJson(), changed.Next);
        return await SavedAsync(cancellation);
    }

    /// <summary>Publishes what is being written as the next version; saves.</summary>
    /// <param name="form">The form, without problems.</param>
    /// <param name="token">The draft as the publisher saw it.</param>
    /// <param name="keepEarlier">Whether drafts begun under earlier versions may still be submitted under them.</param>
    /// <param name="viewer">Who publishes.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Whether it was still as the publisher saw it.</returns>
    public async Task<bool> PublishAsync(FormCard form, int token, bool keepEarlier, Viewer viewer, CancellationToken cancellation)
    {
        var draft = await db.Set<FormDraft>().SingleAsync(d => d.FormId == form.Id, cancellation);
        if (draft.Version != token) return false;
        var stored = await db.Set<Form>().ViewerNamed().SingleAsync(f => f.Id == form.Id, cancellation);
        stored.Latest++;
        if (!keepEarlier)
            foreach (var earlier in await db.Set<FormVersion>().Where(v => v.FormId == form.Id && v.ClosedAt == null).ToListAsync(cancellation)) earlier.ClosedAt = db.Write.Now;
        db.Add(new FormVersion
        {
            FormId = form.Id,
            Number = stored.Latest,
            Content = draft.Content,
            Hash = FormContent.HashOf(draft.Content),
            PublishedAt = db.Write.Now,
            PublishedBy = viewer.Account,
        });
        return await SavedAsync(cancellation);
    }

    /// <summary>Takes no more answers to a version that is not the latest; saves.</summary>
    public async Task CloseAsync(FormCard form, int number, CancellationToken cancellation)
    {
        if (number >= form.Latest) return;
        if (await db.Set<FormVersion>().SingleOrDefaultAsync(v => v.FormId == form.Id && v.Number == number && v.ClosedAt == null, cancellation) is not { } version) return;
        version.ClosedAt = db.Write.Now;
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<FormCard?> CardAsync(IQueryable<Form> one, CancellationToken cancellation)
    {
        var found = await (from f in one.AsNoTracking() join d in db.Set<FormDraft>() on f.Id equals d.FormId select new { Form = f, Draft = d }).SingleOrDefaultAsync(cancellation);
        return found is null ? null : new(
            found.Form.Id, new(found.Form.OwnerKind, found.Form.OwnerKey), found.Form.Unit, found.Form.Latest,
            new(FormContent.FromJson(found.Draft.Content), found.Draft.Next), found.Draft.Version);
    }

    private async Task<bool> SavedAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private static FormVersionCard Card(FormVersion version) =>
        new(version.Number, FormContent.FromJson(version.Content), version.Hash, version.PublishedAt, version.PublishedBy, version.ClosedAt);
}
