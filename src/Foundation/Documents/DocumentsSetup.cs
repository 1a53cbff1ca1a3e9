using System.Text.Encodings.Web;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Jobs;
using Entente.Foundation.Log;
using Entente.Foundation.Search;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Documents;

internal static class DocumentsSetup
{
    public static void AddDocuments(this IServiceCollection services)
    {
        services.AddSingleton<Chromium>();
        services.AddScoped<DocumentTemplates>();
        services.AddScoped<StartingTemplates>();
        services.AddScoped<DocumentCheck>();
        services.AddScoped(provider => new DocumentDrafting(
            provider.GetRequiredService<DocumentTemplates>(), provider.GetRequiredService<DocumentCheck>(), provider.GetRequiredService<TextCatalog>(),
            provider.GetRequiredService<SchoolClock>(), provider.GetRequiredService<WriteContext>(), provider.GetRequiredService<HtmlEncoder>(), provider.GetService<IKnownNames>()));
        services.AddScoped(provider => new DocumentIssuing(
            provider.GetRequiredService<AppDbContext>(), provider.GetRequiredService<DocumentDrafting>(), provider.GetRequiredService<DocumentMaking>(),
            provider.GetRequiredService<TextCatalog>(), provider.GetRequiredService<SchoolClock>(), provider.GetRequiredService<JobBoard>(),
            provider.GetRequiredService<DocumentTemplates>(), provider.GetService<IDocumentGate>()));
        services.AddScoped<DocumentMaking>();
        services.AddScoped<DocumentBoard>();
        services.AddScoped<IFileGuard>(provider => provider.GetRequiredService<DocumentTemplates>());
        services.AddScoped<IFileGuard>(provider => provider.GetRequiredService<DocumentBoard>());
        services.AddScoped<ISearchSource, DocumentSearch>();
        services.AddSingleton<IInvariant, NumbersWithoutGaps>();
        services.AddJob<MakeDocument, MakeDocumentHandler>();
    }
}
