using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Partners.Agreements;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Partners.Answers;

/// <summary>What others did lately with partners: steps of agreements, amendments signed, notes. It is news of the partner, so that whoever follows one sees it.</summary>
internal sealed class PartnerNews(AppDbContext db, PartnerNames names, TextCatalog texts) : IDeskNewsSource
{
    /// <summary>The most of each kind.</summary>
    private const int Most = 25;

    private const int LongestNote = 90;

    public async Task<IReadOnlyList<DeskNews>> NewsAsync(Viewer viewer, Instant since, CancellationToken cancellation)
    {
        if (!viewer.May(PartnersPermissions.View)) return [];
        AccountId? me = viewer.Me();
        return [.. await StepsAsync(viewer, me, since, cancellation), .. await AmendmentsAsync(viewer, me, since, cancellation), .. await NotesAsync(viewer, me, since, cancellation)];
    }

    private async Task<IEnumerable<DeskNews>> StepsAsync(Viewer viewer, AccountId? me, Instant since, CancellationToken cancellation)
    {
        var steps = await (
            from agreement in db.Set<Agreement>().VisibleTo(viewer)
            from step in agreement.Steps
            where step.RecordedAt >= since && (step.AccountId == null || step.AccountId != me)
            orderby step.RecordedAt descending, step.Id descending
            select new { agreement.Id, agreement.Number, agreement.Title, agreement.LeadPartnerId, step.To, step.RecordedAt, IsAgain = agreement.Steps.Any(s => s.To == step.To && s.RecordedAt < step.RecordedAt) }).Take(Most).ToListAsync(cancellation);
        return steps.Select(s => new DeskNews(
            s.RecordedAt, Spoken.Of(texts, KeyOf(s.To, s.IsAgain), s.Number, s.Title), $"/agreements/{s.Id}", SubjectOf(s.Id, s.LeadPartnerId)));
    }

    // A draft a second time is a text that was taken back; in force a second time, a further period.
    private string KeyOf(AgreementState to, bool isAgain) =>
        isAgain && texts.Has($"partners.news.step.{to}.again") ? $"partners.news.step.{to}.again" : "partners.news.step." + to;

    private async Task<IEnumerable<DeskNews>> AmendmentsAsync(Viewer viewer, AccountId? me, Instant since, CancellationToken cancellation)
    {
        var written = await (
            from agreement in db.Set<Agreement>().VisibleTo(viewer)
            from version in agreement.Versions
            where version.Number > 1 && version.State != AmendmentState.Withdrawn && version.RecordedAt >= since && (version.AccountId == null || version.AccountId != me)
            orderby version.RecordedAt descending, version.Id descending
            select new { agreement.Id, agreement.Number, agreement.LeadPartnerId, Version = version.Number, version.Title, version.RecordedAt }).Take(Most).ToListAsync(cancellation);
        return written.Select(v => new DeskNews(
            v.RecordedAt, Spoken.Of(texts, "partners.news.amendment", v.Number, v.Title), $"/agreements/{v.Id}/versions/{v.Version}", SubjectOf(v.Id, v.LeadPartnerId)));
    }

    private async Task<IEnumerable<DeskNews>> NotesAsync(Viewer viewer, AccountId? me, Instant since, CancellationToken cancellation)
    {
        var notes = await db.Set<Note>().VisibleTo(viewer).AsNoTracking()
            .Where(n => n.RecordedAt >= since && n.WithdrawnAt == null && (n.AccountId == null || n.AccountId != me))
            .OrderByDescending(n => n.RecordedAt).ThenByDescending(n => n.Id).Take(Most)
            .Select(n => new { n.Id, n.OrganisationId, n.Kind, n.Text, n.RecordedAt }).ToListAsync(cancellation);
        var partners = await names.NamesAsync([.. notes.Select(n => n.OrganisationId).Distinct()], cancellation);
        return notes.Where(n => partners.ContainsKey(n.OrganisationId)).Select(n => new DeskNews(
            n.RecordedAt,
            Spoken.Of(texts, "partners.news.note", Spoken.Each(l => texts.In(l, "partners.note.kind." + n.Kind)), partners[n.OrganisationId], Spoken.Shortened(n.Text, LongestNote)),
            $"{ShowPartner.AddressOf(n.OrganisationId)}#note-{n.Id.Value}", PartnerRecordNames.RecordOf(n.OrganisationId)));
    }

    private static RecordRef SubjectOf(AgreementId agreement, OrganisationId? partner) =>
        partner is { } known ? PartnerRecordNames.RecordOf(known) : new(Agreement.RecordKind, agreement.Value);
}
