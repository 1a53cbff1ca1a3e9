using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Mobility.Applications;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Entente.Ui.Links;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Mobility.Nominations;

/// <summary>Reads who accepted a place of a call, and where the nomination of each stands, partner by partner.</summary>
internal sealed class NominationReading(
    AppDbContext db, CallReading calls, IPersons persons, IOrganisations organisations, IPartnerContacts contacts, AcademicCalendar calendar, DocumentBoard board, Viewer viewer)
{
    public async Task<NominationsModel?> OfAsync(string id, CancellationToken cancellation)
    {
        if (await calls.OfAsync(id, viewer, cancellation) is not { } call || !viewer.May(MobilityPermissions.View, call.UnitKey)) return null;
        var key = new Id<Call>(call.Key);
        var form = await db.Set<MobilityForm>().AsNoTracking().SingleAsync(f => f.Code == call.FormCode, cancellation);
        var nominated = await db.Set<Nomination>().VisibleTo(viewer).AsNoTracking().Where(n => n.CallId == key).ToListAsync(cancellation);
        var accepted = await (from result in db.Set<AllocationResult>().AsNoTracking()
                              join round in db.Set<AllocationRound>() on result.RoundId equals round.Id
                              join application in db.Set<Application>().VisibleTo(viewer) on result.ApplicationId equals application.Id
                              where round.CallId == key && result.State == ResultState.Accepted
                              select new { result.Id, result.PlaceId, Application = application }).ToListAsync(cancellation);
        var people = accepted.Select(a => a.Application.PersonId).Concat(nominated.Select(n => n.PersonId)).Distinct().ToList();
        var names = await persons.Cards(Viewer.System).Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var letters = (await db.Set<NominationLetter>().AsNoTracking().Where(l => l.CallId == key).OrderByDescending(l => l.SentAt).ToListAsync(cancellation)).ToLookup(l => l.OrganisationId);
        var sentKeys = nominated.ConvertAll(n => n.Id.Value);
        var issued = (viewer.May(FoundationPermissions.Documents) ? await board.Lines(viewer).Where(d => d.RecordKind == Nomination.RecordKind && sentKeys.Contains(d.RecordKey)).ToListAsync(cancellation) : []).ToLookup(d => d.RecordKey);
        var waiting = accepted.Where(a => nominated.TrueForAll(n => n.ResultId != a.Id)).Select(a => new NomineeRow(a.Application.Id.Value, a.Application.PersonId, names[a.Application.PersonId], null)
        {
            Result = a.Id.Value,
            Place = call.Places.Single(p => p.Key == a.PlaceId!.Value.Value),
        });
        var sent = nominated.Select(n => new NomineeRow(n.ApplicationId.Value, n.PersonId, names[n.PersonId], n.State)
        {
            Nomination = n.Id.Value,
            From = n.From,
            Until = n.Until,
            Message = n.Message,
            Reply = n.Reply,
            AnsweredAt = n.AnsweredAt,
            Stay = n.StayId?.Value,
            Issued = [.. issued[n.Id.Value]],
            Place = call.Places.First(p => p.Partner.Id == n.OrganisationId),
        });
        var rows = waiting.Concat(sent).ToLookup(r => r.Place!.Partner.Id);
        var partners = rows.Select(g => g.Key).ToList();
        var known = await contacts.OfAsync(partners, viewer, cancellation);
        var cards = await organisations.Cards(Viewer.System).Where(o => partners.Contains(o.Id)).ToListAsync(cancellation);
        var first = calendar.FirstDay(call.Year);
        return new(call, [.. cards.OrderBy(c => Language.Current == Language.Chinese ? c.SortKeyZh : c.SortKey, SortKeyOrder.Instance).Select(c => new PartnerNominations(
            c, [.. rows[c.Id].OrderBy(r => r.Name.ToString(), StringComparer.CurrentCulture)], known.GetValueOrDefault(c.Id, []),
            letters[c.Id].FirstOrDefault() is { } letter ? new(letter.Id.Value, letter.Name, letter.Email, letter.SentAt, letter.NotedAt is null ? letter.CorrectedName : null, letter.NotedAt is null ? letter.CorrectedEmail : null) : null))])
        {
            MayIssue = viewer.May(FoundationPermissions.IssueDocuments, call.UnitKey),
            From = first,
            Until = first.AddMonths(form.Months).AddDays(-1),
        };
    }
}

/// <summary>What the page of nominations shows.</summary>
public sealed record NominationsModel(CallModel Call, IReadOnlyList<PartnerNominations> Partners)
{
    /// <summary>Whether letters of nomination may be issued by the viewer.</summary>
    public bool MayIssue { get; init; }

    public DateOnly From { get; init; }

    public DateOnly Until { get; init; }

    public FormReader Sent { get; init; } = FormReader.Empty;

    public MadeLink? Made { get; init; }

    public string Address => Call.Address + "/nominations";
}

/// <summary>The students for one partner.</summary>
public sealed record PartnerNominations(OrganisationCard Partner, IReadOnlyList<NomineeRow> Rows, IReadOnlyList<PartnerContactCard> Contacts, LetterLine? Letter)
{
    public IReadOnlyList<NomineeRow> ToSend => [.. Rows.Where(r => r.State is null)];

    public IReadOnlyList<NomineeRow> Unanswered => [.. Rows.Where(r => r.State == NominationState.Sent)];
}

/// <summary>A student for a partner, nominated or about to be.</summary>
public sealed record NomineeRow(Guid Application, PersonId Person, LocalizedText Name, NominationState? State)
{
    public Guid? Result { get; init; }

    public Guid? Nomination { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public string? Message { get; init; }

    public string? Reply { get; init; }

    public Instant? AnsweredAt { get; init; }

    public Guid? Stay { get; init; }

    /// <summary>The letters issued about it, the newest first.</summary>
    public IReadOnlyList<Foundation.Documents.DocumentLine> Issued { get; init; } = [];

    public PlaceRow? Place { get; init; }
}

/// <summary>The link sent to a partner last.</summary>
public sealed record LetterLine(Guid Key, string Name, string Email, Instant SentAt, string? CorrectedName, string? CorrectedEmail);
