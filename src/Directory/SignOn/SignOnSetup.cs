using Entente.Directory.SignOn.Cas;
using Entente.Directory.SignOn.Gateway;
using Entente.Directory.SignOn.Oidc;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Entente.Directory.SignOn;

/// <summary>The part of the directory's door that is about signing in by a provider. Each provider of the settings is a scheme of its own.</summary>
internal static class SignOnSetup
{
    public static void AddSignOn(this IServiceCollection services)
    {
        // Why an answer was refused, SignOnReturn says in one line.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Authentication", LogLevel.Critical));
        services.AddSingleton<Providers>();
        services.AddSingleton<OwnAddress>();
        services.AddSingleton<LinkTickets>();
        services.AddScoped<Leaving>();
        services.AddSingleton<IConfigureOptions<AuthenticationOptions>, Schemes>();
        services.AddTransient<OpenIdConnectHandler>();
        services.AddSingleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>();
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, OidcScheme>();
        services.AddTransient<GatewayHandler>();
        services.AddSingleton<IPostConfigureOptions<OAuthOptions>, OAuthPostConfigureOptions<OAuthOptions, GatewayHandler>>();
        services.AddSingleton<IConfigureOptions<OAuthOptions>, GatewayScheme>();
        services.AddTransient<CasHandler>();
        services.AddSingleton<IConfigureOptions<CasOptions>, CasScheme>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        // Read here, so that a wrong setting stops the start.
        routes.ServiceProvider.GetRequiredService<Providers>();
        StartSignOn.Map(routes);
        ShowSignedOut.Map(routes);
        KeepIdentities.Map(routes);
    }

    private sealed class Schemes(Providers providers) : IConfigureOptions<AuthenticationOptions>
    {
        public void Configure(AuthenticationOptions options)
        {
            foreach (var provider in providers.All)
            {
                options.AddScheme(provider.Id, scheme => scheme.HandlerType = provider.Kind switch
                {
                    ProviderKind.Oidc => typeof(OpenIdConnectHandler),
                    ProviderKind.Cas => typeof(CasHandler),
                    _ => typeof(GatewayHandler),
                });
            }
        }
    }
}
