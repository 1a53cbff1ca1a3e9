using System.Text.Encodings.Web;
using System.Text.Unicode;
using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Foundation.Caching;
using Entente.Foundation.Copies;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Foundation.Files;
using Entente.Foundation.Jobs;
using Entente.Foundation.Import;
using Entente.Foundation.Keys;
using Entente.Foundation.Letters;
using Entente.Foundation.Links;
using Entente.Foundation.Log;
using Entente.Foundation.Mail;
using Entente.Foundation.Notices;
using Entente.Foundation.Questions;
using Entente.Foundation.Rooms;
using Entente.Foundation.Search;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Foundation.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Foundation;

/// <summary>The door of the foundation.</summary>
public static class FoundationModule
{
    /// <summary>Adds what every room stands on.</summary>
    public static IServiceCollection AddFoundation(this IServiceCollection services)
    {
        services.AddRoom<Id<object>>("foundation");
        services.AddSingleton<IClock>(SystemClock.Instance);
        services.AddSingleton(provider => EntenteSettings.Read(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<SchoolClock>();
        services.AddSingleton<TextCatalog>();
        services.AddSingleton<CountryReading>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddScoped<ViewerHolder>();
        services.AddScoped(provider => provider.GetRequiredService<ViewerHolder>().Viewer);
        services.AddDatabase();
        services.AddSingleton<IPermissionSource, FoundationPermissions>();
        services.AddJobs();
        services.AddFiles();
        services.AddKeys();
        services.AddCopies();
        services.AddMail();
        services.AddNotices();
        services.AddLinks();
        services.AddLetters();
        services.AddDocuments();
        services.AddQuestions();
        services.AddApi();
        services.AddWebhooks();
        services.AddLog();
        services.AddImport();
        services.AddSearch();
        services.AddPublicCache();
        services.AddSingleton<Commands.ICommandSource, Demo.DemoCommand>();
        return services;
    }

    /// <summary>Believes the proxies of the settings about who asked; the first of the pipeline.</summary>
    public static IApplicationBuilder UseTrustedProxies(this IApplicationBuilder app)
    {
        TrustedProxies.Use(app);
        return app;
    }

    /// <summary>The part of the pipeline that chooses the language and guards every endpoint; stands after routing.</summary>
    public static IApplicationBuilder UseFoundation(this IApplicationBuilder app) =>
        app.UseApi().UseMiddleware<LanguageChoice>().UseMiddleware<Gatekeeper>();

    /// <summary>Maps what the foundation itself answers: stored files, and the rooms' parts of the API.</summary>
    public static void MapFoundation(this IEndpointRouteBuilder routes)
    {
        ServeFile.Map(routes);
        routes.MapApi();
    }
}
