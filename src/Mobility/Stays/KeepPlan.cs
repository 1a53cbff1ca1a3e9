using Entente.Contracts.Directory;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Foundation.Links;
using Entente.Foundation.Settings;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Documents;
using Entente.Ui.Links;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Mobility.Stays;

/// <summary>The study plan of a stay: written in versions, agreed to by the student and the home supervisor here, by the host supervisor through a link.</summary>
internal static class KeepPlan
{
    public const string Route = ShowStay.Route + "/plan";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).ForAccounts();
        routes.MapPost(Route, WriteAsync).ForAccounts();
        routes.MapPost(Route + "/agree", AgreeAsync).ForAccounts();
        routes.MapPost(Route + "/ask", AskAsync).ForAccounts();
    }

    private const int MostIssued = 20;

    private static async Task<IResult> ShowAsync(string id, HttpContext context, PlanReading plans, LinkOnce once, EntenteSettings settings, DocumentBoard board, Viewer viewer, CancellationToken cancellation)
    {
        if (await plans.OfAsync(id, cancellation) is not { } model) return Results.NotFound();
        var record = model.Key is { } key ? new RecordRef(StudyPlan.RecordKind, key) : (RecordRef?)null;
        return Page.Show<PlanPage>(model with
        {
            Made = MadeLink.Of(once.Take(context, model.Path), settings),
            Issued = record is { } plan ? await board.OfRecordAsync(plan, viewer, MostIssued, cancellation) : [],
            IssueAddress = record is { } latest && model.IsAgreed && viewer.May(FoundationPermissions.IssueDocuments, model.Stay.UnitKey) ? IssueDocument.AddressOf(latest) : null,
        });
    }

    private static async Task<IResult> WriteAsync(string id, HttpRequest request, AppDbContext db, PlanReading plans, Viewer viewer, CancellationToken cancellation)
    {
        if (await plans.OfAsync(id, cancellation) is not { MayWrite: true } model) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var content = PlanFields.Read(form);
        if (form.Number("version", 0, int.MaxValue) != model.Number) form.Refuse("", "plans.wrong.changed");
        var json = content.ToJson();
        if (form.IsValid && json == model.Latest?.ToJson()) return Page.SeeOther(model.Path);
        if (!form.IsValid) return Page.Refuse<PlanPage>(model with { Sent = form });
        var plan = new StudyPlan { StayId = new(model.Stay.Key), Number = model.Number + 1, Content = json, RecordedAt = db.Write.Now, RecordedById = viewer.Me() };
        if (model.Stay.IsOwn) plan.AgreeAsStudent(db.Write.Now);
        db.Add(plan);
        db.Write.Action = "mobility.plan.write";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Path);
    }

    private static async Task<IResult> AgreeAsync(string id, HttpRequest request, AppDbContext db, PlanReading plans, StayReading reading, StayDuties duties, Viewer viewer, CancellationToken cancellation)
    {
        if (await plans.OfAsync(id, cancellation) is not { MayAgree: true } model || await plans.LatestAsync(model.Stay.Key, cancellation) is not { } plan || await reading.FindAsync(id, cancellation) is not { } stay) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        if (form.Raw("hash") != Convert.ToHexStringLower(plan.Hash())) form.Refuse("", "plans.wrong.changed");
        if (!form.IsValid) return Page.Refuse<PlanPage>(model with { Sent = form });
        if (model.Stay.IsOwn) plan.AgreeAsStudent(db.Write.Now);
        else plan.AgreeAsHome(viewer.Me(), db.Write.Now);
        db.Write.Action = "mobility.plan.agree";
        await plans.TellAgreedAsync(stay, duties, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Path);
    }

    private static async Task<IResult> AskAsync(string id, HttpContext context, AppDbContext db, PlanReading plans, OutsideLinks links, LinkOnce once, Viewer viewer, CancellationToken cancellation)
    {
        if (await plans.OfAsync(id, cancellation) is not { MayAsk: true, Key: { } key } model) return Results.NotFound();
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var (name, email, language) = HostLink.Read(form);
        if (!form.IsValid) return Page.Refuse<PlanPage>(model with { Sent = form });
        var token = await links.MakeAsync(
            new(SignPlan.Purpose, new(StudyPlan.RecordKind, key), "", model.Title, model.Stay.UnitKey, model.Stay.HostSupervisorId?.Value, name, email, language, HostLink.Days), viewer, cancellation);
        db.Write.Action = "mobility.plan.ask";
        await db.SaveChangesAsync(cancellation);
        once.Keep(context, email, OutsideLinks.PathOf(token), model.Path);
        return Page.SeeOther(model.Path);
    }
}
