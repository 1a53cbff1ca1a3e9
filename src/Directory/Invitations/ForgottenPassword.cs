using System.Diagnostics;
using Entente.Directory.Accounts;
using Entente.Foundation.Access;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Directory.Invitations;

/// <summary>Asks for a link that sets a forgotten password. The answer is the same whether an account has the address or not.</summary>
internal static class ForgottenPassword
{
    public const string Route = "/forgotten";
    private const string ResetRoute = "/reset/{token}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, () => Page.Show<ForgottenPasswordPage>(new ForgottenPasswordModel(FormReader.Empty, null))).OpenToAll();
        routes.MapPost(Route, AskAsync).OpenToAll().Limited(Limit.Reset);
        routes.MapGet("/forgotten/sent", () => Page.Show<ForgottenPasswordPage>(new ForgottenPasswordModel(FormReader.Empty, "sent"))).OpenToAll();
        routes.MapGet(ResetRoute, ShowAsync).OpenToAll();
        routes.MapPost(ResetRoute, ResetAsync).OpenToAll().Limited(Limit.Reset);
    }

    private static async Task<IResult> AskAsync(HttpContext context, AccountKeeping accounts, PasswordResets resets, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var email = form.Text("email", 254, required: true);
        if (!form.IsValid) return Page.Refuse<ForgottenPasswordPage>(new ForgottenPasswordModel(form, null));
        if (await accounts.FindByNameAsync(email) is { } account) await resets.MakeAsync(account, cancellation);
        await PasswordCheck.RestAsync(begun);
        return Page.SeeOther("/forgotten/sent");
    }

    private static async Task<IResult> ShowAsync(string token, HttpContext context, PasswordResets resets, CancellationToken cancellation)
    {
        SecretPage.Hush(context);
        return await resets.FindAsync(token, cancellation) is { } link
            ? Page.Show<ResetPasswordPage>(new ResetPasswordModel(FormReader.Empty, LinkAddress.Reset(token), link.Email))
            : Over();
    }

    private static async Task<IResult> ResetAsync(
        string token, HttpContext context, PasswordResets resets, CancellationToken cancellation)
    {
        SecretPage.Hush(context);
        if (await resets.FindAsync(token, cancellation) is not { } link) return Over();
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var password = form.Raw("password");
        if (PasswordRules.Broken(password, link.Email, link.DisplayName) is { } broken) form.Refuse("password", broken, PasswordRules.LimitOf(broken));
        if (!form.IsValid) return Page.Refuse<ResetPasswordPage>(new ResetPasswordModel(form, LinkAddress.Reset(token), link.Email));
        if (await resets.UseAsync(link, password, cancellation) is null) return Over();
        return Page.SeeOther(SignIn.Route + "?done=reset");
    }

    // One answer for a link that never was, was used or expired: it tells nothing about accounts.
    private static IResult Over()
    {
        var page = Page.Show<LinkOverPage>(new LinkOverModel("directory.reset.over", Route, "directory.forgotten.title"));
        page.StatusCode = StatusCodes.Status410Gone;
        return page;
    }
}

/// <summary>What the page shows.</summary>
/// <param name="Form">The form.</param>
/// <param name="Done">What was done.</param>
public sealed record ForgottenPasswordModel(FormReader Form, string? Done);

/// <summary>What the page behind the link shows.</summary>
public sealed record ResetPasswordModel(FormReader Form, string Action, string Email);
