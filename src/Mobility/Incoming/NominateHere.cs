using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Links;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Incoming;

/// <summary>
/// What a partner's coordinator does by a link: nominates students for a year until the deadline, sees where each stands, takes one back, fetches what the school
/// issued. A page to come back to: it is never used up.
/// </summary>
internal class NominateHere(
    AppDbContext db, IOrganisations organisations, IncomingPlaces places, IncomingReading reading, IncomingLetters letters, IFileStore files, AcademicCalendar calendar, SchoolClock clock, IHttpContextAccessor http) : ILinkPurpose
{
    public const string Purpose = "mobility.incoming-nominate";

    /// <summary>How many can be nominated by one invitation, also those taken back.</summary>
    private const int Most = 200;

    public virtual string Kind => Purpose;

    public async Task<IResult> ShowAsync(LinkVisit visit, CancellationToken cancellation) =>
        await ModelAsync(visit, FormReader.Empty, cancellation) is { } model ? Page.Show<NominateHerePage>(model) : Results.NotFound();

    public Task<IResult> DoneAsync(LinkVisit visit, CancellationToken cancellation) => ShowAsync(visit, cancellation);

    public async Task<IResult> AnswerAsync(LinkVisit visit, HttpRequest request, CancellationToken cancellation)
    {
        var sent = await FormReader.ReadAsync(request, cancellation);
        if (await ModelAsync(visit, sent, cancellation) is not { } model || await FindAsync(visit, cancellation) is not { } invitation) return Results.NotFound();
        if (model.MovedTo is not null) return Page.Refuse<NominateHerePage>(model);
        var back = sent.Raw("back");
        if (back.Length > 0 ? await TakeBackAsync(back, invitation, sent, cancellation) : await NominateAsync(model, invitation, sent, cancellation))
        {
            await db.SaveChangesAsync(cancellation);
            return Page.SeeOther(visit.Address + (back.Length > 0 ? "?done=back" : "?done=nominated"));
        }

        db.ChangeTracker.Clear();
        return Page.Refuse<NominateHerePage>(model);
    }

    public async Task<FileCard?> FileAsync(LinkVisit visit, Id<FileCard> file, CancellationToken cancellation) =>
        await ModelAsync(visit, FormReader.Empty, cancellation) is { MovedTo: null } model && model.Students.Any(s => s.Documents.Any(d => d.File == file))
            ? (await files.FindAsync([file], cancellation)).GetValueOrDefault(file)
            : null;

    private async Task<bool> NominateAsync(NominateHereModel model, IncomingInvitation invitation, FormReader sent, CancellationToken cancellation)
    {
        var forms = await db.Set<MobilityForm>().AsNoTracking().Where(f => f.IsOffered).ToDictionaryAsync(f => f.Code, f => f.Id, StringComparer.Ordinal, cancellation);
        var fields = NomineeFields.Read(sent, forms, invitation.AcademicYear, calendar, clock.Today);
        if (model.IsClosed) sent.Refuse("", "incoming.wrong.closed");
        if (invitation.Nominations >= Most) sent.Refuse("", "incoming.wrong.many", Most);
        if (!sent.IsValid) return false;
        var nominee = fields.Nominate(invitation, db.Write.Now);
        if (model.Students.FirstOrDefault(s => s.IsLive && (s.Email.Equals(nominee.Email, StringComparison.OrdinalIgnoreCase) || s.Name == nominee.Name)) is { } twice)
            sent.Refuse(twice.Name == nominee.Name ? "family" : "email", "incoming.wrong.twice", twice.Name);
        else if (await places.PlaceAsync(nominee, await places.OfAsync(invitation.OrganisationId, invitation.AcademicYear, cancellation), cancellation) is { } full)
            sent.Refuse("", "incoming.wrong.place", full);
        else if (nominee.Line.Length == 0) sent.Refuse("", "incoming.wrong.no-places");
        if (!sent.IsValid) return false;
        db.Add(nominee);
        invitation.Nominations++;
        await letters.AskToApplyAsync(nominee, invitation, cancellation);
        return true;
    }

    private async Task<bool> TakeBackAsync(string key, IncomingInvitation invitation, FormReader sent, CancellationToken cancellation)
    {
        var of = invitation.Id;
        var found = Id<IncomingStudent>.TryParse(key, null, out var id) ? await db.Set<IncomingStudent>().VisibleTo(Viewer.System).SingleOrDefaultAsync(s => s.Id == id && s.InvitationId == of, cancellation) : null;
        if (found is null) sent.Refuse("", "form.choice");
        else if (!found.IsOpen) sent.Refuse("", "incoming.wrong.decided", found.Name);
        else found.TakeBack(db.Write.Now);
        return sent.IsValid;
    }

    private async Task<IncomingInvitation?> FindAsync(LinkVisit visit, CancellationToken cancellation)
    {
        var id = new Id<IncomingInvitation>(visit.Subject.Key);
        return await db.Set<IncomingInvitation>().VisibleTo(Viewer.System).SingleOrDefaultAsync(i => i.Id == id, cancellation);
    }

    private async Task<NominateHereModel?> ModelAsync(LinkVisit visit, FormReader sent, CancellationToken cancellation)
    {
        if (await FindAsync(visit, cancellation) is not { } invitation) return null;
        var (id, partner) = (invitation.Id, invitation.OrganisationId);
        var card = await organisations.Cards(Viewer.System).SingleAsync(o => o.Id == partner, cancellation);
        var model = new NominateHereModel(visit, card, calendar.Name(invitation.AcademicYear), sent)
        {
            ClosesAt = invitation.ClosesAt,
            Zone = invitation.Zone,
            IsClosed = db.Write.Now > invitation.ClosesAt,
            Done = http.HttpContext!.Request.Query["done"].ToString(),
            MovedTo = visit.Email == invitation.Email ? null : invitation.Name,
        };
        if (model.MovedTo is not null) return model;
        var lines = (await places.OfAsync(partner, invitation.AcademicYear, cancellation)).Where(l => l.Line.Within is null).ToList();
        return model with
        {
            Places = lines.Sum(l => l.Line.PerYear),
            Left = lines.Sum(l => Math.Max(0, l.Left)) / 100,
            Students = await reading.LinesAsync(db.Set<IncomingStudent>().VisibleTo(Viewer.System).Where(s => s.InvitationId == id), cancellation),
            Forms = await db.Set<MobilityForm>().AsNoTracking().Where(f => f.IsOffered).OrderBy(f => f.Order).Select(f => new Choice(f.Code, f.Name.ToString())).ToListAsync(cancellation),
            FirstDay = calendar.FirstDay(invitation.AcademicYear),
        };
    }
}

