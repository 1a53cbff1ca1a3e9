using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Links;
using Entente.Foundation.Web;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Nominations;

/// <summary>
/// What a partner's coordinator does by a link: reads who is nominated, downloads it, accepts, refuses with a reason or asks for more, one student at a time, in as
/// many sittings as it takes, and corrects their own name and address. The link is used up once every student is decided.
/// </summary>
internal sealed class AnswerNomination(
    AppDbContext db, IPersons persons, IOrganisations organisations, IFileStore files, OutsideLinks links, Stays.Stays stays, StayPlaces places, IPlaceLedger ledger, IHttpContextAccessor http) : ILinkPurpose
{
    public const string Purpose = "mobility.nominate";

    public string Kind => Purpose;

    public async Task<IResult> ShowAsync(LinkVisit visit, CancellationToken cancellation)
    {
        if (await ModelAsync(visit, FormReader.Empty, cancellation) is not { } model) return Results.NotFound();
        return http.HttpContext!.Request.Query["download"].ToString() switch
        {
            "xlsx" => new NominationFile(model, files, isZip: false),
            "zip" => new NominationFile(model, files, isZip: true),
            _ => Page.Show<AnswerNominationPage>(model),
        };
    }

    public async Task<IResult> AnswerAsync(LinkVisit visit, HttpRequest request, CancellationToken cancellation)
    {
        var sent = await FormReader.ReadAsync(request, cancellation);
        if (await ModelAsync(visit, sent, cancellation) is not { } model) return Results.NotFound();
        var (call, partner) = (new Id<Call>(visit.Subject.Key), model.Partner.Id);
        var open = await db.Set<Nomination>().VisibleTo(Viewer.System).Where(n => n.CallId == call && n.OrganisationId == partner && (n.State == NominationState.Sent || n.State == NominationState.MoreAsked)).ToListAsync(cancellation);
        var signed = sent.Text("signed", 160, required: true);
        var decided = new List<(Nomination Nomination, NominationState State, string? Message)>();
        foreach (var nomination in open)
        {
            var (field, message) = ("decide-" + nomination.Id, sent.Text("message-" + nomination.Id, Nomination.LongestMessage));
            if (sent.Raw(field).Length == 0) continue;
            var state = sent.Choice(field, NominationState.Sent);
            if (state is not (NominationState.Accepted or NominationState.Refused or NominationState.MoreAsked)) sent.Refuse(field, "form.choice");
            if (state is NominationState.Refused or NominationState.MoreAsked && message.Length == 0) sent.Refuse("message-" + nomination.Id, "nominations.wrong.reason");
            decided.Add((nomination, state, message.Length == 0 ? null : message));
        }

        var (name, email) = (sent.Text("own-name", 200), sent.Email("own-email"));
        var corrects = (name.Length > 0 && name != visit.Name) || (email.Length > 0 && email != visit.Email);
        if (decided.Count == 0 && !corrects) sent.Refuse("", "nominations.wrong.nothing");
        if (!sent.IsValid) return Page.Refuse<AnswerNominationPage>(model);
        foreach (var (nomination, state, message) in decided)
        {
            nomination.Answer(state, db.Write.Now, message);
            if (state == NominationState.Accepted && await BeginAsync(nomination, cancellation) is { } why) sent.Refuse("decide-" + nomination.Id, "nominations.wrong.place", why);
        }

        if (!sent.IsValid)
        {
            db.ChangeTracker.Clear();
            return Page.Refuse<AnswerNominationPage>(model);
        }

        if (corrects && await db.Set<NominationLetter>().Where(l => l.CallId == call && l.OrganisationId == partner && l.Email == visit.Email).OrderByDescending(l => l.SentAt).FirstOrDefaultAsync(cancellation) is { } letter)
            (letter.CorrectedName, letter.CorrectedEmail, letter.NotedAt) = (name.Length > 0 && name != visit.Name ? name : null, email.Length > 0 && email != visit.Email ? email : null, null);
        if (open.TrueForAll(n => !n.IsOpen))
        {
            var text = string.Join('\n', open.OrderBy(n => n.Id).Select(n => $"{n.Id} {n.State} {n.Message}"));
            await links.AnswerAsync(visit, LinkSigned.Of(text, signed, request), cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(open.TrueForAll(n => !n.IsOpen) ? visit.DoneAddress : visit.Address + "?saved=1");
    }

    public async Task<IResult> DoneAsync(LinkVisit visit, CancellationToken cancellation) =>
        await ModelAsync(visit, FormReader.Empty, cancellation) is { } model ? Page.Show<AnswerNominationPage>(model with { IsDone = true }) : Results.NotFound();

    // The place moves from the result to the stay in one transaction: it is never free in between.
    private async Task<LocalizedText?> BeginAsync(Nomination nomination, CancellationToken cancellation)
    {
        var (of, result) = (nomination.ApplicationId, nomination.ResultId);
        var application = await db.Set<Application>().VisibleTo(Viewer.System).AsNoTracking().SingleAsync(a => a.Id == of, cancellation);
        var given = await db.Set<AllocationResult>().AsNoTracking().SingleAsync(r => r.Id == result, cancellation);
        var place = await db.Set<CallPlace>().AsNoTracking().SingleAsync(p => p.Id == given.PlaceId, cancellation);
        var call = await db.Set<Call>().VisibleTo(Viewer.System).AsNoTracking().SingleAsync(c => c.Id == nomination.CallId, cancellation);
        await ledger.WithdrawAsync(given.Ref(), "stay", cancellation);
        var stay = await stays.PlanAsync(
            new(nomination.PersonId, nomination.OrganisationId, PlaceDirection.Out, call.FormId, call.AcademicYear, nomination.From, nomination.Until, application.UnitId, "call")
            {
                Agreement = place.AgreementId,
                Line = place.Line,
                Level = application.Level,
                Application = application.Id,
            },
            cancellation);
        nomination.StayId = stay.Id;
        return await places.TakeAsync(stay, cancellation);
    }

    private async Task<NominationLinkModel?> ModelAsync(LinkVisit visit, FormReader sent, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(visit.Instance, null, out var partner)) return null;
        var id = new Id<Call>(visit.Subject.Key);
        if (await db.Set<Call>().VisibleTo(Viewer.System).AsNoTracking().Include(c => c.Documents).SingleOrDefaultAsync(c => c.Id == id, cancellation) is not { } call) return null;
        var organisation = await organisations.Cards(Viewer.System).SingleAsync(o => o.Id == partner, cancellation);
        var nominations = await db.Set<Nomination>().VisibleTo(Viewer.System).AsNoTracking().Where(n => n.CallId == id && n.OrganisationId == partner).ToListAsync(cancellation);
        var (people, of) = (nominations.ConvertAll(n => n.PersonId), nominations.ConvertAll(n => n.ApplicationId));
        var names = await persons.Cards(Viewer.System).Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var applications = await db.Set<Application>().VisibleTo(Viewer.System).AsNoTracking().Where(a => of.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellation);
        var papers = await db.Set<ApplicationPaper>().AsNoTracking().Where(p => of.Contains(p.ApplicationId) && p.WithdrawnAt == null).ToListAsync(cancellation);
        var cards = await files.FindAsync([.. papers.Select(p => p.FileId)], cancellation);
        return new(visit, organisation, call.Title, [.. nominations.OrderBy(n => names[n.PersonId].En, StringComparer.Ordinal).Select(n => new NomineeView(n.Id.Value, names[n.PersonId], n.State, n.From, n.Until)
        {
            Level = applications[n.ApplicationId].Level,
            Field = applications[n.ApplicationId].Field,
            Grade = applications[n.ApplicationId].Grade,
            Language = applications[n.ApplicationId].Language,
            LanguageLevel = applications[n.ApplicationId].LanguageLevel,
            Message = n.Message,
            Reply = n.Reply,
            Papers = [.. papers.Where(p => p.ApplicationId == n.ApplicationId && cards.ContainsKey(p.FileId)).Select(p => cards[p.FileId])],
        })], sent)
        {
            WasSaved = http.HttpContext!.Request.Query.ContainsKey("saved"),
        };
    }
}

/// <summary>What the page behind the link shows.</summary>
public sealed record NominationLinkModel(LinkVisit Visit, OrganisationCard Partner, LocalizedText Call, IReadOnlyList<NomineeView> Nominees, FormReader Sent)
{
    public bool IsDone { get; init; }

    public bool WasSaved { get; init; }
}

/// <summary>A student as the partner sees them.</summary>
public sealed record NomineeView(Guid Key, LocalizedText Name, NominationState State, DateOnly From, DateOnly Until)
{
    public StudyLevel? Level { get; init; }

    public string? Field { get; init; }

    public int? Grade { get; init; }

    public string? Language { get; init; }

    public int? LanguageLevel { get; init; }

    public string? Message { get; init; }

    public string? Reply { get; init; }

    public IReadOnlyList<FileCard> Papers { get; init; } = [];

    public bool IsOpen => State is NominationState.Sent or NominationState.MoreAsked;
}
