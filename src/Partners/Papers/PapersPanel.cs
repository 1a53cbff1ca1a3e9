using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Partners.Partners;

namespace Entente.Partners.Papers;

/// <summary>On a partner's page: the documents issued to it, the newest first.</summary>
internal sealed class PapersPanel(DocumentBoard board, TextCatalog texts, SchoolClock clock) : IPartnerPanelSource
{
    private const int Order = 30;
    private const int Most = 8;
    private const int MostMoments = 100;

    public async Task<IReadOnlyList<PartnerPanel>> PanelsAsync(OrganisationId organisation, Viewer viewer, CancellationToken cancellation)
    {
        var documents = await board.OfRecordAsync(PartnerRecordNames.RecordOf(organisation), viewer, Most, cancellation);
        return [new("documents.of", Order, [.. documents.Select(d => new PartnerPanelLine(
            LocalizedText.InEach(l => d.Number + " · " + d.TemplateName.In(l.Tag)), "/documents/" + d.Id,
            LocalizedText.InEach(l => texts.In(l, "documents.state." + d.State) + " · " + texts.DateIn(l, clock.DateOf(d.RevokedAt ?? d.AskedAt)))))])];
    }

    public async Task<IReadOnlyList<PartnerMoment>> TimelineAsync(OrganisationId organisation, Viewer viewer, CancellationToken cancellation)
    {
        var documents = await board.OfRecordAsync(PartnerRecordNames.RecordOf(organisation), viewer, MostMoments, cancellation);
        return [.. documents.Select(d => Moment(d, d.AskedAt, "documents.moment.issued")), .. documents.Where(d => d.RevokedAt is not null).Select(d => Moment(d, d.RevokedAt!.Value, "documents.moment.revoked"))];
    }

    private PartnerMoment Moment(DocumentLine document, NodaTime.Instant at, string kind) =>
        new(clock.DateOf(at), LocalizedText.InEach(l => document.Number + " · " + document.TemplateName.In(l.Tag)), "/documents/" + document.Id, kind);
}
