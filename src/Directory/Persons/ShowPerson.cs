using Entente.Contracts.Directory;
using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Ui.Pages;
using Entente.Ui.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Directory.Persons;

/// <summary>A person: names, mail, where he or she works and worked, distinctions, and everything that refers to the person.</summary>
internal static class ShowPerson
{
    public static string Address(PersonId id) => "/people/" + id;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/people/{id:guid}", ShowAsync).Requires(DirectoryPermissions.View);

    private static async Task<IResult> ShowAsync(
        PersonId id, AppDbContext db, Viewer viewer, IOrganisations organisations, IEnumerable<IPersonPanelSource> sources, Duplicates duplicates,
        TextCatalog texts, SchoolClock clock, CancellationToken cancellation)
    {
        if (await PersonReading.Aliases(db, viewer).SingleOrDefaultAsync(a => a.PersonId == id, cancellation) is { } alias)
            return Results.Redirect(Address(alias.CanonicalId));
        if (await db.Set<Person>().VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } person) return Results.NotFound();
        var keys = await PersonReading.KeysOfAsync(db, viewer, id, cancellation);
        var names = await db.Set<PersonName>().VisibleTo(viewer).AsNoTracking().Where(n => keys.Contains(n.PersonId) && n.WithdrawnAt == null).ToListAsync(cancellation);
        var mails = await db.Set<PersonEmail>().VisibleTo(viewer).Where(e => keys.Contains(e.PersonId) && e.WithdrawnAt == null)
            .OrderBy(e => e.RecordedAt).Select(e => e.Address).ToListAsync(cancellation);
        var places = await PlacesAsync(keys, db, viewer, organisations, clock.Today, cancellation);
        var honours = await HonoursAsync(keys, db, viewer, cancellation);
        var past = await PersonHistory.ReadAsync(keys, db, viewer, organisations, texts, cancellation);
        var accounts = await PersonAccounts.OfAsync(keys, db, viewer, clock.Now, cancellation);
        var panels = new List<PersonPanel>();
        var moments = new List<PersonMoment>();
        foreach (var source in sources)
        {
            panels.AddRange(await source.PanelsAsync(keys, viewer, cancellation));
            moments.AddRange(await source.TimelineAsync(keys, viewer, cancellation));
        }

