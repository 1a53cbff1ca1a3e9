using Entente.Foundation.Access;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Mobility.Calls;

/// <summary>A call as the office sees it: its places, what it asks for, how many have applied, what is next.</summary>
internal static class ShowCall
{
    public const string Route = CallList.Address + "/{id}";

    public static string AddressOf(Id<Call> id) => $"{CallList.Address}/{id}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, ShowAsync).Requires(MobilityPermissions.View);

    private static async Task<IResult> ShowAsync(string id, CallReading reading, PlaceOffers offers, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, viewer, cancellation) is not { } call || !viewer.May(MobilityPermissions.View, call.UnitKey)) return Results.NotFound();
        return Page.Show<ShowCallPage>(call with { Offers = call.MayEdit ? await offers.OfAsync(call, viewer, cancellation) : [] });
    }
}
