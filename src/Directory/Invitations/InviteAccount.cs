using Entente.Contracts.Directory;
using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Directory.Roles;
using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Directory.Invitations;

/// <summary>Invites somebody by mail to open an account with a role.</summary>
internal static class InviteAccount
{
    public const string Route = "/accounts/invite";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(DirectoryPermissions.Invite);
        routes.MapPost(Route, InviteAsync).Requires(DirectoryPermissions.Invite).Limited(Limit.Inviting);
    }

    private static async Task<IResult> ShowAsync(AppDbContext db, Viewer viewer, TextCatalog texts, CancellationToken cancellation) =>
        Page.Show<InviteAccountPage>(await ModelAsync(FormReader.Empty, db, viewer, texts, cancellation));

    private static async Task<IResult> InviteAsync(
        HttpContext context, AppDbContext db, Viewer viewer, Invitations invitations, NewAccount accounts, LinkOnce once,
        TextCatalog texts, SchoolClock clock, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var email = form.Text("email", 254, required: true);
        var name = form.Text("name", 120, required: true);
        var role = form.Text("role", 40, required: true);
        var unit = form.Key<UnitCard>("unit", required: true);
        var to = form.Date("to");
        if (to < clock.Today) form.Refuse("to", "directory.invite.past");
        if (form.IsValid && await accounts.ReasonAgainstAsync(email, cancellation) is { } reason) form.Refuse("email", reason, email);
        if (form.IsValid && RoleRules.ReasonAgainst(viewer, role, unit!.Value, await UnitTree.ReadAsync(db, cancellation)) is { } broken)
            form.Refuse(broken.Field, broken.TextKey);
        if (!form.IsValid) return Page.Refuse<InviteAccountPage>(await ModelAsync(form, db, viewer, texts, cancellation));
        var (link, token) = await invitations.InviteAsync(email, name, role, unit!.Value, to, cancellation);
        once.Keep(context, link.Email, LinkAddress.Invitation(token), AccountList.Route);
        return Page.SeeOther(AccountList.Route);
    }

    private static async Task<InviteAccountModel> ModelAsync(
        FormReader form, AppDbContext db, Viewer viewer, TextCatalog texts, CancellationToken cancellation)
    {
        var tree = await UnitTree.ReadAsync(db, cancellation);
        return new(form, RoleRules.RolesFor(viewer, texts), RoleRules.UnitsFor(viewer, tree));
    }
}

/// <summary>What the page shows.</summary>
public sealed record InviteAccountModel(FormReader Form, IReadOnlyList<Choice> Roles, IReadOnlyList<Choice> Units);
