using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Foundation.Texts;
using Entente.Mobility.Model;
using Entente.Mobility.Nominations;
using Entente.Mobility.Stays;
using Entente.Ui.Documents;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Papers;

/// <summary>What letters of nomination say: who is nominated where, for which days. A template that commits the school goes through the gate of nominations.</summary>
internal sealed class NominationPapers(AppDbContext db, StayNames names, SchoolNames school, TextCatalog texts) : IDocumentRecords
{
    public string Kind => Nomination.RecordKind;

    public string? OutwardGate => Nominate.Gate;

    public IReadOnlyList<string> Fields { get; } = ["student", "partner", "partner_city", "partner_country", "call", "stay_from", "stay_until", "university", "unit"];

    public IReadOnlyList<StartingTemplate> Starting { get; } = [NominationStart.Template];

    public async Task<DocumentSubject?> OfAsync(Guid key, Viewer viewer, CancellationToken cancellation)
    {
        var id = new Id<Nomination>(key);
        if (await db.Set<Nomination>().VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(n => n.Id == id && n.State != NominationState.Withdrawn, cancellation) is not { } nomination) return null;
        var of = nomination.CallId;
        var call = await db.Set<Call>().VisibleTo(Viewer.System).Where(c => c.Id == of).Select(c => c.Title).SingleAsync(cancellation);
        var student = (await names.PersonsAsync([nomination.PersonId], cancellation))[nomination.PersonId];
        var partner = (await names.PartnersAsync([nomination.OrganisationId], cancellation))[nomination.OrganisationId];
        var own = await school.OfAsync(nomination.UnitId, cancellation);
        return new(nomination.Ref(), student, $"/calls/{of}/nominations", nomination.UnitId.Value, new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
        {
            ["student"] = student,
            ["partner"] = partner.Name,
            ["partner_city"] = partner.City,
            ["partner_country"] = Countries.NameOf(texts, partner.Country),
            ["call"] = call,
            ["stay_from"] = LocalizedText.InEach(l => texts.DateIn(l, nomination.From)),
            ["stay_until"] = LocalizedText.InEach(l => texts.DateIn(l, nomination.Until)),
            ["university"] = own.University,
            ["unit"] = own.Unit,
        })
        {
            Dates = [nomination.From, nomination.Until],
            Organisations = [nomination.OrganisationId.Value],
            Persons = [nomination.PersonId.Value],
            Names = [.. own.Names, .. student.Texts.Values, .. call.Texts.Values],
            Countries = [partner.Country],
        };
    }

    public async Task<IReadOnlyList<(Guid Key, LocalizedText Title)>> SamplesAsync(Viewer viewer, int most, CancellationToken cancellation)
    {
        var found = await db.Set<Nomination>().VisibleTo(viewer).AsNoTracking().OrderByDescending(n => n.SentAt).ThenBy(n => n.Id).Take(most).Select(n => new { n.Id, n.PersonId }).ToListAsync(cancellation);
        var people = await names.PersonsAsync(found.ConvertAll(n => n.PersonId), cancellation);
        return [.. found.Select(n => (n.Id.Value, people[n.PersonId]))];
    }
}
