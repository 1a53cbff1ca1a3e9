using Entente.Foundation.Rooms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Ui;

/// <summary>The door of the component kit.</summary>
public static class UiModule
{
    /// <summary>Adds the kit's texts and assets.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddRoom<AssetCatalog>("ui");
        services.AddSingleton<AssetCatalog>();
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "antiforgery";
            options.HeaderName = "X-Antiforgery";
        });
        return services;
    }

    /// <summary>Serves the assets.</summary>
    public static IApplicationBuilder UseUi(this IApplicationBuilder app) => AssetFiles.Use(app);
}
