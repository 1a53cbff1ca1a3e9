using Entente.Directory.Accounts;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Directory.SignOn;

/// <summary>After signing out of a session that a provider vouched for: goes on to sign out there. A form may not lead out of this house, a page may.</summary>
internal static class ShowSignedOut
{
    public static string Address(Provider provider) => "/signed-out/" + provider.Id;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/signed-out/{provider}", ShowAsync).OpenToAll();

    private static async Task<IResult> ShowAsync(string provider, HttpContext context, Providers providers, Leaving leaving, CancellationToken cancellation)
    {
        if (providers.Find(provider) is not { } left) return Results.NotFound();
        if (await leaving.AddressAsync(left, context.Request, cancellation) is not { } there) return Page.SeeOther(SignIn.Route);
        context.Response.Headers["Refresh"] = "0; url=" + there;
        return Page.Show<SignedOutPage>(new SignedOutModel(left.Name, there));
    }
}

/// <summary>What the page shows.</summary>
public sealed record SignedOutModel(LocalizedText Name, string Address);
