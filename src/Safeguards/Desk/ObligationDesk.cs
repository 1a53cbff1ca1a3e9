using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Safeguards.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Safeguards.Desk;

/// <summary>Brings what the viewer owes on the desk, and what was fulfilled lately.</summary>
internal sealed class ObligationDesk(AppDbContext db, SchoolClock clock, TextCatalog texts) : IDeskSource, IDeskNewsSource
{
    private const int Most = 200;

    public async Task<IReadOnlyList<DeskLine>> WaitingAsync(Viewer viewer, CancellationToken cancellation)
    {
        var today = clock.Today;
        var open = await db.Set<Obligation>().WaitingFor(viewer, today).Where(o => o.ShowFrom <= today)
            .OrderBy(o => o.Due).ThenBy(o => o.Id).Take(Most)
            .Select(o => new { o.Title, o.Address, o.Kind, o.Due }).ToListAsync(cancellation);
        return [.. open.Select(o => new DeskLine(o.Title, o.Address, VerbOf(o.Kind), o.Due, "obligation"))];
    }

    public async Task<IReadOnlyList<DeskNews>> NewsAsync(Viewer viewer, Instant since, CancellationToken cancellation)
    {
        var closed = await db.Set<Obligation>().VisibleTo(viewer).AsNoTracking()
            .Where(o => o.State == ObligationState.Fulfilled && o.ClosedAt >= since)
            .OrderByDescending(o => o.ClosedAt).Take(DeskNewsLimit.Most).ToListAsync(cancellation);
        return [.. closed.Select(o => new DeskNews(o.ClosedAt!.Value, Sentences.Of(texts, "desk.news.fulfilled", o.Title), $"/obligations/{o.Id}", o.Subject))];
    }

    /// <summary>The verb of a kind: <c>obligation.{kind}.verb</c> where its room gives one.</summary>
    private string VerbOf(string kind) => texts.Has($"obligation.{kind}.verb") ? $"obligation.{kind}.verb" : "desk.open";
}

internal static class DeskNewsLimit
{
    public const int Most = 50;
}

/// <summary>Sentences in every language, from one text key.</summary>
internal static class Sentences
{
    /// <summary>The text with its places filled; texts kept in several languages are filled in the sentence's own.</summary>
    public static LocalizedText Of(TextCatalog texts, string key, params object?[] args) =>
        new(Language.All.ToDictionary(
            l => l.Tag,
            l => string.Format(l.Culture, texts.In(l, key), [.. args.Select(a => a is LocalizedText text ? text.In(l.Tag) : a)]),
            StringComparer.Ordinal));
}
