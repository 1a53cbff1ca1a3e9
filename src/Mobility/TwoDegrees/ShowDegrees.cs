using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.TwoDegrees;

/// <summary>The timeline of a student who takes the degrees of two institutions; the office lays it out and changes its dates.</summary>
internal static class ShowDegrees
{
    public const string Route = ShowStay.Route + "/two-degrees";

    public static string AddressOf(Id<Stay> stay) => ShowStay.AddressOf(stay) + "/two-degrees";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).ForAccounts();
        routes.MapPost(Route, LayOutAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(Route + "/dates", ChangeDatesAsync).Requires(MobilityPermissions.Edit);
    }

    private static async Task<IResult> ShowAsync(string id, DegreeReading reading, CancellationToken cancellation) =>
        await reading.OfAsync(id, cancellation) is { } model ? Page.Show<DegreePage>(model) : Results.NotFound();

    private static async Task<IResult> LayOutAsync(
        string id, HttpRequest request, AppDbContext db, DegreeReading reading, StayReading stays, DegreeRules rules, MilestoneDuties duties, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { MayLayOut: true } model || await stays.KeptAsync(id, cancellation) is not { } stay || await rules.OfAsync(stay.FormId, cancellation) is not { } rule) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        if (Dates(form) is not var (begins, ends)) return Page.Refuse<DegreePage>(model with { Refused = "lay-out", Sent = form });
        var programme = await rules.LayOutAsync(stay, rule, begins, ends, viewer.Me(), db.Write.Now, cancellation);
        db.Add(programme);
        await duties.OweAsync(programme, stay.Id, cancellation);
        db.Write.Action = "mobility.two-degrees.lay-out";
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Somebody laid it out at the same moment: theirs stands.
            db.ChangeTracker.Clear();
        }

        return Page.SeeOther(model.Address);
    }

    /// <summary>Milestones that nobody has touched follow the new dates; the others stay where they were put.</summary>
    private static async Task<IResult> ChangeDatesAsync(
        string id, HttpRequest request, AppDbContext db, DegreeReading reading, StayReading stays, DegreeRules rules, MilestoneDuties duties, Viewer viewer, CancellationToken cancellation)
    {
        if (await stays.KeptAsync(id, cancellation) is not { } stay || await reading.OfAsync(id, cancellation) is not { BeginsOn: not null } model || await reading.StoredAsync(model.Stay, cancellation) is not { } programme) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var reason = form.Text("reason", Milestone.LongestNote, required: true);
        if (Dates(form) is not var (begins, ends)) return Page.Refuse<DegreePage>(model with { Refused = "dates", Sent = form });
        (programme.BeginsOn, programme.EndsOn) = (begins, ends);
        var laid = (await rules.MilestonesAsync(begins, ends, cancellation)).ToDictionary(m => m.Step.Code, m => m.Due, StringComparer.Ordinal);
        foreach (var milestone in programme.Milestones.Where(m => m.Entries.Count == 0)) milestone.PlannedOn = laid.GetValueOrDefault(milestone.Code, milestone.PlannedOn);
        programme.Spans.Add(new() { ProgrammeId = programme.Id, BeginsOn = begins, EndsOn = ends, Reason = reason, ById = viewer.Me(), At = db.Write.Now });
        await duties.OweAsync(programme, stay.Id, cancellation);
        db.Write.Action = "mobility.two-degrees.dates";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Address);
    }

    private static (DateOnly Begins, DateOnly Ends)? Dates(FormReader form)
    {
        var (begins, ends) = (form.Date("begins", required: true), form.Date("ends", required: true));
        if (begins is { Year: < 1950 or > 2100 }) form.Refuse("begins", "form.date");
        else if (ends <= begins) form.Refuse("ends", "degrees.wrong.order");
        else if (ends > begins?.AddYears(DegreeProgramme.MostYears)) form.Refuse("ends", "degrees.wrong.long", DegreeProgramme.MostYears);
        return form.IsValid ? (begins!.Value, ends!.Value) : null;
    }
}
