using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Matching.Places;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Funding;

/// <summary>Pays the places of a call from a source: what the source has left in the call's year limits what its allocation may cost.</summary>
internal static class FundCall
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(KeepSources.Route + "/calls", FundAsync).Requires(MobilityPermissions.Edit);

    private static async Task<IResult> FundAsync(string id, HttpRequest request, AppDbContext db, FundingReading reading, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { Source.MayEdit: true } model) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var chosen = model.Calls.FirstOrDefault(c => c.Value == sent.Raw("call"));
        if (chosen is null) sent.Refuse("call", "form.choice");
        if (!sent.IsValid) return Page.Refuse<SourcePage>(model with { Sent = sent });
        var (call, source) = (Id<Call>.Parse(chosen!.Value, null), new Id<FundingSource>(model.Source.Key));
        var stored = await db.Set<CallFunding>().SingleOrDefaultAsync(c => c.CallId == call, cancellation);
        if (stored?.SourceId == source) db.Remove(stored);
        else if (stored is not null) stored.SourceId = source;
        else db.Add(new CallFunding { CallId = call, SourceId = source });
        db.Write.Action = "mobility.funding.call";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Source.Address);
    }
}

/// <summary>The budget of a call as a limit around all its places.</summary>
internal sealed class CallBudget(AppDbContext db)
{
    /// <summary>A nest of all places with what the source has left in the call's year; none where no source pays the call.</summary>
    public async Task<Nest?> NestAsync(CallModel call, CancellationToken cancellation)
    {
        var (key, year) = (new Id<Call>(call.Key), call.Year);
        var left = await (from funding in db.Set<CallFunding>()
                          where funding.CallId == key
                          select db.Set<FundingBudget>().Where(b => b.SourceId == funding.SourceId && b.Year == year).Select(b => (long?)(b.Amount - b.Awarded)).FirstOrDefault() ?? 0).ToListAsync(cancellation);
        return left.Count == 0 || call.Places.Count == 0 ? null : new("budget", [.. call.Places.Select(p => p.Key.ToString("N"))]) { Budget = left[0] };
    }
}
