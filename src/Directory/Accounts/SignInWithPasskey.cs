using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace Entente.Directory.Accounts;

/// <summary>Signs in with a passkey; the account is named by the passkey itself. A passkey is taken also while the password waits after failures.</summary>
internal static class SignInWithPasskey
{
    public const string Route = "/sign-in/passkey";

    /// <summary>What an authenticator answers is far shorter.</summary>
    private const int LongestCredential = 20_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Route + "/options", OptionsAsync).OpenToAll().Limited(Limit.SignIn);
        routes.MapPost(Route, SignInAsync).OpenToAll().Limited(Limit.SignIn);
    }

    // No account is named: the options tell nothing about which accounts exist.
    private static async Task<IResult> OptionsAsync(SignInManager<Account> signIn) =>
        Results.Text(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    private static async Task<IResult> SignInAsync(
        HttpContext context, AppDbContext db, AccountKeeping accounts, SignInManager<Account> signIn, Sessions sessions, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var credential = form.Raw("credential");
        if (credential.Length is 0 or > LongestCredential || await AssertAsync(signIn, credential) is not { Succeeded: true } proof)
        {
            form.Refuse("", "directory.sign-in.passkey-refused");
            return Page.Refuse<SignInPage>(new SignInModel(form, form.Raw("return")));
        }

        db.Write.Action = "directory.account.sign-in";
        await accounts.AddOrUpdatePasskeyAsync(proof.User, proof.Passkey);
        await sessions.BeginAsync(context, proof.User, SignInWay.Passkey, form.Flag("keep"), cancellation);
        return Page.SeeOther(ReturnAddress.Safe(form.Raw("return")));
    }

    private static async Task<PasskeyAssertionResult<Account>?> AssertAsync(SignInManager<Account> signIn, string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // No challenge is open: it expired, or was never asked for.
            return null;
        }
    }
}
