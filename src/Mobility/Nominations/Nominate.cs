using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Entente.Ui.Links;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Nominations;

/// <summary>Nominates the students of a partner: each passes its gate, then one link goes to one person there. Replies to what a partner asks, takes a nomination back.</summary>
internal static class Nominate
{
    public const string Gate = "mobility.nominate";
    private const string Route = ShowCall.Route + "/nominations";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(MobilityPermissions.View);
        routes.MapPost(Route + "/{partner}/send", SendAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(Route + "/{nomination}/reply", ReplyAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(Route + "/{nomination}/withdraw", WithdrawAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(Route + "/letters/{letter}/noted", NotedAsync).Requires(MobilityPermissions.Edit);
    }

    private static async Task<IResult> ShowAsync(string id, HttpContext context, NominationReading reading, LinkOnce once, EntenteSettings settings, CancellationToken cancellation) =>
        await reading.OfAsync(id, cancellation) is { } model ? Page.Show<NominationsPage>(model with { Made = MadeLink.Of(once.Take(context, model.Address), settings) }) : Results.NotFound();

    private static async Task<IResult> SendAsync(
        string id, string partner, HttpContext context, AppDbContext db, NominationReading reading, IGates gates, OutsideLinks links, Viewer viewer, LinkOnce once, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { Call.MayEdit: true } model || model.Partners.FirstOrDefault(p => p.Partner.Id.ToString() == partner) is not { } to) return Results.NotFound();
        var sent = await FormReader.ReadAsync(context.Request, cancellation);
        var contact = to.Contacts.FirstOrDefault(c => c.Key.ToString("N") == sent.Raw("contact"));
        if (contact is null) sent.Refuse("contact", "form.choice");
        var (from, until) = (sent.Date("from", required: true), sent.Date("until", required: true));
        if (until <= from) sent.Refuse("until", "nominations.wrong.until");
        var days = sent.Number("days", 1, OutsideLinks.MostDays, required: true);
        if (to.ToSend.Count == 0 && to.Unanswered.Count == 0) sent.Refuse("", "nominations.wrong.nobody");
        if (!sent.IsValid || contact is null || from is null || until is null || days is null) return Page.Refuse<NominationsPage>(model with { Sent = sent });
        db.Write.Action = Gate;
        foreach (var row in to.ToSend)
        {
            var nomination = new Nomination
            {
                CallId = new(model.Call.Key),
                ApplicationId = new(row.Application),
                ResultId = new(row.Result!.Value),
                PersonId = row.Person,
                OrganisationId = to.Partner.Id,
                From = from.Value,
                Until = until.Value,
                SentAt = db.Write.Now,
                UnitId = new(model.Call.UnitKey),
            };
            db.Add(nomination);
            var outcome = await gates.PassAsync(new(Gate, nomination.Ref(), nomination.UnitId, [to.Partner.Country]), cancellation);
            if (!outcome.IsOpen) sent.Refuse("", "nominations.wrong.gate", row.Name, string.Join(" ", outcome.Against.Select(v => v.Sentence.ToString())));
        }

        if (!sent.IsValid)
        {
            db.ChangeTracker.Clear();
            return Page.Refuse<NominationsPage>(model with { Sent = sent });
        }

        db.Add(new NominationLetter { CallId = new(model.Call.Key), OrganisationId = to.Partner.Id, Name = contact.Name.ToString(), Email = contact.Email, SentAt = db.Write.Now });
        var token = await links.MakeAsync(
            new(AnswerNomination.Purpose, new(Call.RecordKind, model.Call.Key), to.Partner.Id.ToString(), LocalizedText.InEach(l => $"{model.Call.Title.In(l.Tag)} · {to.Partner.Name.In(l.Tag)}"),
                model.Call.UnitKey, contact.Person.Value, contact.Name.ToString(), contact.Email, Language.Of(contact.Language) ?? Language.English, days.Value),
            viewer, cancellation);
        await db.SaveChangesAsync(cancellation);
        once.Keep(context, contact.Email, OutsideLinks.PathOf(token), model.Address);
        return Page.SeeOther(model.Address);
    }

    private static async Task<IResult> ReplyAsync(string id, string nomination, HttpRequest request, AppDbContext db, NominationReading reading, Viewer viewer, CancellationToken cancellation)
    {
        if (await FindAsync(id, nomination, db, reading, viewer, cancellation) is not var (model, found) || found.State != NominationState.MoreAsked) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var reply = sent.Text("reply-" + found.Id, Nomination.LongestMessage, required: true);
        if (!sent.IsValid) return Page.Refuse<NominationsPage>(model with { Sent = sent });
        found.ReplyWith(reply);
        db.Write.Action = "mobility.nomination.reply";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Address);
    }

    private static async Task<IResult> WithdrawAsync(string id, string nomination, AppDbContext db, NominationReading reading, Viewer viewer, CancellationToken cancellation)
    {
        if (await FindAsync(id, nomination, db, reading, viewer, cancellation) is not var (model, found) || !found.IsOpen) return Results.NotFound();
        found.Withdraw(db.Write.Now);
        db.Write.Action = "mobility.nomination.withdraw";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Address);
    }

    private static async Task<IResult> NotedAsync(string id, string letter, AppDbContext db, NominationReading reading, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { Call.MayEdit: true } model || !Id<NominationLetter>.TryParse(letter, null, out var key)) return Results.NotFound();
        var call = new Id<Call>(model.Call.Key);
        if (await db.Set<NominationLetter>().SingleOrDefaultAsync(l => l.Id == key && l.CallId == call, cancellation) is not { } found) return Results.NotFound();
        found.NotedAt = db.Write.Now;
        db.Write.Action = "mobility.nomination.noted";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Address);
    }

    private static async Task<(NominationsModel Model, Nomination Found)?> FindAsync(string id, string nomination, AppDbContext db, NominationReading reading, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { Call.MayEdit: true } model || !Id<Nomination>.TryParse(nomination, null, out var key)) return null;
        var call = new Id<Call>(model.Call.Key);
        return await db.Set<Nomination>().VisibleTo(viewer).SingleOrDefaultAsync(n => n.Id == key && n.CallId == call, cancellation) is { } found ? (model, found) : null;
    }
}
