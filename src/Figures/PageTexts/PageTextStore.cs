using Entente.Contracts.Directory;
using Entente.Figures.Model;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Microsoft.EntityFrameworkCore;

namespace Entente.Figures.PageTexts;

/// <summary>The versions of the page's text: one published and at most one draft a language.</summary>
internal sealed class PageTextStore(AppDbContext db, TextCatalog texts)
{
    /// <summary>The text before the public; none where nothing was published.</summary>
    public async Task<string?> PublishedAsync(Language language, CancellationToken cancellation) =>
        await db.Set<PageText>().AsNoTracking().Where(t => t.Language == language.Tag && t.State == PageTextState.Published)
            .Select(t => t.Markdown).FirstOrDefaultAsync(cancellation);

    /// <summary>A language's versions, the newest first.</summary>
    public async Task<IReadOnlyList<PageText>> VersionsAsync(Language language, CancellationToken cancellation) =>
        await db.Set<PageText>().AsNoTracking().Where(t => t.Language == language.Tag).OrderByDescending(t => t.Number).ToListAsync(cancellation);

    /// <summary>Saves the draft.</summary>
    /// <param name="language">The language it is written in.</param>
    /// <param name="markdown">The text.</param>
    /// <param name="basis">The version number of the record it was written on, 0 for none.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RefusedException">Somebody saved another draft meanwhile.</exception>
    public async Task<PageText> SaveAsync(Language language, string markdown, int basis, CancellationToken cancellation)
    {
        var versions = db.Set<PageText>().Where(t => t.Language == language.Tag);
        var draft = await versions.FirstOrDefaultAsync(t => t.State == PageTextState.Draft, cancellation);
        if ((draft?.Version ?? 0) != basis) throw new RefusedException(texts["site.page.changed-meanwhile"]);
        if (draft is null)
        {
            draft = new PageText
            {
                Language = language.Tag,
                Number = 1 + (await versions.MaxAsync(t => (int?)t.Number, cancellation) ?? 0),
                Markdown = markdown,
                SavedAt = db.Write.Now,
            };
            db.Add(draft);
        }

        draft.Markdown = markdown;
        draft.SavedAt = db.Write.Now;
        draft.SavedById = db.Write.Viewer.Me();
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            throw new RefusedException(texts["site.page.changed-meanwhile"]);
        }

        return draft;
    }

    /// <summary>Puts the draft before the public.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public async Task PublishAsync(Language language, CancellationToken cancellation)
    {
        var open = await db.Set<PageText>().Where(t => t.Language == language.Tag && t.State != PageTextState.Replaced).ToListAsync(cancellation);
        var draft = open.Find(t => t.State == PageTextState.Draft) ?? throw new RefusedException(texts["site.page.nothing-to-publish"]);
        foreach (var before in open.Where(t => t.State == PageTextState.Published)) before.Replace();
        draft.Publish(db.Write.Now);
        await db.SaveChangesAsync(cancellation);
    }
}
