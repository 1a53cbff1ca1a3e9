using System.Text.RegularExpressions;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Stays;

/// <summary>What came of a stay: recorded by the student or the office, confirmed by somebody else who may, withdrawn with a reason.</summary>
internal static partial class KeepOutcomes
{
    private const string Route = ShowStay.Route + "/outcomes";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Route, RecordAsync).ForAccounts();
        routes.MapPost(Route + "/{outcome}/confirm", ConfirmAsync).Requires(MobilityPermissions.Confirm);
        routes.MapPost(Route + "/{outcome}/withdraw", WithdrawAsync).Requires(MobilityPermissions.Edit);
    }

    private static async Task<IResult> RecordAsync(
        string id, HttpRequest request, AppDbContext db, StayReading reading, IPersons persons, Viewer viewer, SchoolClock clock, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { MayRecordOutcome: true } view) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        if (form.AsksToFind()) return Page.Show<ShowStayPage>(view with { Refused = "outcome", Sent = form });
        var kind = form.Choice("kind", OutcomeKind.Paper);
        var title = EachLanguage.Of(form, "title", Outcome.LongestTitle);
        if (title.Texts.Count == 0) form.Refuse("title-en", "form.required");
        var reference = ReferenceOf(form, kind);
        var on = form.Date("on", required: true);
        if (on > clock.Today) form.Refuse("on", "stays.wrong.future");
        else if (on < view.From) form.Refuse("on", "stays.outcome.before");
        var others = form.All("with").Where(k => k.Length > 0).Select(k => PersonId.TryParse(k, null, out var one) ? one : default).Where(p => p != view.PersonId).Distinct().ToList();
        if (others.Count >= Outcome.MostPersons) form.Refuse("with", "stays.outcome.many", Outcome.MostPersons);
        else if (others.Count > 0 && await persons.Cards(viewer).CountAsync(p => others.Contains(p.Id), cancellation) < others.Count) form.Refuse("with", "form.choice");
        if (reference is not null && await db.Set<Outcome>().Of(db.Set<Stay>().VisibleTo(Viewer.System)).AnyAsync(o => o.StayId == new Id<Stay>(view.Key) && o.Reference == reference && o.WithdrawnAt == null, cancellation))
            form.Refuse("reference", "stays.outcome.twice");
        if (!form.IsValid) return Page.Refuse<ShowStayPage>(view with { Refused = "outcome", Sent = form });
        var outcome = new Outcome
        {
            StayId = new(view.Key),
            OrganisationId = view.Partner.Id,
            Kind = kind,
            Title = title,
            Reference = reference,
            On = on!.Value,
            RecordedById = viewer.Me(),
            RecordedAt = db.Write.Now,
        };
        outcome.Persons.AddRange(others.Prepend(view.PersonId).Select((p, i) => new OutcomePerson { OutcomeId = outcome.Id, PersonId = p, Order = i }));
        db.Add(outcome);
        db.Write.Action = "mobility.outcome.record";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(view.Address + "#outcomes");
    }

    /// <summary>Nobody confirms what they recorded themselves, nor their own.</summary>
    private static async Task<IResult> ConfirmAsync(string id, string outcome, AppDbContext db, StayReading reading, StayDuties duties, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { } view || await reading.FindAsync(id, cancellation) is not { } stay) return Results.NotFound();
        if (view.Outcomes.FirstOrDefault(o => o.Key == outcome) is not { MayConfirm: true } || await StoredAsync(db, outcome, cancellation) is not { } stored) return Results.NotFound();
        stored.Confirm(viewer.Me(), db.Write.Now);
        db.Write.Action = "mobility.outcome.confirm";
        await duties.DoneAsync(stay, StayDuties.Step, stored.Title.ToString(), cancellation, "outcome");
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(view.Address + "#outcomes");
    }

    private static async Task<IResult> WithdrawAsync(string id, string outcome, HttpRequest request, AppDbContext db, StayReading reading, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { MayEdit: true } view || !view.Outcomes.Any(o => o.Key == outcome) || await StoredAsync(db, outcome, cancellation) is not { } stored) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var reason = form.Text("reason", Stay.LongestReason, required: true);
        if (!form.IsValid) return Page.Refuse<ShowStayPage>(view with { Refused = "outcome-" + outcome, Sent = form });
        stored.Withdraw(reason, db.Write.Now);
        db.Write.Action = "mobility.outcome.withdraw";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(view.Address + "#outcomes");
    }

    private static Task<Outcome?> StoredAsync(AppDbContext db, string outcome, CancellationToken cancellation)
    {
        var key = Id<Outcome>.TryParse(outcome, null, out var id) ? id : default;
        return db.Set<Outcome>().ViewerNamed().SingleOrDefaultAsync(o => o.Id == key && o.WithdrawnAt == null, cancellation);
    }

    /// <summary>A DOI in any usual way of writing it, without its address; the number of anything else as typed.</summary>
    private static string? ReferenceOf(FormReader form, OutcomeKind kind)
    {
        var typed = form.Text("reference", Outcome.LongestReference);
        if (typed.Length == 0) return null;
        if (Doi().Match(typed) is { Success: true } doi) return doi.Groups["doi"].Value.ToLowerInvariant();
        if (kind == OutcomeKind.Paper && typed.Contains("10.", StringComparison.Ordinal)) form.Refuse("reference", "stays.outcome.doi");
        return typed;
    }

    [GeneratedRegex(@"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(?<doi>10\.\d{4,9}/\S+)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Doi();
}
