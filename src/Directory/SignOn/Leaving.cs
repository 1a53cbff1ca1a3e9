using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Directory.SignOn.Cas;
using Entente.Foundation.Data;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Entente.Directory.SignOn;

/// <summary>Finds where signing out is to be told, for sessions a provider vouched for (OpenID Connect RP-Initiated Logout 1.0; CAS 3.0 § 2.3).</summary>
internal sealed class Leaving(AppDbContext db, Providers providers, OwnAddress own, IOptionsMonitor<OpenIdConnectOptions> oidc)
{
    /// <summary>The provider that vouched for the session of a request; none: the account's own password or passkey did.</summary>
    public async Task<Provider?> ProviderOfAsync(HttpContext context, CancellationToken cancellation)
    {
        if (SessionCookie.HashIn(context.Request) is not { } hash) return null;
        return providers.OfIssuer(await db.Set<Session>().Where(s => s.TokenHash == hash && s.EndedAt == null).Select(s => s.Issuer).SingleOrDefaultAsync(cancellation));
    }

    /// <summary>The address at the provider that ends its session and leads back here; none where it has none or does not answer.</summary>
    public async Task<string?> AddressAsync(Provider provider, HttpRequest request, CancellationToken cancellation)
    {
        var back = own.Of(request, SignIn.Route);
        return provider.Kind switch
        {
            ProviderKind.Cas => CasServer.At(provider, "logout", ("service", back)),
            ProviderKind.Gateway => provider.SignOut?.ToString(),
            _ => await EndSessionAsync(provider, back, cancellation),
        };
    }

    private async Task<string?> EndSessionAsync(Provider provider, string back, CancellationToken cancellation)
    {
        try
        {
            var known = await oidc.Get(provider.Id).ConfigurationManager!.GetConfigurationAsync(cancellation);
            return Uri.TryCreate(known.EndSessionEndpoint, UriKind.Absolute, out var end) && (end.Scheme == Uri.UriSchemeHttps || end.IsLoopback)
                ? QueryHelpers.AddQueryString(end.ToString(), new Dictionary<string, string?>(StringComparer.Ordinal) { ["client_id"] = provider.ClientId, ["post_logout_redirect_uri"] = back })
                : null;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidOperationException)
        {
            return null;
        }
    }
}
