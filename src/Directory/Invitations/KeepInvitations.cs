using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Directory.Roles;
using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Invitations;

/// <summary>Sends an open invitation again with a new link, or withdraws it.</summary>
internal static class KeepInvitations
{
    private const string Resend = "/accounts/invitations/{id:guid}/resend";
    private const string Withdraw = "/accounts/invitations/{id:guid}/withdraw";

    public static string ResendAddress(string id) => Resend.Replace("{id:guid}", id, StringComparison.Ordinal);

    public static string WithdrawAddress(string id) => Withdraw.Replace("{id:guid}", id, StringComparison.Ordinal);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Resend, ResendAsync).Requires(DirectoryPermissions.Invite).Limited(Limit.Inviting);
        routes.MapPost(Withdraw, WithdrawAsync).Requires(DirectoryPermissions.Invite);
    }

    private static async Task<IResult> ResendAsync(
        Id<AccountLink> id, HttpContext context, AppDbContext db, Viewer viewer, Invitations invitations, LinkOnce once, CancellationToken cancellation)
    {
        if (await InvitationVisibility.OpenFor(db, viewer).SingleOrDefaultAsync(l => l.Id == id, cancellation) is not { } link) return Results.NotFound();
        // Whoever sends it may see its link: only an inviter who may give that role.
        if (RoleRules.ReasonAgainst(viewer, link.Role!, link.UnitId!.Value, await UnitTree.ReadAsync(db, cancellation)) is not null) return Results.NotFound();
        var (again, token) = await invitations.InviteAsync(link.Email, link.DisplayName, link.Role!, link.UnitId!.Value, link.RoleTo, cancellation);
        once.Keep(context, again.Email, LinkAddress.Invitation(token), AccountList.Route);
        return Page.SeeOther(AccountList.Route);
    }

    private static async Task<IResult> WithdrawAsync(Id<AccountLink> id, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (await InvitationVisibility.OpenFor(db, viewer).SingleOrDefaultAsync(l => l.Id == id, cancellation) is not { } link) return Results.NotFound();
        link.WithdrawnAt = db.Write.Now;
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(AccountList.Route);
    }
}
