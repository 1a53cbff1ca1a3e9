using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Incoming;

/// <summary>Admits an incoming student behind the gate, refuses with a reason, gives the application back, or sends the link again.</summary>
internal static class DecideAdmission
{
    private const string Route = ShowIncomingStudent.Route;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Route + "/admit", AdmitAsync).Requires(MobilityPermissions.Admit);
        routes.MapPost(Route + "/refuse", RefuseAsync).Requires(MobilityPermissions.Admit);
        routes.MapPost(Route + "/ask", AskAsync).Requires(MobilityPermissions.Admit);
        routes.MapPost(Route + "/remind", RemindAsync).Requires(MobilityPermissions.Edit);
    }

    private static async Task<IResult> AdmitAsync(
        string id, HttpRequest request, AppDbContext db, AdmissionReading reading, IncomingStudentReading students, Admission admission, IPersons persons, EditUnits units, IGates gates, Viewer viewer, CancellationToken cancellation)
    {
        var sent = await FormReader.ReadAsync(request, cancellation);
        if (await reading.OfAsync(id, sent, cancellation) is not { MayAdmit: true } model || await students.FindAsync(id, viewer, cancellation) is not { } student) return Results.NotFound();
        if (sent.AsksToFind()) return Page.Show<IncomingStudentPage>(model);
        if (student.State != IncomingState.Applied) sent.Refuse("", "incoming.wrong.not-applied");
        if (sent.Number("token", 0, int.MaxValue) != student.Version) sent.Refuse("", "stays.wrong.changed");
        var place = model.Places.FirstOrDefault(p => p.Value == sent.Raw("place"))?.Value.Split('/');
        if (place is null) sent.Refuse("place", "form.choice");
        var supervisor = sent.Key<PersonCard>("supervisor");
        if (supervisor is { } named && !await persons.Cards(viewer).AnyAsync(p => p.Id == named, cancellation)) sent.Refuse("supervisor", "form.choice");
        var unit = await units.ChosenAsync(sent, viewer, MobilityPermissions.Admit, cancellation);
        var same = model.Like.FirstOrDefault(p => p.Person.ToString() == sent.Raw("person"));
        if (same is null && model.Like.Count > 0 && sent.Raw("person") != "new") sent.Refuse("person", "incoming.wrong.person");
        var letter = sent.Raw("letter");
        if (letter.Length > 0 && model.Letters.All(l => l.Value != letter)) sent.Refuse("letter", "form.choice");
        if (!sent.IsValid || place is null || unit is null) return Page.Refuse<IncomingStudentPage>(model);

        (student.AgreementId, student.Line, student.SupervisorId, student.UnitId) = (AgreementId.Parse(place[0], null), place[1], supervisor, unit.Value);
        db.Write.Action = Admission.Gate;
        var outcome = await gates.PassAsync(IncomingStudentReading.QuestionOf(student, model.Student.Partner), cancellation);
        if (!outcome.IsOpen)
            foreach (var verdict in outcome.Against) sent.Refuse(verdict.Check == "mobility.incoming-supervisor" ? "supervisor" : "", "incoming.wrong.gate", verdict.Sentence);
        if (sent.IsValid && await admission.TakeAsync(student, same?.Person, letter, sent, cancellation)) return Page.SeeOther(model.Student.Address);
        db.ChangeTracker.Clear();
        return Page.Refuse<IncomingStudentPage>(model);
    }

    private static async Task<IResult> RefuseAsync(string id, HttpRequest request, AppDbContext db, AdmissionReading reading, IncomingStudentReading students, IncomingLetters letters, Viewer viewer, CancellationToken cancellation)
    {
        var sent = await FormReader.ReadAsync(request, cancellation);
        if (await reading.OfAsync(id, sent, cancellation) is not { MayAdmit: true } model || await students.FindAsync(id, viewer, cancellation) is not { IsOpen: true } student) return Results.NotFound();
        var reason = sent.Text("reason", IncomingStudent.LongestNote, required: true);
        if (!sent.IsValid) return Page.Refuse<IncomingStudentPage>(model);
        student.Refuse(reason, viewer.Me(), db.Write.Now);
        await letters.RefusedAsync(student, await InvitationAsync(student, db, cancellation), cancellation);
        db.Write.Action = "mobility.incoming.refuse";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Student.Address);
    }

    private static async Task<IResult> AskAsync(string id, HttpContext context, AppDbContext db, AdmissionReading reading, IncomingStudentReading students, IncomingLetters letters, LinkOnce once, Viewer viewer, CancellationToken cancellation)
    {
        var sent = await FormReader.ReadAsync(context.Request, cancellation);
        if (await reading.OfAsync(id, sent, cancellation) is not { MayAdmit: true } model || await students.FindAsync(id, viewer, cancellation) is not { State: IncomingState.Applied } student) return Results.NotFound();
        var missing = sent.Text("missing", IncomingStudent.LongestNote, required: true);
        if (!sent.IsValid) return Page.Refuse<IncomingStudentPage>(model);
        student.AskMore(missing);
        return await LinkAgainAsync(student, "mobility.incoming.ask", context, db, letters, once, cancellation);
    }

    private static async Task<IResult> RemindAsync(string id, HttpContext context, AppDbContext db, IncomingStudentReading students, IncomingLetters letters, LinkOnce once, Viewer viewer, CancellationToken cancellation) =>
        await students.FindAsync(id, viewer, cancellation) is { State: IncomingState.Nominated } student && viewer.May(MobilityPermissions.Edit, student.UnitId.Value)
            ? await LinkAgainAsync(student, "mobility.incoming.remind", context, db, letters, once, cancellation)
            : Results.NotFound();

    private static async Task<IResult> LinkAgainAsync(IncomingStudent student, string action, HttpContext context, AppDbContext db, IncomingLetters letters, LinkOnce once, CancellationToken cancellation)
    {
        var token = await letters.AskToApplyAsync(student, await InvitationAsync(student, db, cancellation), cancellation);
        db.Write.Action = action;
        await db.SaveChangesAsync(cancellation);
        var address = ShowIncomingStudent.AddressOf(student.Id);
        once.Keep(context, student.Email, OutsideLinks.PathOf(token), address);
        return Page.SeeOther(address);
    }

    private static Task<IncomingInvitation> InvitationAsync(IncomingStudent student, AppDbContext db, CancellationToken cancellation)
    {
        var of = student.InvitationId;
        return db.Set<IncomingInvitation>().VisibleTo(Viewer.System).SingleAsync(i => i.Id == of, cancellation);
    }
}
