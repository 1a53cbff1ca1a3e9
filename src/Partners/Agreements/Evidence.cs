using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Texts;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>What one needs to decide on an agreement.</summary>
internal sealed class AgreementEvidence(AppDbContext db, Evidence evidence) : IDecisionEvidence
{
    public string Kind => Agreement.RecordKind;

    public async Task<DecisionEvidence?> OfAsync(Guid key, Viewer viewer, CancellationToken cancellation)
    {
        var agreement = await db.Set<Agreement>().VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(a => a.Id == new AgreementId(key), cancellation);
        if (agreement is null) return null;
        var address = $"/agreements/{agreement.Id}";
        return new(
            evidence.Titled(agreement.Number, agreement.Title), address, agreement.UnitId, agreement.Text.Territory, agreement.ContentHash,
            await evidence.FactsAsync(agreement.Text, address, cancellation), await evidence.DocumentsAsync(agreement.Id, 1, cancellation));
    }
}

/// <summary>What one needs to decide on an amendment.</summary>
internal sealed class AmendmentEvidence(AppDbContext db, Evidence evidence) : IDecisionEvidence
{
    public string Kind => AgreementVersion.RecordKind;

    public async Task<DecisionEvidence?> OfAsync(Guid key, Viewer viewer, CancellationToken cancellation)
    {
        var version = await db.Set<AgreementVersion>().AsNoTracking().SingleOrDefaultAsync(v => v.Id == new Id<AgreementVersion>(key), cancellation);
        if (version is null) return null;
        var agreement = await db.Set<Agreement>().VisibleTo(viewer).AsNoTracking().Include(a => a.Versions).SingleOrDefaultAsync(a => a.Id == version.AgreementId, cancellation);
        if (agreement is null) return null;
        var address = $"/agreements/{agreement.Id}/versions/{version.Number}";
        var facts = new List<EvidenceFact> { new("agreements.field.amendment-title", version.Title ?? LocalizedText.Empty, address) };
        if (version.Reason is { } reason) facts.Add(new("agreements.field.amendment-reason", reason));
        if (Amending.BeforeOf(agreement, version) is { } before) facts.Add(new("agreements.field.changes", await evidence.ChangesAsync(before.Text, version.Text, cancellation), address + "#changes"));
        facts.AddRange(await evidence.FactsAsync(version.Text, address, cancellation));
        return new(
            evidence.Titled($"{agreement.Number} · {version.Number}", agreement.Title), address, agreement.UnitId, version.Text.Territory, version.Hash,
            facts, await evidence.DocumentsAsync(agreement.Id, version.Number, cancellation));
    }
}

/// <summary>The facts and documents of a text.</summary>
internal sealed class Evidence(AppDbContext db, TextCatalog texts, PartnerNames names, IUnits units, IFileStore files)
{
    public LocalizedText Titled(string number, LocalizedText title) => new($"{number} {title.En}", $"{number} {title.Zh}");

    public async Task<IReadOnlyList<EvidenceFact>> FactsAsync(AgreementContent text, string address, CancellationToken cancellation)
    {
        var partners = text.Parties.Select(p => p.Organisation).OfType<OrganisationId>().ToList();
        var named = await names.NamesAsync(partners, cancellation);
        var covered = (await units.AllAsync(cancellation)).Where(u => text.Units.Contains(u.Id)).ToList();
        var kind = await db.Set<AgreementKind>().AsNoTracking().SingleAsync(k => k.Code == text.Kind, cancellation);
        return
        [
            new("agreements.partner", Each(l => partners.Select(p => named[p].In(l.Tag))), address),
            new("agreements.kind", kind.Name),
            new("agreements.field.term", Each(l => [texts.In(l, "agreements.term." + text.Term)])),
            new("agreements.begin", Each(l => [Day(l, text.EffectiveOn)])),
            new("agreements.end", Each(l => [Day(l, text.EndsOn)])),
            new("agreements.field.notice-months", Each(l => [text.NoticeMonths is { } months ? months.ToString(l.Culture) : "–"])),
            new("agreements.field.territory", Each(l => text.Territory.Select(c => Countries.In(texts, l, c)))),
            new("agreements.field.signatories", Each(l => text.Parties.SelectMany(p => p.Signatories).Select(s => s.Title.Length == 0 ? s.Name : string.Format(l.Culture, texts.In(l, "agreements.party.signatory"), s.Name, s.Title)))),
            new("agreements.field.units", Each(l => covered.Select(u => u.Name.In(l.Tag)))),
            new("agreements.places-out", Each(_ => [Places(text, PlaceDirection.Out)])),
            new("agreements.places-in", Each(_ => [Places(text, PlaceDirection.In)])),
        ];
    }

    /// <summary>What one text says differently from another, in a few sentences; prose that changed is named only.</summary>
    public async Task<LocalizedText> ChangesAsync(AgreementContent before, AgreementContent after, CancellationToken cancellation)
    {
        var named = await names.OfTextsAsync(cancellation, before, after);
        var all = (await units.AllAsync(cancellation)).ToDictionary(u => u.Id, u => u.Name);
        return new(Language.All.ToDictionary(
            l => l.Tag,
            l => l.Within(() =>
            {
                var changes = Difference.Of(before, after, texts, named, all);
                return string.Join(' ', [.. changes.Sentences, .. changes.Prose.Select(p => texts["agreements.diff.prose", p.Title])]);
            }),
            StringComparer.Ordinal));
    }

    public async Task<IReadOnlyList<EvidenceDocument>> DocumentsAsync(AgreementId id, int version, CancellationToken cancellation)
    {
        var documents = await db.Set<AgreementDocument>().AsNoTracking().Where(d => d.AgreementId == id && d.TextVersion == version && d.WithdrawnAt == null)
            .OrderBy(d => d.RecordedAt).ToListAsync(cancellation);
        if (documents.Count == 0) return [];
        var cards = await files.FindAsync([.. documents.Select(d => d.FileId)], cancellation);
        return [.. documents.Where(d => cards.ContainsKey(d.FileId)).Select(d => new EvidenceDocument(
            new(cards[d.FileId].Name, cards[d.FileId].Name), cards[d.FileId].Address, Each(l => [texts.In(l, "agreements.document." + d.Kind)])))];
    }

    private LocalizedText Each(Func<Language, IEnumerable<string>> of) =>
        new(Language.All.ToDictionary(l => l.Tag, l => string.Join(texts.In(l, "agreements.comma"), of(l)), StringComparer.Ordinal));

    private static string Day(Language language, DateOnly? date) => date?.ToString(
        language == Language.Chinese ? "yyyy年M月d日" : "d MMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-US")) ?? "–";

    private static string Places(AgreementContent text, PlaceDirection direction) => text.Places
        .Where(p => p.Direction == direction && p.Within is null && p.AcademicYear is null).Sum(p => p.PerYear).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
