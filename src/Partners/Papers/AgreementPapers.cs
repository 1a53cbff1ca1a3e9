using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Foundation.Texts;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

using Entente.Ui.Documents;

namespace Entente.Partners.Papers;

/// <summary>What documents say about an agreement: its number, parties, days and those who sign.</summary>
internal sealed class AgreementPapers(AppDbContext db, IOrganisations organisations, SchoolNames school, TextCatalog texts) : IDocumentRecords
{
    public string Kind => Agreement.RecordKind;

    public string? OutwardGate => "partners.agreement-letter";

    public IReadOnlyList<string> Fields { get; } =
        ["agreement_number", "agreement_kind", "partner", "partner_city", "partner_country", "signed_on", "effective_on", "last_day", "partner_signatory", "school_signatory", "university", "unit"];

    public async Task<DocumentSubject?> OfAsync(Guid key, Viewer viewer, CancellationToken cancellation)
    {
        var agreement = await db.Set<Agreement>().VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(a => a.Id == new AgreementId(key), cancellation);
        if (agreement is null) return null;
        var text = agreement.Text;
        var partners = text.Parties.Select(p => p.Organisation).OfType<OrganisationId>().ToList();
        var cards = await organisations.Cards(viewer).Where(o => partners.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellation);
        var named = partners.Where(cards.ContainsKey).Select(p => cards[p]).ToList();
        var kind = await db.Set<AgreementKind>().AsNoTracking().SingleAsync(k => k.Id == agreement.KindId, cancellation);
        var own = await school.OfAsync(agreement.UnitId, cancellation);
        var signatures = await db.Set<PartySignature>().AsNoTracking().Where(s => s.AgreementId == agreement.Id && s.WithdrawnAt == null).Select(s => s.SignedOn).ToListAsync(cancellation);
        return new(agreement.Ref(), agreement.Title, $"/agreements/{agreement.Id}", agreement.UnitId.Value, new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
        {
            ["agreement_number"] = new(agreement.Number, agreement.Number),
            ["agreement_kind"] = kind.Name,
            ["partner"] = Joined(named.Select(o => o.Name)),
            ["partner_city"] = named.Count == 1 ? named[0].City : LocalizedText.Empty,
            ["partner_country"] = Joined(named.Select(o => o.Country).Distinct(StringComparer.Ordinal).Select(c => Countries.NameOf(texts, c))),
            ["signed_on"] = Day(agreement.SignedOn),
            ["effective_on"] = Day(agreement.EffectiveOn),
            ["last_day"] = Day(agreement.LastDay),
            ["partner_signatory"] = SignatoryOf(text, isSchool: false),
            ["school_signatory"] = SignatoryOf(text, isSchool: true),
            ["university"] = own.University,
            ["unit"] = own.Unit,
        })
        {
            Dates = [.. new[] { agreement.SignedOn, agreement.EffectiveOn, agreement.LastDay, agreement.EndedOn, agreement.NoticeOn, text.EffectiveOn, text.EndsOn }.OfType<DateOnly>(), .. signatures],
            Organisations = [.. partners.Select(p => p.Value)],
            Names = [.. own.Names, .. text.Parties.SelectMany(p => p.Signatories).Select(s => s.Name)],
            Countries = [.. text.Territory, .. named.Select(o => o.Country)],
        };
    }

    public async Task<IReadOnlyList<(Guid Key, LocalizedText Title)>> SamplesAsync(Viewer viewer, int most, CancellationToken cancellation) =>
        [.. (await db.Set<Agreement>().VisibleTo(viewer).Where(a => a.SignedOn != null).OrderByDescending(a => a.SignedOn).ThenBy(a => a.Number).Take(most)
            .Select(a => new { a.Id, a.Number, a.Title }).ToListAsync(cancellation)).Select(a => (a.Id.Value, new LocalizedText($"{a.Number} {a.Title.En}", $"{a.Number} {a.Title.Zh}")))];

    private LocalizedText Joined(IEnumerable<LocalizedText> names)
    {
        var all = names.ToList();
        return all.Count == 0 ? LocalizedText.Empty : LocalizedText.InEach(l => string.Join(texts.In(l, "agreements.comma"), all.Select(n => n.In(l.Tag))));
    }

    private LocalizedText Day(DateOnly? day) => day is { } known ? LocalizedText.InEach(l => texts.DateIn(l, known)) : LocalizedText.Empty;

    private static LocalizedText SignatoryOf(AgreementContent text, bool isSchool)
    {
        var signs = text.Parties.Where(p => p.Organisation is null == isSchool).SelectMany(p => p.Signatories).FirstOrDefault();
        return signs is null ? LocalizedText.Empty : new(signs.Name, signs.Name);
    }
}
