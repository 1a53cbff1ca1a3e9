using Entente.Foundation.Access;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Mobility.Funding;

/// <summary>An award: what is paid when, what holds a payment up; open to the student, too.</summary>
internal static class ShowAward
{
    public const string Route = "/awards/{id}";

    public static string AddressOf(Guid key) => $"/awards/{key:N}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, ShowAsync).ForAccounts();

    private static async Task<IResult> ShowAsync(string id, AwardReading reading, CancellationToken cancellation) =>
        await reading.OfAsync(id, cancellation) is { } award ? Page.Show<AwardPage>(award) : Results.NotFound();
}
