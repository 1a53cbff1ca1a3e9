using Entente.Directory.Accounts;
using Entente.Foundation.Access;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Entente.Directory.SignOn;

/// <summary>Sends the browser to a provider, to sign in or to link an identity. A link, not a form: the browser must be free to leave this house.</summary>
internal static partial class StartSignOn
{
    /// <summary>What travels along, sealed: where to go afterwards.</summary>
    public const string ReturnItem = "return";

    /// <summary>What travels along, sealed: the session that links.</summary>
    public const string LinkItem = "link";

    public static string Address(Provider provider, string? @return) =>
        $"/sign-in/with/{provider.Id}" + (@return is { Length: > 0 } ? "?return=" + Uri.EscapeDataString(@return) : "");

    public static string LinkAddress(Provider provider, string ticket) => $"/sign-in/with/{provider.Id}?link={Uri.EscapeDataString(ticket)}";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/sign-in/with/{provider}", GoAsync).OpenToAll().Limited(Limit.SignIn);

    private static async Task<IResult> GoAsync(
        string provider, string? @return, string? link, HttpContext context, Viewer viewer, Providers providers, OwnAddress own, LinkTickets tickets,
        ILogger<Provider> log)
    {
        if (providers.Find(provider) is not { } chosen) return Results.NotFound();
        var properties = new AuthenticationProperties { RedirectUri = SignIn.Route };
        if (link is not null)
        {
            if (context.Features.Get<CurrentSession>() is not { } here || !tickets.Fits(link, here.Id)) return Page.SeeOther(KeepIdentities.Route);
            properties.Items[LinkItem] = here.Id.ToString();
        }
        else if (viewer.IsSignedIn)
        {
            return Page.SeeOther(ReturnAddress.Safe(@return));
        }

        properties.Items[ReturnItem] = ReturnAddress.Safe(@return);
        own.Apply(context.Request);
        try
        {
            await context.ChallengeAsync(chosen.Id, properties);
            return Results.Empty;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidOperationException or OperationCanceledException or OpenIdConnectProtocolException)
        {
            Unreachable(log, chosen.Id, error.GetBaseException().Message);
            return SignOnRefusal.Page(chosen, SignOnReason.Unreachable);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Signing in by {Provider} cannot begin: {Why}")]
    private static partial void Unreachable(ILogger log, string provider, string why);
}
