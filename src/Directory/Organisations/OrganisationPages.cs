using Entente.Contracts.Directory;
using Entente.Directory.Organisations.Import;
using Entente.Foundation.Import;
using Entente.Foundation.Search;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Organisations;

/// <summary>The organisations' part of the room's door.</summary>
internal static class OrganisationPages
{
    public static void AddOrganisations(this IServiceCollection services)
    {
        services.AddScoped<ISearchSource, OrganisationSearch>();
        services.AddScoped<IImportCommandKind, ImportOrganisations>();
        services.AddScoped<IExportKind, ExportOrganisations>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        OrganisationList.Map(routes);
    }
}
