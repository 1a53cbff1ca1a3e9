using Entente.Directory.Model;
using Entente.Directory.SignOn;
using Entente.Foundation.Access;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Directory.Accounts;

/// <summary>Signs in with an e-mail address and a password.</summary>
internal static class SignIn
{
    public const string Route = "/sign-in";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).OpenToAll();
        routes.MapPost(Route, SignInAsync).OpenToAll().Limited(Limit.SignIn);
        routes.MapPost("/sign-out", SignOutAsync).OpenToAll();
    }

    // Whoever was on the way to a page is led to the default provider at once; whoever comes to sign in chooses.
    private static IResult Show(Viewer viewer, Providers providers, string? @return, string? done) => viewer.IsSignedIn
        ? Page.SeeOther(ReturnAddress.Safe(@return))
        : @return is { Length: > 0 } && providers.Default is { } provider ? Page.SeeOther(StartSignOn.Address(provider, @return))
        : Page.Show<SignInPage>(new SignInModel(FormReader.Empty, @return ?? "", done is "reset" ? done : null));

    private static async Task<IResult> SignInAsync(
        HttpContext context, PasswordCheck check, Sessions sessions, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var email = form.Text("email", 254, required: true);
        var password = form.Raw("password");
        if (password.Length == 0) form.Refuse("password", "form.required");
        if (password.Length > PasswordRules.Longest) form.Refuse("password", "directory.password.long", PasswordRules.Longest);
        if (!form.IsValid) return Page.Refuse<SignInPage>(new SignInModel(form, form.Raw("return")));
        if (await check.AccountOfAsync(email, password) is not { } account)
        {
            form.Refuse("", "directory.sign-in.refused");
            return Page.Refuse<SignInPage>(new SignInModel(form, form.Raw("return")));
        }

        await sessions.BeginAsync(context, account, SignInWay.Password, form.Flag("keep"), cancellation);
        return Page.SeeOther(ReturnAddress.Safe(form.Raw("return")));
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, Sessions sessions, Leaving leaving, CancellationToken cancellation)
    {
        var provider = await leaving.ProviderOfAsync(context, cancellation);
        await sessions.EndAsync(context, cancellation);
        return Page.SeeOther(provider is null ? Route : ShowSignedOut.Address(provider));
    }
}

/// <summary>What the page shows.</summary>
public sealed record SignInModel(FormReader Form, string Return, string? Done = null);
