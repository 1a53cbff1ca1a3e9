using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;

namespace Entente.Directory.SignOn.Gateway;

/// <summary>An OAuth 2.0 gateway of a federation (RFC 6749, authorization code); who somebody is, it tells at its own address.</summary>
internal sealed class GatewayScheme(Providers providers) : IConfigureNamedOptions<OAuthOptions>
{
    public void Configure(OAuthOptions options) => Configure(null, options);

    public void Configure(string? name, OAuthOptions options)
    {
        if (name is null || providers.Find(name) is not { Kind: ProviderKind.Gateway } provider) return;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.AuthorizationEndpoint = provider.Authorize!.ToString();
        options.TokenEndpoint = provider.Token!.ToString();
        options.UserInformationEndpoint = provider.UserInfo!.ToString();
        options.UsePkce = provider.UsesPkce;
        foreach (var scope in provider.Scopes) options.Scope.Add(scope);
        options.Events = new OAuthEvents { OnCreatingTicket = context => GatewayPerson.NameAsync(context, provider) };
        RemoteRules.Apply(options, provider);
    }
}
