using Entente.Contracts.Safeguards;
using Entente.Foundation;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Ui.Api;

/// <summary>The pages around the API: tokens, and addresses that are told of changes.</summary>
internal static class ApiPages
{
    public static void AddApiPages(this IServiceCollection services)
    {
        services.AddSingleton<IMenuSource, ApiMenu>();
        services.AddScoped<IDeskSource, WebhooksOnDesk>();
    }

    public static void MapApiPages(this IEndpointRouteBuilder routes)
    {
        ShowGuide.Map(routes);
        KeepTokens.Map(routes);
        KeepWebhooks.Map(routes);
    }

    /// <summary>The entries of the menu; one's own tokens are reached from one's own account.</summary>
    private sealed class ApiMenu : IMenuSource
    {
        public IEnumerable<MenuEntry> Entries =>
        [
            new("webhooks.title", KeepWebhooks.Route, FoundationPermissions.Webhooks, "bell", 795),
            new("tokens.all.title", KeepTokens.AllRoute, FoundationPermissions.Operate, "roles", 960, MenuGroups.Operation),
        ];
    }
}