        var mayEdit = viewer.May(DirectoryPermissions.Edit);
        var like = mayEdit ? await LikeAsync(id, duplicates, db, viewer, cancellation) : [];
        return Page.Show<ShowPersonPage>(new ShowPersonModel(
            id, person.Name,
            [.. names.OrderBy(n => n.Kind).DistinctBy(n => n.Full, StringComparer.Ordinal).Select(n => new NameRow(n.Full, n.Family, n.Given, n.FamilyFirst, n.Kind.ToString(), n.Language))],
            [.. mails.Distinct(StringComparer.OrdinalIgnoreCase)], person.Orcid, person.Source, person.RecordedAt, places, honours, past,
            [.. panels.OrderBy(p => p.Order)],
            [.. Own(places, honours, texts).Concat(moments.Select(m => new TimelineItem(m.On, m.Text.ToString(), m.Address, texts[m.KindKey])))],
            like, keys.Count - 1, mayEdit)
        {
            Accounts = accounts,
        });
    }

    public static async Task<IReadOnlyList<PlaceRow>> PlacesAsync(
        IReadOnlyCollection<PersonId> keys, AppDbContext db, Viewer viewer, IOrganisations organisations, DateOnly today, CancellationToken cancellation)
    {
        var tree = await UnitTree.ReadAsync(db, cancellation);
        var rows = await (
            from a in db.Set<PersonAffiliation>().VisibleTo(viewer)
            where keys.Contains(a.PersonId) && a.WithdrawnAt == null
            join o in organisations.Cards(viewer) on a.OrganisationId equals o.Id into found
            from o in found.DefaultIfEmpty()
            orderby a.From descending
            select new { a.Id, a.OrganisationId, a.UnitId, a.UnitText, a.Title, a.From, a.To, a.Source, Name = o == null ? null : o.Name, Country = o == null ? null : o.Country })
            .ToListAsync(cancellation);
        return [.. rows.Select(a => new PlaceRow(
            a.Id.ToString(), a.OrganisationId, a.Name ?? (a.UnitId is { } unit ? tree.Find(unit)?.Name : null), a.Country,
            a.UnitText, a.Title, a.From, a.To, a.Source, a.To is null || a.To >= today) { UnitId = a.UnitId }).OrderByDescending(a => a.IsCurrent).ThenByDescending(a => a.From)];
    }

    private static async Task<IReadOnlyList<HonourRow>> HonoursAsync(IReadOnlyCollection<PersonId> keys, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var rows = await db.Set<PersonDistinction>().VisibleTo(viewer).AsNoTracking().Where(d => keys.Contains(d.PersonId) && d.WithdrawnAt == null)
            .OrderByDescending(d => d.Year).ToListAsync(cancellation);
        var verifiers = rows.Select(d => d.VerifiedBy).OfType<AccountId>().Distinct().ToList();
        var who = await AccountNames.OfAsync(db, verifiers, cancellation);
        return [.. rows.Select(d => new HonourRow(
            d.Id.ToString(), DistinctionWords.KeyOf(d.Kind), d.Name, d.Year, d.Evidence, d.VerifiedAt, d.VerifiedBy is { } by ? who.GetValueOrDefault(by) : null))];
    }

    private static async Task<IReadOnlyList<DuplicatePair>> LikeAsync(PersonId id, Duplicates duplicates, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var self = (await duplicates.LikenessesAsync([id], viewer, cancellation))[id];
        var apart = await db.Set<PersonsApart>().VisibleTo(viewer).Where(a => a.FirstId == id || a.SecondId == id)
            .Select(a => a.FirstId == id ? a.SecondId : a.FirstId).ToListAsync(cancellation);
        return [.. (await duplicates.LikeAsync(self, viewer, cancellation)).Where(p => p.Verdict.Score >= Duplicates.Proposed && !apart.Contains(p.Second.Id)).Take(5)];
    }

    private static IEnumerable<TimelineItem> Own(IReadOnlyList<PlaceRow> places, IReadOnlyList<HonourRow> honours, TextCatalog texts) => places
        .Where(p => p.From is not null).Select(p => new TimelineItem(p.From!.Value, p.Title.ToString() is { Length: > 0 } title ? texts["directory.moment.began-as", p.Shown, title] : texts["directory.moment.began", p.Shown]))
        .Concat(places.Where(p => p.To is not null).Select(p => new TimelineItem(p.To!.Value, texts["directory.moment.ended", p.Shown])))
        .Concat(honours.Where(h => h.Year is not null).Select(h => new TimelineItem(new DateOnly(h.Year!.Value, 1, 1), h.Name.ToString(), null, texts[h.KindKey]) { IsYearOnly = true }));
}

/// <summary>What the page shows.</summary>
public sealed record ShowPersonModel(
    PersonId Id, LocalizedText Name, IReadOnlyList<NameRow> Names, IReadOnlyList<string> Mails, string? Orcid, string Source, Instant RecordedAt,
    IReadOnlyList<PlaceRow> Places, IReadOnlyList<HonourRow> Honours, IReadOnlyList<PastRow> Past, IReadOnlyList<PersonPanel> Panels, IReadOnlyList<TimelineItem> Timeline,
    IReadOnlyList<DuplicatePair> Like, int MergedInto, bool MayEdit)
{
    /// <summary>The accounts of the person that the viewer may see.</summary>
    public IReadOnlyList<PersonAccountRow> Accounts { get; init; } = [];
}

/// <summary>A name with its parts.</summary>
public sealed record NameRow(string Full, string Family, string Given, bool FamilyFirst, string Kind, string Language);

/// <summary>Where a person works or worked.</summary>
public sealed record PlaceRow(
    string Id, OrganisationId? OrganisationId, LocalizedText? Organisation, string? Country, string UnitText, LocalizedText Title,
    DateOnly? From, DateOnly? To, string Source, bool IsCurrent)
{
    /// <summary>The unit of our university.</summary>
    public UnitId? UnitId { get; init; }

    /// <summary>The place in words.</summary>
    public string Shown => Organisation?.ToString() ?? UnitText;
}

/// <summary>What a person was honoured with.</summary>
public sealed record HonourRow(string Id, string KindKey, LocalizedText Name, int? Year, string? Evidence, Instant? VerifiedAt, string? VerifiedBy);
