using Entente.Contracts.Figures;
using Entente.Figures.Answers;
using Entente.Figures.Counting;
using Entente.Figures.Demo;
using Entente.Figures.Office;
using Entente.Figures.PageTexts;
using Entente.Figures.Public;
using Entente.Figures.Vintages;
using Entente.Foundation.Access;
using Entente.Foundation.Demo;
using Entente.Foundation.Log;
using Entente.Foundation.Rooms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Figures;

/// <summary>The door of the room: definitions, values, vintages, the public site.</summary>
public static class FiguresModule
{
    /// <summary>Adds what the room contributes and answers.</summary>
    public static IServiceCollection AddFigures(this IServiceCollection services)
    {
        services.AddRoom<FiguresPermissions>("figures");
        services.AddSingleton<IPermissionSource, FiguresPermissions>();
        services.AddSingleton<IInvariant, VintageDigest>();
        services.AddSingleton<FigureCatalog>();
        services.AddSingleton<Foundation.Commands.ICommandSource, FigureCommands>();
        services.AddSingleton<FigureValues>();
        services.AddSingleton<IFigureValues>(provider => provider.GetRequiredService<FigureValues>());
        services.AddSingleton<FigureReport>();
        services.AddSingleton<BareCounts>();
        services.AddScoped<Publishing>();
        services.AddScoped<StoryWriter>();
        services.AddScoped<PageTextStore>();
        services.AddSingleton<Site>();
        services.AddSingleton<ISite>(provider => provider.GetRequiredService<Site>());
        services.AddSingleton<IPublicMenuSource, FiguresMenu>();
        services.AddSingleton<IMenuSource, FiguresMenu>();
        services.AddScoped<IDemoData, FiguresDemo>();
        services.AddScoped<IDemoData, RestatementDemo>();
        services.AddSingleton<IBanner, DemoBanner>();
        Foundation.Api.ApiSetup.AddApi<Api.FiguresApi>(services);
        return services;
    }

    /// <summary>Maps the room's pages.</summary>
    public static void MapFigures(this IEndpointRouteBuilder routes)
    {
        Story.Map(routes);
        PartnerList.Map(routes);
        FigureList.Map(routes);
        ShowFigure.Map(routes);
        FigureFiles.Map(routes);
        ShowVintage.Map(routes);
        OpenData.Map(routes);
        Feed.Map(routes);
        OfficeFigures.Map(routes);
        PublishFigure.Map(routes);
        EditPage.Map(routes);
        EditSite.Map(routes);
    }
}
