using Entente.Contracts.Directory;
using Entente.Contracts.Figures;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners;

/// <summary>How counted records are named: in full for those who may see them; for the public by kind and partner only.</summary>
internal static class FigureLabels
{
    public static async Task<IReadOnlyList<CountedLabel>> OfAgreementsAsync(
        AppDbContext db, Viewer viewer, IReadOnlyCollection<Guid> keys, CancellationToken cancellation)
    {
        var ids = keys.Select(k => new AgreementId(k)).ToList();
        var isPublic = !viewer.May(PartnersPermissions.View);
        var services = db.Write.Services;
        var rows = await db.Set<Agreement>().VisibleTo(isPublic ? Viewer.System : viewer).AsNoTracking()
            .Where(a => ids.Contains(a.Id)).OrderBy(a => a.Number)
            .Select(a => new { a.Id, a.Number, a.Title, a.KindId }).ToListAsync(cancellation);
        var kinds = await db.Set<AgreementKind>().AsNoTracking().ToDictionaryAsync(k => k.Id, k => k.Name, cancellation);
        var partners = await services.GetRequiredService<IAgreements>().PartnersAsync(ids, cancellation);
        var named = partners.Values.SelectMany(p => p).Distinct().ToList();
        var names = await services.GetRequiredService<IOrganisations>().Cards(Viewer.System).Where(o => named.Contains(o.Id))
            .Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);
        return [.. rows.Select(a =>
        {
            var with = NamesOf(partners.GetValueOrDefault(a.Id) ?? [], names);
            return isPublic
                ? new CountedLabel(a.Id.Value, with, null, kinds[a.KindId])
                : new CountedLabel(a.Id.Value, new($"{a.Number} {a.Title.En}", $"{a.Number} {a.Title.Zh}"), $"/agreements/{a.Id}", with);
        })];
    }

    public static async Task<IReadOnlyList<CountedLabel>> OfPartnersAsync(
        AppDbContext db, Viewer viewer, IReadOnlyCollection<Guid> keys, CancellationToken cancellation)
    {
        var services = db.Write.Services;
        var today = services.GetRequiredService<Foundation.Time.SchoolClock>().Today;
        var asked = keys.ToHashSet();
        var order = (await services.GetRequiredService<IPublicPartners>().AllAsync(today, cancellation))
            .Select((p, i) => (p.Organisation, i)).ToDictionary(p => p.Organisation, p => p.i);
        var ids = keys.Select(k => new OrganisationId(k)).ToList();
        var cards = await services.GetRequiredService<IOrganisations>().Cards(Viewer.System).Where(o => ids.Contains(o.Id)).ToListAsync(cancellation);
        var texts = services.GetRequiredService<TextCatalog>();
        var address = viewer.May(PartnersPermissions.View);
        return [.. cards.Where(o => asked.Contains(o.Id.Value))
            .OrderBy(o => order.GetValueOrDefault(o.Id, int.MaxValue)).ThenBy(o => o.SortKey, SortKeyOrder.Instance)
            .Select(o => new CountedLabel(o.Id.Value, o.Name, address ? $"/partners/{o.Id}" : null, Countries.NameOf(texts, o.Country)))];
    }

    /// <summary>
    /// Entries of the place ledger: for those who may see it by agreement, leading to its row; for the public by partner, where at least
    /// as many people are meant that the number betrays none.
    /// </summary>
    public static async Task<IReadOnlyList<CountedLabel>> OfPlacesAsync(AppDbContext db, Viewer viewer, IReadOnlyCollection<Guid> keys, CancellationToken cancellation)
    {
        var ids = keys.Select(k => new Id<PlaceEntry>(k)).ToList();
        var isPublic = !viewer.May(PartnersPermissions.View);
        var fewest = isPublic ? Ledger.PlaceFlows.FewestPublic : 1;
        var visible = db.Set<Agreement>().VisibleTo(isPublic ? Viewer.System : viewer);
        var rows = await (
            from entry in db.Set<PlaceEntry>().Of(visible).AsNoTracking()
            join agreement in visible on entry.AgreementId equals agreement.Id
            where ids.Contains(entry.Id) && entry.Count >= fewest
            orderby agreement.Number, entry.Direction, entry.Id
            select new { entry.Id, entry.AgreementId, entry.OrganisationId, agreement.LeadPartnerId, agreement.Number, agreement.Title, entry.Direction, entry.AcademicYear, entry.Count }).ToListAsync(cancellation);
        var services = db.Write.Services;
        var texts = services.GetRequiredService<TextCatalog>();
        var calendar = services.GetRequiredService<AcademicCalendar>();
        var partners = rows.Select(r => r.OrganisationId ?? r.LeadPartnerId).OfType<OrganisationId>().Distinct().ToList();
        var names = await services.GetRequiredService<IOrganisations>().Cards(Viewer.System).Where(o => partners.Contains(o.Id))
            .Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);
        return [.. rows.Select(r =>
        {
            var with = (r.OrganisationId ?? r.LeadPartnerId) is { } partner && names.TryGetValue(partner, out var name) ? name : LocalizedText.Empty;
            var what = Answers.Spoken.Of(texts, "partners.figure.place." + r.Direction, r.Count, calendar.Name(r.AcademicYear));
            return isPublic
                ? new CountedLabel(r.Id.Value, with, null, what)
                : new CountedLabel(r.Id.Value, new($"{r.Number} {r.Title.En}", $"{r.Number} {r.Title.Zh}"), $"/agreements/{r.AgreementId}/balance#entry-{r.Id}", what);
        })];
    }

    private static LocalizedText NamesOf(IReadOnlyList<OrganisationId> partners, Dictionary<OrganisationId, LocalizedText> names) => new(
        string.Join(", ", partners.Select(p => names[p].En)), string.Join("、", partners.Select(p => names[p].Zh)));
}
