using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Entente.Directory.SignOn.Oidc;

/// <summary>
/// OpenID Connect Core 1.0: the authorization code flow, bound by state, nonce and PKCE. No token is kept; of the ID token only the subject is used
/// and a name to recognise it by.
/// </summary>
internal sealed class OidcScheme(Providers providers) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public void Configure(OpenIdConnectOptions options) => Configure(null, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (name is null || providers.Find(name) is not { Kind: ProviderKind.Oidc } provider) return;
        options.Authority = provider.Server!.ToString();
        options.RequireHttpsMetadata = !provider.Server.IsLoopback;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret.Length > 0 ? provider.ClientSecret : null;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = false;
        options.DisableTelemetry = true;
        options.RemoteSignOutPath = default;
        options.SignedOutCallbackPath = default;
        options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Scope.Clear();
        foreach (var scope in provider.Scopes.Prepend("openid").Distinct(StringComparer.Ordinal)) options.Scope.Add(scope);
        options.TokenValidationParameters.ValidateAudience = true;
        options.TokenValidationParameters.RequireExpirationTime = true;
        options.TokenValidationParameters.RequireSignedTokens = true;
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
        options.TokenValidationParameters.IssuerValidator = (issuer, _, _) => issuer == provider.Issuer
            ? issuer
            : throw new SecurityTokenInvalidIssuerException($"The token is of {issuer}, not of {provider.Issuer}.");
        var events = new OpenIdConnectEvents { OnMessageReceived = context => CheckSender(context, provider) };
        options.Events = events;
        RemoteRules.Apply(options, provider);
    }

    /// <summary>RFC 9207: where the answer names its issuer, it must be the one that was asked. A second subject would be a mix-up.</summary>
    private static Task CheckSender(MessageReceivedContext context, Provider provider)
    {
        var named = context.Request.Query["iss"];
        if (named.Count > 1 || named.Count == 1 && named[0] != provider.Issuer)
            context.Fail(new AuthenticationFailureException($"The answer is of {named}, not of {provider.Issuer}."));
        return Task.CompletedTask;
    }
}
