using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Foundation.Time;
using Entente.Partners.Letters;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Microsoft.EntityFrameworkCore;

using Entente.Ui.Documents;

namespace Entente.Partners.Papers;

/// <summary>What documents say about a partner: what letters say of it, and where it is.</summary>
internal sealed class PartnerPapers(AppDbContext db, IOrganisations organisations, PartnerLetters letters, SchoolNames school, SchoolClock clock) : IDocumentRecords
{
    public string Kind => PartnerRecordNames.RecordKind;

    public string? OutwardGate => "partners.partner-letter";

    public IReadOnlyList<string> Fields { get; } = ["name", "agreement", "last_day", "city", "country", "university"];

    public async Task<DocumentSubject?> OfAsync(Guid key, Viewer viewer, CancellationToken cancellation)
    {
        if (!viewer.May(PartnersPermissions.View)) return null;
        var id = new OrganisationId(key);
        if (await organisations.Cards(viewer).SingleOrDefaultAsync(o => o.Id == id, cancellation) is not { } card) return null;
        var to = (await letters.AddresseesAsync([key], viewer, cancellation)).Single();
        var agreements = await new PartnerSet(db, organisations, viewer, clock.Today).Agreements
            .Where(a => db.Set<AgreementParty>().Any(p => p.AgreementId == a.Id && p.OrganisationId == id))
            .Select(a => new { a.Title, a.SignedOn, a.EffectiveOn, a.LastDay }).ToListAsync(cancellation);
        var own = await school.OfAsync(null, cancellation);
        return new(PartnerRecordNames.RecordOf(id), card.Name, ShowPartner.AddressOf(id), null, new Dictionary<string, LocalizedText>(to.Values, StringComparer.Ordinal)
        {
            ["name"] = to.Person is null ? LocalizedText.Empty : new(to.Name, to.Name),
            ["city"] = card.City,
            ["university"] = own.University,
        })
        {
            Dates = [.. agreements.SelectMany(a => new[] { a.SignedOn, a.EffectiveOn, a.LastDay }).OfType<DateOnly>()],
            Organisations = [key],
            Names = [.. own.Names, .. agreements.SelectMany(a => a.Title.Texts.Values)],
            Countries = [card.Country],
        };
    }

    public async Task<IReadOnlyList<(Guid Key, LocalizedText Title)>> SamplesAsync(Viewer viewer, int most, CancellationToken cancellation) =>
        [.. (await new PartnerSet(db, organisations, viewer, clock.Today).Cards.OrderBy(o => o.SortKey).Take(most)
            .Select(o => new { o.Id, o.Name }).ToListAsync(cancellation)).Select(o => (o.Id.Value, o.Name))];
}