/// <summary>The same page by the link that says a transcript is there.</summary>
internal sealed class TranscriptHere(
    AppDbContext db, IOrganisations organisations, IncomingPlaces places, IncomingReading reading, IncomingLetters letters, IFileStore files, AcademicCalendar calendar, SchoolClock clock, IHttpContextAccessor http)
    : NominateHere(db, organisations, places, reading, letters, files, calendar, clock, http)
{
    public new const string Purpose = "mobility.incoming-transcript";

    public override string Kind => Purpose;
}

/// <summary>What the partner's page shows.</summary>
public sealed record NominateHereModel(LinkVisit Visit, OrganisationCard Partner, string Year, FormReader Sent)
{
    public required NodaTime.Instant ClosesAt { get; init; }

    public required string Zone { get; init; }

    /// <summary>Whether the deadline has passed.</summary>
    public bool IsClosed { get; init; }

    /// <summary>What was done just now: <c>nominated</c>, <c>back</c>.</summary>
    public string Done { get; init; } = "";

    /// <summary>Whom the school writes to since; none: still the one of this link.</summary>
    public string? MovedTo { get; init; }

    /// <summary>Places for guests in the year.</summary>
    public int Places { get; init; }

    /// <summary>Whole places nobody was admitted to.</summary>
    public int Left { get; init; }

    public IReadOnlyList<IncomingLine> Students { get; init; } = [];

    public IReadOnlyList<Choice> Forms { get; init; } = [];

    /// <summary>The first day of the year.</summary>
    public DateOnly FirstDay { get; init; }

    /// <summary>How many are nominated and wait.</summary>
    public int Waiting => Students.Count(s => s.IsOpen);
}
