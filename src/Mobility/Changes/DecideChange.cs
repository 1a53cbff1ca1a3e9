using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Changes;

/// <summary>The host is asked by a link, the home supervisor gives an opinion, the office grants or refuses with a reason, whoever asked takes it back.</summary>
internal static class DecideChange
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(ShowChange.Route + "/ask", AskHostAsync).ForAccounts();
        routes.MapPost(ShowChange.Route + "/opinion", SayAsync).ForAccounts();
        routes.MapPost(ShowChange.Route + "/grant", GrantAsync).Requires(MobilityPermissions.Confirm);
        routes.MapPost(ShowChange.Route + "/refuse", RefuseAsync).Requires(MobilityPermissions.Confirm);
        routes.MapPost(ShowChange.Route + "/take-back", TakeBackAsync).ForAccounts();
    }

    private static async Task<IResult> AskHostAsync(string id, Guid change, HttpContext context, AppDbContext db, ChangeReading reading, OutsideLinks links, LinkOnce once, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, change, cancellation) is not { MayAsk: true } model) return Results.NotFound();
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var (name, email, language) = HostLink.Read(form);
        if (!form.IsValid) return Page.Refuse<ChangePage>(model with { Refused = "ask", Sent = form });
        var token = await links.MakeAsync(
            new(SignChange.Purpose, new(StayChange.RecordKind, change), "", model.Title, model.Stay.UnitKey, model.Stay.HostSupervisorId?.Value, name, email, language, HostLink.Days), viewer, cancellation);
        db.Write.Action = "mobility.change.ask-host";
        await db.SaveChangesAsync(cancellation);
        once.Keep(context, email, OutsideLinks.PathOf(token), model.Change.Address);
        return Page.SeeOther(model.Change.Address);
    }

    private static Task<IResult> SayAsync(string id, Guid change, HttpRequest request, AppDbContext db, ChangeReading reading, ChangeDuties duties, Viewer viewer, CancellationToken cancellation) =>
        ActAsync("opinion", id, change, request, db, reading, m => m.MaySay, async (stored, form) =>
        {
            var isFor = form.Raw("for");
            if (isFor is not ("yes" or "no")) form.Refuse("for", "form.choice");
            var opinion = form.Text("opinion", StayChange.LongestReason, required: true);
            if (!form.IsValid) return;
            stored.Say(isFor == "yes", opinion, viewer.Me(), db.Write.Now);
            await duties.SaidAsync(stored, cancellation);
        }, cancellation);

    private static async Task<IResult> GrantAsync(
        string id, Guid change, HttpRequest request, AppDbContext db, ChangeReading reading, StayReading stays, Granting granting, IPersons persons, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, change, cancellation) is not { MayDecide: true } model || await stays.FindAsync(id, cancellation) is not { } stay) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        if (sent.AsksToFind()) return Page.Show<ChangePage>(model with { Refused = "grant", Sent = sent });
        return await ActAsync("grant", id, change, sent, db, reading, async (stored, form) =>
        {
            var host = stored.Kind == ChangeKind.HostSupervisor ? form.Key<PersonCard>("host", required: true) : null;
            if (host == stay.PersonId) form.Refuse("host", "stays.wrong.own-supervisor");
            else if (host is { } one && !await persons.Cards(viewer).AnyAsync(p => p.Id == one, cancellation)) form.Refuse("host", "form.choice");
            var condition = form.Text("condition", StayChange.LongestReason);
            if (form.IsValid) await granting.GrantAsync(stay, stored, host, condition.Length > 0 ? condition : null, form, cancellation);
        }, cancellation);
    }

    private static Task<IResult> RefuseAsync(
        string id, Guid change, HttpRequest request, AppDbContext db, ChangeReading reading, StayReading stays, ChangeDuties duties, ChangeTold told, Viewer viewer, CancellationToken cancellation) =>
        ActAsync("refuse", id, change, request, db, reading, m => m.MayDecide, async (stored, form) =>
        {
            var reason = form.Text("reason", StayChange.LongestReason, required: true);
            if (!form.IsValid || await stays.FindAsync(id, cancellation) is not { } stay) return;
            stored.Refuse(reason, viewer.Me(), db.Write.Now);
            await duties.OverAsync(stored, cancellation);
            await told.DecidedAsync(stay, stored, cancellation);
        }, cancellation);

    private static Task<IResult> TakeBackAsync(string id, Guid change, HttpRequest request, AppDbContext db, ChangeReading reading, ChangeDuties duties, Viewer viewer, CancellationToken cancellation) =>
        ActAsync("take-back", id, change, request, db, reading, m => m.MayTakeBack, async (stored, form) =>
        {
            var reason = form.Text("reason", Stay.LongestReason);
            if (!form.IsValid) return;
            stored.TakeBack(reason.Length > 0 ? reason : null, viewer.Me(), db.Write.Now);
            await duties.OverAsync(stored, cancellation);
        }, cancellation);

    private static async Task<IResult> ActAsync(
        string step, string id, Guid change, HttpRequest request, AppDbContext db, ChangeReading reading, Func<ChangeModel, bool> may, Func<StayChange, FormReader, Task> act, CancellationToken cancellation) =>
        await reading.OfAsync(id, change, cancellation) is { } model && may(model)
            ? await ActAsync(step, id, change, await FormReader.ReadAsync(request, cancellation), db, reading, act, cancellation) : Results.NotFound();

    // What was refused leaves nothing behind; two who decide at once meet in the version of the request.
    private static async Task<IResult> ActAsync(
        string step, string id, Guid change, FormReader form, AppDbContext db, ChangeReading reading, Func<StayChange, FormReader, Task> act, CancellationToken cancellation)
    {
        var stored = await reading.StoredAsync(change, cancellation);
        await act(stored, form);
        db.Write.Action = "mobility.change." + step;
        try
        {
            if (form.IsValid) await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            form.Refuse("", "changes.wrong.meanwhile");
        }

        if (form.IsValid) return Page.SeeOther(ShowChange.AddressOf(stored));
        db.ChangeTracker.Clear();
        return await reading.OfAsync(id, change, cancellation) is { } model ? Page.Refuse<ChangePage>(model with { Refused = step, Sent = form }) : Results.NotFound();
    }
}
