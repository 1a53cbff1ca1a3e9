using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Web;

/// <summary>What a load balancer asks.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Text("ok")).OpenToAll();
        routes.MapGet("/readyz", ReadyAsync).OpenToAll();
    }

    private static async Task<IResult> ReadyAsync(AppDbContext db, CancellationToken cancellation)
    {
        var pending = await db.Database.GetPendingMigrationsAsync(cancellation);
        return pending.Any() ? Results.Text("migrations are pending", statusCode: StatusCodes.Status503ServiceUnavailable) : Results.Text("ready");
    }
}
