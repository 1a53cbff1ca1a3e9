using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Foundation.Time;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Ui.Documents;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Incoming;

/// <summary>The courses a guest took here, with the school's grades and credits; the transcript is issued from them and fetched by the partner.</summary>
internal static class KeepCourses
{
    private const string Route = ShowStay.Route + "/courses";

    public static string AddressOf(Guid stay) => ShowStay.AddressOf(new(stay)) + "/courses";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).ForAccounts();
        routes.MapPost(Route, KeepAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(Route + "/tell", TellAsync).Requires(MobilityPermissions.Edit);
    }

    private static async Task<IResult> ShowAsync(string id, CourseReading reading, CancellationToken cancellation) =>
        await reading.OfAsync(id, FormReader.Empty, cancellation) is { } model ? Page.Show<CoursesPage>(model) : Results.NotFound();

    private static async Task<IResult> KeepAsync(string id, HttpRequest request, AppDbContext db, CourseReading reading, TextCatalog texts, Viewer viewer, CancellationToken cancellation)
    {
        var sent = await FormReader.ReadAsync(request, cancellation);
        if (await reading.OfAsync(id, sent, cancellation) is not { Stay.MayEdit: true } model) return Results.NotFound();
        if (!model.HasBegun) sent.Refuse("", "incoming.wrong.not-here");
        if (model.Standing is { } standing) sent.Refuse("", "incoming.wrong.issued", standing.Number);
        var rows = TranscriptRows.Read(sent, null, null, texts);
        if (!sent.IsValid) return Page.Refuse<CoursesPage>(model);
        var key = new Id<Stay>(model.Stay.Key);
        var stored = await db.Set<Transcript>().ViewerNamed().SingleOrDefaultAsync(t => t.StayId == key, cancellation);
        if (stored is null) db.Add(stored = new() { StayId = key, Rows = "[]", Table = "", RecordedAt = db.Write.Now });
        (stored.Rows, stored.RecordedAt, stored.RecordedById) = (Transcript.Write(rows), db.Write.Now, viewer.Me());
        db.Write.Action = "mobility.incoming.courses";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Path);
    }

    private static async Task<IResult> TellAsync(string id, AppDbContext db, CourseReading reading, IncomingLetters letters, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, FormReader.Empty, cancellation) is not { MayTell: true } model) return Results.NotFound();
        var stay = new Id<Stay>(model.Stay.Key);
        var student = await db.Set<IncomingStudent>().VisibleTo(viewer).SingleAsync(s => s.StayId == stay, cancellation);
        var of = student.InvitationId;
        await letters.TranscriptOutAsync(student, await db.Set<IncomingInvitation>().VisibleTo(Viewer.System).SingleAsync(i => i.Id == of, cancellation), viewer, cancellation);
        db.Write.Action = "mobility.incoming.transcript-out";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Path + "?told=1");
    }
}

/// <summary>Reads the courses of a guest's stay and the transcripts issued from them.</summary>
internal sealed class CourseReading(AppDbContext db, StayReading stays, PlanReading plans, DocumentBoard board, SchoolClock clock, Viewer viewer, IHttpContextAccessor http)
{
    public async Task<CoursesModel?> OfAsync(string id, FormReader sent, CancellationToken cancellation)
    {
        if (await stays.OfAsync(id, cancellation) is not { Direction: PlaceDirection.In } stay) return null;
        var key = new Id<Stay>(stay.Key);
        var stored = await db.Set<Transcript>().ViewerNamed().AsNoTracking().SingleOrDefaultAsync(t => t.StayId == key, cancellation);
        var issued = stored is null ? [] : await board.Lines(Viewer.System).Where(d => d.RecordKind == Transcript.RecordKind && d.RecordKey == stored.Id.Value).ToListAsync(cancellation);
        var partner = await db.Set<IncomingStudent>().VisibleTo(Viewer.System).Where(s => s.StayId == key)
            .Join(db.Set<IncomingInvitation>().VisibleTo(Viewer.System), s => s.InvitationId, i => i.Id, (s, i) => i.Email).FirstOrDefaultAsync(cancellation);
        return new(stay, sent)
        {
            Rows = stored?.Read() ?? [],
            RecordedOn = stored is null ? null : clock.DateOf(stored.RecordedAt),
            Wished = (await plans.LatestAsync(stay.Key, cancellation))?.Read().Courses ?? [],
            Issued = viewer.May(FoundationPermissions.Documents) ? issued : [],
            Standing = issued.Find(d => d.State != DocumentState.Revoked),
            IssueAddress = stored is not null && stay.MayEdit && viewer.May(FoundationPermissions.IssueDocuments, stay.UnitKey) ? IssueDocument.AddressOf(stored.Ref()) : null,
            PartnerEmail = partner,
            WasTold = http.HttpContext!.Request.Query.ContainsKey("told"),
        };
    }
}

/// <summary>What the page of a guest's courses shows.</summary>
public sealed record CoursesModel(StayView Stay, FormReader Sent)
{
    public IReadOnlyList<TranscriptRow> Rows { get; init; } = [];

    public DateOnly? RecordedOn { get; init; }

    /// <summary>The courses of the study plan, to begin with.</summary>
    public IReadOnlyList<PlannedCourse> Wished { get; init; } = [];

    public IReadOnlyList<DocumentLine> Issued { get; init; } = [];

    /// <summary>The transcript that holds; while it does, the courses stay as they are.</summary>
    public DocumentLine? Standing { get; init; }

    public string? IssueAddress { get; init; }

    /// <summary>Whom to tell at the partner; none: the stay came by no nomination.</summary>
    public string? PartnerEmail { get; init; }

    /// <summary>Whether the partner was told just now.</summary>
    public bool WasTold { get; init; }

    public string Path => KeepCourses.AddressOf(Stay.Key);

    public bool HasBegun => Stay.State is StayState.UnderWay or StayState.Returned;

    public bool MayKeep => Stay.MayEdit && HasBegun && Standing is null;

    public bool MayTell => Stay.MayEdit && PartnerEmail is not null && Standing is { State: DocumentState.Issued };
}
