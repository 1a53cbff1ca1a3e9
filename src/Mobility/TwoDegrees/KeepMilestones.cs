using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.TwoDegrees;

/// <summary>A milestone is reached (noted by whoever owes it, or the office), planned for another day or reopened (by the office, with a reason); nothing recorded of it is lost.</summary>
internal static class KeepMilestones
{
    private const string Route = ShowDegrees.Route + "/{code}";
    private const long Room = 30 * 1024 * 1024;

    /// <summary>How many years before the programme a milestone may have been reached: a convention signed early.</summary>
    private const int EarlyYears = 2;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Route + "/reached", ReachedAsync).ForAccounts().WithMetadata(new UploadLimit(Room));
        routes.MapPost(Route + "/move", MoveAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(Route + "/reopen", ReopenAsync).Requires(MobilityPermissions.Edit);
    }

    private static Task<IResult> ReachedAsync(
        string id, string code, HttpRequest request, AppDbContext db, DegreeReading reading, StayReading stays, MilestoneDuties duties, IFileStore files, Viewer viewer, SchoolClock clock, CancellationToken cancellation) =>
        ActAsync("reached", id, code, request, db, reading, stays, (_, line) => line.MayNote, async (programme, milestone, _, form) =>
        {
            var on = form.Date("on", required: true);
            if (on > clock.Today) form.Refuse("on", "stays.wrong.future");
            else if (on < programme.BeginsOn.AddYears(-EarlyYears)) form.Refuse("on", "degrees.wrong.early");
            var note = form.Text("note", Milestone.LongestNote, required: true);
            var file = form.IsValid && form.Files["file"] is { Length: > 0 } sent ? (await files.KeepAsync(sent, milestone.Ref(), FileRules.Scans, form, "file", cancellation))?.Id : null;
            if (!form.IsValid) return;
            milestone.Reach(on!.Value, note, file, viewer.Me(), db.Write.Now);
            await duties.ReachedAsync(programme, milestone, note, cancellation);
        }, cancellation);

    private static Task<IResult> MoveAsync(string id, string code, HttpRequest request, AppDbContext db, DegreeReading reading, StayReading stays, MilestoneDuties duties, Viewer viewer, CancellationToken cancellation) =>
        ActAsync("move", id, code, request, db, reading, stays, (model, line) => model.Stay.MayEdit && line.DoneOn is null, async (programme, milestone, stay, form) =>
        {
            var planned = form.Date("planned", required: true);
            if (planned < programme.BeginsOn.AddYears(-EarlyYears) || planned > programme.EndsOn.AddYears(EarlyYears)) form.Refuse("planned", "degrees.wrong.planned");
            var reason = form.Text("reason", Milestone.LongestNote, required: true);
            if (!form.IsValid) return;
            milestone.Move(planned!.Value, reason, viewer.Me(), db.Write.Now);
            await duties.OweAsync(programme, stay.Id, cancellation);
        }, cancellation);

    private static Task<IResult> ReopenAsync(string id, string code, HttpRequest request, AppDbContext db, DegreeReading reading, StayReading stays, MilestoneDuties duties, Viewer viewer, CancellationToken cancellation) =>
        ActAsync("reopen", id, code, request, db, reading, stays, (model, line) => model.Stay.MayEdit && line.DoneOn is not null, async (programme, milestone, stay, form) =>
        {
            var reason = form.Text("reason", Milestone.LongestNote, required: true);
            if (!form.IsValid) return;
            milestone.Reopen(reason, viewer.Me(), db.Write.Now);
            await duties.OweAsync(programme, stay.Id, cancellation);
        }, cancellation);

    private static async Task<IResult> ActAsync(
        string step, string id, string code, HttpRequest request, AppDbContext db, DegreeReading reading, StayReading stays, Func<DegreeModel, MilestoneLine, bool> may,
        Func<DegreeProgramme, Milestone, Stay, FormReader, Task> act, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { } model || model.Milestones.FirstOrDefault(m => m.Code == code) is not { } line || !may(model, line)) return Results.NotFound();
        if (await stays.FindAsync(id, cancellation) is not { } stay || await reading.StoredAsync(model.Stay, cancellation) is not { } programme) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        await act(programme, programme.Milestones.Single(m => m.Code == code), stay, form);
        db.Write.Action = "mobility.milestone." + step;
        try
        {
            if (form.IsValid) await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            form.Refuse("", "degrees.wrong.meanwhile");
        }

        if (form.IsValid) return Page.SeeOther(model.Address + "#milestones");
        db.ChangeTracker.Clear();
        return Page.Refuse<DegreePage>(model with { Refused = step + "-" + code, Sent = form });
    }
}

/// <summary>What shows that a milestone was reached: whoever sees a stay of the student with that partner may read it.</summary>
internal sealed class MilestoneFiles(AppDbContext db) : IFileGuard
{
    public string Kind => Milestone.RecordKind;

    public Task<bool> MayReadAsync(RecordRef owner, Viewer reader, CancellationToken cancellation)
    {
        var (key, visible) = (new Id<Milestone>(owner.Key), db.Set<Stay>().VisibleTo(reader));
        return db.Set<DegreeProgramme>().Of(visible).AnyAsync(p => p.Milestones.Any(m => m.Id == key), cancellation);
    }
}
