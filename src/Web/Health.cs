using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Entente.Web;

/// <summary>What a load balancer asks.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var migrated = new Migrated();
        routes.MapGet("/healthz", () => Results.Text("ok")).OpenToAll();
        routes.MapGet("/readyz", (AppDbContext db, JobHeartbeat heartbeat, CancellationToken cancellation) => ReadyAsync(db, heartbeat, migrated, cancellation)).OpenToAll();
    }

    /// <summary>One short statement a question, of a table: where SQLite's file is gone, a new and empty one would answer too. Once the migrations are there they stay.</summary>
    private static async Task<IResult> ReadyAsync(AppDbContext db, JobHeartbeat heartbeat, Migrated migrated, CancellationToken cancellation)
    {
        try
        {
            if (!migrated.Yes) migrated.Yes = !(await db.Database.GetPendingMigrationsAsync(cancellation)).Any();
            else await db.Database.SqlQuery<int>($"""SELECT COUNT(*) AS "Value" FROM "foundation_key_mark" """).SingleAsync(cancellation);
        }
        catch (Exception error) when (error is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            return NotReady("the database does not answer");
        }

        return !migrated.Yes ? NotReady("migrations are pending") : heartbeat.IsBeating ? Results.Text("ready") : NotReady("the job worker does not run");
    }

    private static IResult NotReady(string why) => Results.Text(why, statusCode: StatusCodes.Status503ServiceUnavailable);

    private sealed class Migrated
    {
        public volatile bool Yes;
    }
}
