using Entente.Directory;
using Entente.Figures;
using Entente.Foundation;
using Entente.Foundation.Caching;
using Entente.Mobility;
using Entente.Partners;
using Entente.Safeguards;
using Entente.Ui;
using Entente.Web.Errors;
using Entente.Web.Operate;
using Microsoft.Extensions.Configuration;

namespace Entente.Web;

/// <summary>Composes the rooms into one host; owns no domain rule.</summary>
public static class Host
{
    /// <summary>Builds the host.</summary>
    /// <param name="args">Settings of the command line (<c>--Entente:Urls=…</c>).</param>
    /// <param name="adjust">Settings and services a test replaces.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        AddRooms(builder.Services);
        adjust?.Invoke(builder);
        builder.AddTelemetry();
        var app = builder.Build();
        app.UseTrustedProxies();
        app.UsePublicCache();
        app.UseSecurityHeaders();
        app.UseMiddleware<ErrorAnswers>();
        app.UseRouting();
        app.UseUi();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseFoundation();
        MapRooms(app);
        MadeOnce.Wrap(app);
        return app;
    }

    /// <summary>Every room's services.</summary>
    public static void AddRooms(IServiceCollection services) => services
        .AddFoundation()
        .AddUi()
        .AddDirectory()
        .AddSafeguards()
        .AddPartners()
        .AddMobility()
        .AddFigures()
        .AddOperating()
        .AddSingleton<Foundation.Commands.ICommandSource, Match.MatchCommands>();

    private static void MapRooms(WebApplication app)
    {
        app.MapHealth();
        app.MapFoundation();
        app.MapUi();
        app.MapDirectory();
        app.MapSafeguards();
        app.MapPartners();
        app.MapMobility();
        app.MapFigures();
        app.MapOperating();
    }
}
