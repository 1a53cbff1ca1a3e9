using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Mobility.Applications;

/// <summary>A student names a recommender, who gets a link; or takes one back who does not answer, and names another.</summary>
internal static class AskRecommender
{
    /// <summary>For how many days after the deadline a recommendation is still taken.</summary>
    private const int DaysAfter = 7;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(OpenCalls.Address + "/{id}/recommenders", AskAsync).ForAccounts();
        routes.MapPost(OpenCalls.Address + "/{id}/recommenders/{recommendation}/withdraw", WithdrawAsync).ForAccounts();
    }

    private static async Task<IResult> AskAsync(string id, HttpRequest request, AppDbContext db, ApplicationDoor door, OutsideLinks links, Viewer viewer, CancellationToken cancellation)
    {
        if (await door.WritableAsync(id, cancellation) is not var (mine, own)) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var name = sent.Text("recommender", Recommendation.LongestName, required: true);
        var email = sent.Email("recommender-email", required: true);
        var language = sent.Raw("recommender-language") == Language.Chinese.Tag ? Language.Chinese : Language.English;
        var asked = mine.Application!.Recommendations.Where(r => !r.IsDeclined).ToList();
        if (asked.Count >= Math.Max(1, mine.Call.Recommendations)) sent.Refuse("recommender", "apply.wrong.recommenders", mine.Call.Recommendations);
        if (asked.Exists(r => string.Equals(r.Email, email, StringComparison.OrdinalIgnoreCase))) sent.Refuse("recommender-email", "apply.wrong.recommender-twice");
        if (!sent.IsValid) return Page.Refuse<MinePage>(mine with { Sent = sent });
        var made = new Recommendation { ApplicationId = own.Id, Name = name, Email = email, AskedAt = db.Write.Now };
        db.Add(made);
        var days = (int)Math.Ceiling((mine.Call.LastMoment - db.Write.Now).TotalDays) + DaysAfter;
        await links.MakeAsync(
            new(Recommend.Purpose, own.Ref(), made.Id.ToString(), LocalizedText.InEach(l => $"{mine.Application.Name.In(l.Tag)} · {mine.Call.Title.In(l.Tag)}"), mine.Call.UnitKey, null, name, email, language, days),
            viewer, cancellation);
        db.Write.Action = "mobility.recommendation.ask";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(mine.Address + "#recommenders");
    }

    private static async Task<IResult> WithdrawAsync(string id, string recommendation, AppDbContext db, ApplicationDoor door, CancellationToken cancellation)
    {
        if (await door.WritableAsync(id, cancellation) is not var (mine, own) || !Id<Recommendation>.TryParse(recommendation, null, out var key)) return Results.NotFound();
        if (await db.Set<Recommendation>().SingleOrDefaultAsync(r => r.Id == key && r.ApplicationId == own.Id && r.AnsweredAt == null && r.WithdrawnAt == null, cancellation) is not { } found) return Results.NotFound();
        found.WithdrawnAt = db.Write.Now;
        db.Write.Action = "mobility.recommendation.withdraw";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(mine.Address + "#recommenders");
    }
}
