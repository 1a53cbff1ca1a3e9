using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Calls;

/// <summary>One place of a call: how many it is, what a student needs for it, and by what order students are preferred there.</summary>
internal static class ChangePlace
{
    private const string Route = KeepPlaces.Route + "/{place}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(Route, ChangeAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(Route + "/priority", PreferAsync).Requires(MobilityPermissions.Edit);
    }

    private static async Task<IResult> ShowAsync(string id, string place, PlaceDoor door, CancellationToken cancellation) =>
        await door.OpenAsync(id, place, cancellation) is var (_, model) ? Page.Show<ChangePlacePage>(model) : Results.NotFound();

    private static async Task<IResult> ChangeAsync(string id, string place, HttpRequest request, AppDbContext db, PlaceDoor door, PlaceOffers offers, CancellationToken cancellation)
    {
        if (await door.OpenAsync(id, place, cancellation) is not var (stored, model)) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var seats = sent.Number("seats", 1, CallPlace.MostSeats, required: true);
        var left = await offers.LeftAsync(model.Call, stored.AgreementId, stored.Line, cancellation) + stored.Seats;
        if (seats > left) sent.Refuse("seats", "calls.wrong.seats", left);
        var needs = PlaceNeeds.Read(sent);
        if (!sent.IsValid || seats is null) return Page.Refuse<ChangePlacePage>(model with { Sent = sent });
        stored.Seats = seats.Value;
        needs.Put(stored);
        db.Write.Action = "mobility.call.offer";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Call.Address + "#places");
    }

    private static async Task<IResult> PreferAsync(string id, string place, HttpRequest request, AppDbContext db, PlaceDoor door, CancellationToken cancellation)
    {
        if (await door.OpenAsync(id, place, cancellation) is not var (stored, model)) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var by = sent.Choice("priority", PlacePriority.Rank);
        var field = sent.Text("priority-field", 4, required: by == PlacePriority.Field);
        if (field.Length is 1 || !field.All(char.IsAsciiDigit)) sent.Refuse("priority-field", "calls.wrong.field");
        var turns = model.Applicants.Select(a => new PlaceTurn { PlaceId = stored.Id, ApplicationId = new(a.Key), Order = sent.Number(a.Field, 1, PlaceTurn.Last) ?? 0 }).Where(t => t.Order > 0).ToList();
        foreach (var twice in turns.GroupBy(t => t.Order).Where(g => g.Count() > 1))
            sent.Refuse(model.Applicants.First(a => a.Key == twice.Last().ApplicationId.Value).Field, "calls.priority.wrong.twice", twice.Key);
        if (by == PlacePriority.List && turns.Count == 0) sent.Refuse("priority", "calls.priority.wrong.nobody");
        if (!sent.IsValid) return Page.Refuse<ChangePlacePage>(model with { Sent = sent });
        (stored.Priority, stored.PriorityField) = (by, by == PlacePriority.Field ? field : null);
        db.RemoveRange(await db.Set<PlaceTurn>().Where(t => t.PlaceId == stored.Id).ToListAsync(cancellation));
        if (by == PlacePriority.List) db.AddRange(turns);
        db.Write.Action = "mobility.call.prefer";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Call.Address + "#places");
    }
}

/// <summary>Opens the page of one place that the viewer may change.</summary>
internal sealed class PlaceDoor(AppDbContext db, CallReading calls, IPersons persons, Viewer viewer)
{
    public async Task<(CallPlace Stored, PlaceModel Model)?> OpenAsync(string id, string place, CancellationToken cancellation)
    {
        if (!Id<CallPlace>.TryParse(place, null, out var key) || await calls.OfAsync(id, viewer, cancellation) is not { MayEdit: true, Phase: not CallPhase.CalledOff } call) return null;
        var of = new Id<Call>(call.Key);
        if (await db.Set<CallPlace>().SingleOrDefaultAsync(p => p.Id == key && p.CallId == of && p.ClosedReason == null, cancellation) is not { } stored) return null;
        return (stored, new(call, call.Places.Single(p => p.Key == key.Value), await ApplicantsAsync(key, cancellation)));
    }

    private async Task<IReadOnlyList<PlaceApplicant>> ApplicantsAsync(Id<CallPlace> place, CancellationToken cancellation)
    {
        var found = await db.Set<Application>().VisibleTo(viewer).Where(a => a.State == ApplicationState.Submitted && a.Choices.Any(c => c.PlaceId == place))
            .Select(a => new { a.Id, a.PersonId, a.Rank, a.Grade }).ToListAsync(cancellation);
        var people = found.ConvertAll(a => a.PersonId);
        var names = await persons.Cards(Viewer.System).Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var turns = await db.Set<PlaceTurn>().AsNoTracking().Where(t => t.PlaceId == place).ToDictionaryAsync(t => t.ApplicationId, t => t.Order, cancellation);
        return
        [
            .. found.Select(a => new PlaceApplicant(a.Id.Value, names[a.PersonId], a.Rank, a.Grade, turns.TryGetValue(a.Id, out var turn) ? turn : null))
                .OrderBy(a => a.Turn ?? int.MaxValue).ThenBy(a => a.Rank ?? int.MaxValue).ThenBy(a => a.Name.ToString(), StringComparer.CurrentCulture),
        ];
    }
}

/// <summary>What the page of a place shows.</summary>
public sealed record PlaceModel(CallModel Call, PlaceRow Place, IReadOnlyList<PlaceApplicant> Applicants)
{
    public FormReader Sent { get; init; } = FormReader.Empty;

    public string Address => $"{Call.Address}/places/{Place.Key:N}";
}

/// <summary>Somebody who listed the place.</summary>
/// <param name="Key">The application's key.</param>
/// <param name="Name">The student's name.</param>
/// <param name="Rank">The rank, 1 first; none: not ranked.</param>
/// <param name="Grade">The mean grade, hundredths.</param>
/// <param name="Turn">Where they stand in the place's own list; none: after it.</param>
public sealed record PlaceApplicant(Guid Key, LocalizedText Name, int? Rank, int? Grade, int? Turn)
{
    /// <summary>The name of the field with their place in the list.</summary>
    public string Field => "turn-" + Key.ToString("N");
}
