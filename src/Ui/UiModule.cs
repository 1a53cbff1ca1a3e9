using Entente.Foundation.Rooms;
using Entente.Ui.Api;
using Entente.Ui.Documents;
using Entente.Ui.Forms;
using Entente.Ui.Imports;
using Entente.Ui.Letters;
using Entente.Ui.Links;
using Entente.Ui.Pages;
using Entente.Ui.Questions;
using Entente.Ui.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Ui;

/// <summary>The door of the component kit.</summary>
public static class UiModule
{
    /// <summary>Adds the kit's texts and assets.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddRoom<AssetCatalog>("ui");
        services.AddSingleton<IMenuSource, ImportMenu>();
        services.AddSingleton<IMenuSource, LinkMenu>();
        services.AddSingleton<IMenuSource, LetterMenu>();
        services.AddSingleton<IMenuSource, DocumentMenu>();
        services.AddScoped<EditUnits>();
        services.AddScoped<SchoolNames>();
        services.AddScoped<FindingTurn>();
        services.AddScoped<Contracts.Safeguards.IDeskSource, LinksOnDesk>();
        services.AddScoped<Contracts.Safeguards.IDeskSource, UndeliveredOnDesk>();
        services.AddScoped<Contracts.Safeguards.IDeskSource, ImportsOnDesk>();
        services.AddApiPages();
        services.AddScoped<Contracts.Safeguards.IDeskSource, DocumentsOnDesk>();
        services.AddScoped<Rendering>();
        services.AddQuestionPages();
        services.AddSingleton<AssetCatalog>();
        services.AddSingleton<Lists.IListTotals, Lists.ListTotals>();
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "antiforgery";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.HeaderName = "X-Antiforgery";
        });
        return services;
    }

    /// <summary>Serves the assets.</summary>
    public static IApplicationBuilder UseUi(this IApplicationBuilder app) => AssetFiles.Use(app);

    /// <summary>Maps the kit's own pages: search and the language switch.</summary>
    public static void MapUi(this IEndpointRouteBuilder routes)
    {
        SearchPage.Map(routes);
        ChooseLanguage.Map(routes);
        routes.MapImports();
        VisitLink.Map(routes);
        LinkList.Map(routes);
        routes.MapLetters();
        routes.MapDocuments();
        routes.MapQuestions();
        routes.MapApiPages();
        Finding.Map(routes);
        Gallery.Gallery.Map(routes);
    }
}
