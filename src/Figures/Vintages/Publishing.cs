using Entente.Contracts.Directory;
using Entente.Contracts.Figures;
using Entente.Figures.Counting;
using Entente.Figures.Model;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace Entente.Figures.Vintages;

/// <summary>Freezes what a figure counts: a first time for a date, or again with a cause.</summary>
internal sealed class Publishing(AppDbContext db, FigureReport report, TextCatalog texts, SchoolClock clock)
{
    /// <summary>Publishes a figure for a date it was not yet published for.</summary>
    /// <exception cref="RefusedException">The date lies ahead, or was published before: then it is restated, with a cause.</exception>
    public async Task<Vintage> PublishAsync(FigureDefinition figure, DateOnly asOf, CancellationToken cancellation)
    {
        if (asOf > clock.Today) throw new RefusedException(texts["figures.publish.ahead"]);
        if (await NewestForAsync(figure, asOf, cancellation) is { } before)
            throw new RefusedException(texts["figures.publish.twice", texts.Date(asOf), before.Number]);
        var count = await Counts.CountAsync(db, figure, asOf, cancellation);
        return await FreezeAsync(count, 0, null, cancellation);
    }

    /// <summary>Publishes a figure anew for a date that was published, because what is known about that date changed.</summary>
    /// <exception cref="RefusedException">No cause is given, nothing was published for the date, or nothing changed since.</exception>
    public async Task<Vintage> RestateAsync(FigureDefinition figure, DateOnly asOf, LocalizedText cause, CancellationToken cancellation)
    {
        if (cause.Texts.Count == 0) throw new RefusedException(texts["figures.restate.cause-missing"]);
        var before = await NewestForAsync(figure, asOf, cancellation) ?? throw new RefusedException(texts["figures.restate.nothing", texts.Date(asOf)]);
        var count = await Counts.CountAsync(db, figure, asOf, cancellation);
        if (count.Digest == before.Digest && count.Value == before.Value && figure.Version == before.DefinitionVersion)
            throw new RefusedException(texts["figures.restate.same", texts.Date(asOf)]);
        return await FreezeAsync(count, before.Restatement + 1, cause, cancellation);
    }

    private Task<Vintage?> NewestForAsync(FigureDefinition figure, DateOnly asOf, CancellationToken cancellation) =>
        db.Set<Vintage>().AsNoTracking().Where(v => v.FigureId == figure.Id && v.AsOf == asOf)
            .OrderByDescending(v => v.Restatement).FirstOrDefaultAsync(cancellation);

    private async Task<Vintage> FreezeAsync(FigureCount count, int restatement, LocalizedText? cause, CancellationToken cancellation)
    {
        var figure = count.Definition.Id;
        var number = 1 + (await db.Set<Vintage>().Where(v => v.FigureId == figure).MaxAsync(v => (int?)v.Number, cancellation) ?? 0);
        var at = db.Write.Now;
        var vintage = new Vintage
        {
            FigureId = figure,
            DefinitionVersion = count.Definition.Version,
            Number = number,
            From = count.Window.From,
            AsOf = count.Window.AsOf,
            Restatement = restatement,
            Cause = cause,
            Value = count.Value,
            Unit = count.Definition.Unit,
            IsWithheld = count.IsWithheld,
            Records = count.Records.Count,
            Digest = count.Digest,
            PublishedById = db.Write.Viewer.Me(),
            PublishedAt = at,
            Report = report.OfVintage(count, number, restatement, cause, at),
        };
        db.Add(vintage);
        db.AddRange(count.Records.Select((r, place) => Frozen(vintage, r, place)));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException error) when (error is not DbUpdateConcurrencyException)
        {
            // Two people at once: the unique keys let one of them publish.
            throw new RefusedException(texts["figures.publish.raced"]);
        }

        return vintage;
    }

    private static FrozenRecord Frozen(Vintage vintage, CountedRecord record, int place) => new()
    {
        VintageId = vintage.Id,
        Place = place,
        Record = record.Record,
        RecordVersion = record.RecordVersion,
        CountedAs = record.CountedAs,
        CountedOn = record.CountedOn,
        Amount = record.Amount,
    };
}
