using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Entente.Directory.SignOn.Cas;

/// <summary>
/// CAS Protocol 3.0: sends the browser to <c>/login</c>, takes the service ticket it comes back with, and has it validated from server to server at
/// <c>/p3/serviceValidate</c> under exactly the service address that was sent. The address carries a sealed state bound to this browser.
/// </summary>
internal sealed class CasHandler(IOptionsMonitor<CasOptions> options, ILoggerFactory log, UrlEncoder encoder, OwnAddress own)
    : RemoteAuthenticationHandler<CasOptions>(options, log, encoder)
{
    /// <summary>CAS 3.0 § 3.1.1: services take tickets of up to 32 characters, better 256.</summary>
    private const int LongestTicket = 512;

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        GenerateCorrelationId(properties);
        var service = ServiceOf(Options.State.Protect(properties));
        Response.Redirect(CasServer.At(Options.Provider, "login", ("service", service)));
        return Task.CompletedTask;
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        var state = Request.Query["state"].ToString();
        if (Options.State.Unprotect(state) is not { } properties) return HandleRequestResult.Fail("The state cannot be read.");
        if (!ValidateCorrelationId(properties)) return HandleRequestResult.Fail("Correlation failed.", properties);
        var ticket = Request.Query["ticket"].ToString();
        if (ticket.Length is 0 or > LongestTicket || !ticket.StartsWith("ST-", StringComparison.Ordinal)) return HandleRequestResult.Fail("There is no service ticket.", properties);
        var answer = await CasServer.ValidateAsync(Options, ServiceOf(state), ticket, Context.RequestAborted);
        if (answer.Failure is { } code) return HandleRequestResult.Fail($"CAS refused the ticket: {code}.", properties);
        var identity = new ClaimsIdentity(Scheme.Name);
        SignOnClaims.Add(identity, answer.ValueOf(Options.Provider.Subject), answer.ValueOf(Options.Provider.Label));
        return HandleRequestResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name));
    }

    private string ServiceOf(string state) => own.Of(Request, Options.CallbackPath) + "?state=" + Uri.EscapeDataString(state);
}
