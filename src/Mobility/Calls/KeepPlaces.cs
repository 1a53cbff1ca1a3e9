using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Calls;

/// <summary>Offers places of agreements in a call, or closes one: nobody gets it any more, and whoever listed it is told on their page.</summary>
internal static class KeepPlaces
{
    public const string Route = ShowCall.Route + "/places";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Route, OfferAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(Route + "/{place}/close", CloseAsync).Requires(MobilityPermissions.Edit);
    }

    private static async Task<IResult> OfferAsync(
        string id, HttpRequest request, AppDbContext db, CallReading reading, PlaceOffers offers, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, viewer, cancellation) is not { MayEdit: true } call) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var open = await offers.OfAsync(call, viewer, cancellation);
        var chosen = open.FirstOrDefault(o => o.Value == sent.Raw("offer"));
        if (chosen is null) sent.Refuse("offer", "form.choice");
        var seats = sent.Number("seats", 1, CallPlace.MostSeats, required: true);
        if (chosen is not null && seats > chosen.Left) sent.Refuse("seats", "calls.wrong.seats", chosen.Left);
        var needs = PlaceNeeds.Read(sent);
        if (!sent.IsValid || chosen is null || seats is null) return Page.Refuse<ShowCallPage>(call with { Offers = open, Sent = sent });
        var parts = chosen.Value.Split('/');
        var place = new CallPlace
        {
            CallId = new(call.Key),
            AgreementId = AgreementId.Parse(parts[0], null),
            Line = parts[1],
            OrganisationId = OrganisationId.Parse(parts[2], null),
            Seats = seats.Value,
            Order = call.Places.Count,
        };
        needs.Put(place);
        db.Add(place);
        db.Write.Action = "mobility.call.offer";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(call.Address + "#places");
    }

    private static async Task<IResult> CloseAsync(
        string id, string place, HttpRequest request, AppDbContext db, CallReading reading, PlaceOffers offers, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, viewer, cancellation) is not { MayEdit: true } call || await StoredAsync(id, place, reading, viewer, cancellation) is not { } stored) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var reason = sent.Text("reason", 1000, required: true);
        if (!sent.IsValid) return Page.Refuse<ShowCallPage>(call with { Offers = await offers.OfAsync(call, viewer, cancellation), Sent = sent });
        if (call.Phase == CallPhase.Draft) db.Remove(stored);
        else stored.ClosedReason = reason;
        db.Write.Action = "mobility.call.close-place";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(call.Address + "#places");
    }

    private static async Task<CallPlace?> StoredAsync(string id, string place, CallReading reading, Viewer viewer, CancellationToken cancellation) =>
        Id<CallPlace>.TryParse(place, null, out var key) && await reading.FindAsync(id, viewer, cancellation) is { } call ? call.Places.Find(p => p.Id == key) : null;
}

/// <summary>What a student needs to get a place, as it was entered.</summary>
internal sealed record PlaceNeeds(StudyLevel? Level, string? Field, string? Language, int? LanguageLevel, int? LeastGrade, long? Cost)
{
    public static PlaceNeeds Read(FormReader sent)
    {
        var level = sent.Raw("level").Length == 0 ? (StudyLevel?)null : sent.Choice("level", StudyLevel.Doctoral);
        var field = sent.Text("field", 4);
        if (field.Length is 1 || !field.All(char.IsAsciiDigit)) sent.Refuse("field", "calls.wrong.field");
        var language = sent.Text("language", 20);
        var languageLevel = sent.Number("language-level", 1, 6);
        if (language.Length == 0 != languageLevel is null) sent.Refuse("language", "calls.wrong.language");
        var grade = sent.Number("grade", 0, 100);
        var cost = sent.Number("cost", 0, 100_000_000);
        return new(level, Null(field), Null(language), languageLevel, grade * 100, cost * 100L);
    }

    public void Put(CallPlace place) =>
        (place.Level, place.Field, place.Language, place.LanguageLevel, place.LeastGrade, place.Cost) = (Level, Field, Language, LanguageLevel, LeastGrade, Cost);

    private static string? Null(string text) => text.Length == 0 ? null : text;
}

/// <summary>Finds the lines of agreements a call can offer, with what is left of them in its year.</summary>
internal sealed class PlaceOffers(AppDbContext db, LinesInForce inForce, IOrganisations organisations, IPlaceLedger ledger, TextCatalog texts)
{
    public async Task<IReadOnlyList<OfferChoice>> OfAsync(CallModel call, Viewer viewer, CancellationToken cancellation)
    {
        var lines = await inForce.OfAsync(call.Year, PlaceDirection.Out, viewer, cancellation);
        var promised = await PromisedAsync([.. lines.Select(l => l.Agreement.Id).Distinct()], call.Year, cancellation);
        var named = lines.Select(l => l.Partner).Distinct().ToList();
        var names = await organisations.Cards(viewer).Where(o => named.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);
        var taken = call.Places.Select(p => $"{p.Agreement}/{p.Line}/{p.Partner.Id}").ToHashSet(StringComparer.Ordinal);
        return [.. lines.Where(l => names.ContainsKey(l.Partner)).Select(l => Choice(l, names[l.Partner], l.Left / 100 - promised.GetValueOrDefault((l.Agreement.Id, l.Line.Code))))
            .Where(o => o.Left > 0 && !taken.Contains(o.Value)).OrderBy(o => o.Text, StringComparer.CurrentCulture)];
    }

    /// <summary>What is left of one line for the call's year, other calls' offers counted.</summary>
    public async Task<int> LeftAsync(CallModel call, AgreementId agreement, string line, CancellationToken cancellation)
    {
        var left = await ledger.LeftAsync([agreement], call.Year, cancellation);
        var promised = await PromisedAsync([agreement], call.Year, cancellation);
        return (left.GetValueOrDefault(agreement)?.GetValueOrDefault(line) ?? 0) / 100 - promised.GetValueOrDefault((agreement, line));
    }

    // Places other calls of the year give away and that are not in the ledger yet.
    private async Task<Dictionary<(AgreementId, string), int>> PromisedAsync(IReadOnlyList<AgreementId> of, int year, CancellationToken cancellation)
    {
        var now = db.Write.Now;
        var open = db.Set<Call>().VisibleTo(Viewer.System).Where(c => c.AcademicYear == year && c.State != CallState.CalledOff && c.ClosesAt > now).Select(c => c.Id);
        return (await db.Set<CallPlace>().Where(p => of.Contains(p.AgreementId) && p.ClosedReason == null && open.Contains(p.CallId)).GroupBy(p => new { p.AgreementId, p.Line })
            .Select(g => new { g.Key, Seats = g.Sum(p => p.Seats) }).ToListAsync(cancellation)).ToDictionary(g => (g.Key.AgreementId, g.Key.Line), g => g.Seats);
    }

    private OfferChoice Choice(LineInForce line, LocalizedText partner, int left)
    {
        var level = line.Line.Level is { } l ? " · " + texts["mobility.level." + l] : "";
        return new(line.Value, string.Create(CultureInfo.InvariantCulture, $"{partner} · {line.Agreement.Number} · {line.Line.Code}{level} · ") + texts.Count("calls.left", left), left);
    }
}
