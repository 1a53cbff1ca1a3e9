using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Invitations;

/// <summary>What somebody invited sees and does. Opening the link changes nothing; the form behind it opens the account.</summary>
internal static class AcceptInvitation
{
    public const string Route = "/invitation/{token}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).OpenToAll();
        routes.MapPost(Route, AcceptAsync).OpenToAll().Limited(Limit.Invitation);
    }

    private static async Task<IResult> ShowAsync(string token, HttpContext context, AppDbContext db, CancellationToken cancellation)
    {
        SecretPage.Hush(context);
        if (await FindAsync(db, token, cancellation) is not { } link) return Results.NotFound();
        return link.IsOpen(db.Write.Now)
            ? Page.Show<AcceptInvitationPage>(await ModelAsync(FormReader.Empty, token, link, db, cancellation))
            : Over(link);
    }

    private static async Task<IResult> AcceptAsync(
        string token, HttpContext context, AppDbContext db, Invitations invitations, NewAccount accounts, Sessions sessions, CancellationToken cancellation)
    {
        SecretPage.Hush(context);
        if (await FindAsync(db, token, cancellation) is not { } link) return Results.NotFound();
        if (!link.IsOpen(db.Write.Now)) return Over(link);
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var name = form.Text("name", 120, required: true);
        var password = form.Raw("password");
        if (PasswordRules.Broken(password, link.Email, name) is { } broken) form.Refuse("password", broken, PasswordRules.LimitOf(broken));
        if (await accounts.ReasonAgainstAsync(link.Email, cancellation) is { } taken) form.Refuse("", taken, link.Email);
        if (!form.IsValid) return Page.Refuse<AcceptInvitationPage>(await ModelAsync(form, token, link, db, cancellation));
        db.Write.Action = "directory.accounts.accept";
        if (await invitations.AcceptAsync(link.Id, name, password, cancellation) is not { } account) return Over(link);
        await sessions.BeginAsync(context, account, SignInWay.MailedLink, kept: false, cancellation);
        return Page.SeeOther(ReturnAddress.Default);
    }

    private static async Task<AccountLink?> FindAsync(AppDbContext db, string token, CancellationToken cancellation) =>
        SecretToken.HashOf(token) is { } hash
            ? await db.Set<AccountLink>().AsNoTracking()
                .SingleOrDefaultAsync(l => l.TokenHash == hash && l.Purpose == AccountLinkPurpose.Invitation, cancellation)
            : null;

    private static async Task<AcceptInvitationModel> ModelAsync(
        FormReader form, string token, AccountLink link, AppDbContext db, CancellationToken cancellation)
    {
        var inviter = await db.Accounts().Where(a => a.Id == link.InvitedById).Select(a => a.DisplayName).SingleOrDefaultAsync(cancellation);
        var unit = (await UnitTree.ReadAsync(db, cancellation)).Find(link.UnitId!.Value);
        return new(form, LinkAddress.Invitation(token), link.Email, link.DisplayName, inviter, "role." + link.Role, unit?.Name ?? LocalizedText.Empty);
    }

    private static RazorComponentResult<LinkOverPage> Over(AccountLink link)
    {
        var page = Page.Show<LinkOverPage>(new LinkOverModel(
            link.UsedAt is not null ? "directory.invitation.used" : link.WithdrawnAt is not null ? "directory.invitation.withdrawn" : "directory.invitation.expired",
            link.UsedAt is not null ? SignIn.Route : null,
            "directory.sign-in.title"));
        page.StatusCode = StatusCodes.Status410Gone;
        return page;
    }
}

/// <summary>What the page shows.</summary>
public sealed record AcceptInvitationModel(
    FormReader Form, string Action, string Email, string Name, string? Inviter, string RoleKey, LocalizedText Unit);

/// <summary>What is said of a link that no longer works.</summary>
/// <param name="TextKey">Why, and what to do.</param>
/// <param name="NextAddress">Where to go on.</param>
/// <param name="NextKey">Its words.</param>
public sealed record LinkOverModel(string TextKey, string? NextAddress, string NextKey);
