using System.Text.Json.Nodes;
using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Roster;

/// <summary>
/// An operator says whether somebody of the roster is the holder of an account with the same address. Either way the number belongs to an account then, and
/// the next roster takes the person over.
/// </summary>
internal static class SettleDouble
{
    public static string Address(string run, string line, string verb) => $"{RosterList.Route}/{run}/doubles/{line}/{verb}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        Settle(routes, "same", (line, _, _) => line.AccountId!.Value);
        Settle(routes, "other", (line, issuer, db) =>
        {
            // The address stays with the account that has it; this one is entered by its identity.
            var account = NewAccount.Announced("", JsonNode.Parse(line.Args)!.AsArray()[0]!.GetValue<string>(), issuer, line.Subject, db.Write.Now);
            db.Add(account);
            return account.Id;
        });
    }

    private static void Settle(IEndpointRouteBuilder routes, string verb, Func<RosterLine, string, AppDbContext, AccountId> accountOf) => routes
        .MapPost(RosterList.Route + "/{run:guid}/doubles/{line:guid}/" + verb, async (
            Id<RosterRun> run, Id<RosterLine> line, AppDbContext db, RosterSettings settings, CancellationToken cancellation) =>
        {
            var found = await db.Set<RosterLine>().SingleOrDefaultAsync(l => l.Id == line && l.RunId == run && l.Kind == RosterLineKind.Double && l.SettledAt == null, cancellation);
            if (found is null || settings.Issuer is not { } issuer) return Results.NotFound();
            if (await db.Set<ExternalIdentity>().AnyAsync(i => i.Issuer == issuer && i.Subject == found.Subject, cancellation)) return Results.NotFound();
            db.Write.Action = "directory.account.identity";
            db.Add(new ExternalIdentity
            {
                AccountId = accountOf(found, issuer, db),
                Issuer = issuer,
                Subject = found.Subject,
                Label = found.Subject.Length <= ExternalIdentity.LongestLabel ? found.Subject : "",
                Origin = IdentityOrigin.Announced,
                LinkedAt = db.Write.Now,
            });
            found.SettledAt = db.Write.Now;
            await db.SaveChangesAsync(cancellation);
            return Page.SeeOther(ShowRoster.Address(run.ToString()));
        })
        .Requires(DirectoryPermissions.KeepRoster);
}
