using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Safeguards.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Desk;

/// <summary>Follows a record, or no longer. Following names a key only, so it tells nobody whether the record exists.</summary>
internal static class FollowRecord
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/follow", ChangeAsync).ForAccounts();

    private static async Task<IResult> ChangeAsync(HttpRequest request, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        var kind = form.Text("kind", 80, required: true);
        if (!Guid.TryParse(form.Text("key", 40, required: true), out var key) || !form.IsValid) return Results.BadRequest();
        db.Write.Action = "safeguards.follow";
        var mine = db.Set<Follow>().VisibleTo(viewer);
        var there = await mine.SingleOrDefaultAsync(f => f.SubjectKey == key && f.SubjectKind == kind, cancellation);
        if (!form.Flag("follow"))
        {
            if (there is not null) db.Remove(there);
        }
        else if (there is null && await mine.CountAsync(cancellation) < Follow.Most)
        {
            db.Add(new Follow { AccountId = viewer.Me()!.Value, SubjectKind = kind, SubjectKey = key, Since = db.Write.Now });
        }

        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(LocalPath.Of(form.Text("return", 2000), "/desk"));
    }
}

/// <summary>Where a form asks to be led afterwards: only to a path of this house.</summary>
internal static class LocalPath
{
    public static string Of(string asked, string otherwise) =>
        asked is ['/', not ('/' or '\\'), ..] && !asked.Any(c => char.IsControl(c) || c == '\\') ? asked : otherwise;
}
