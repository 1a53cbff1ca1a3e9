using Entente.Directory.Matching;
using Entente.Directory.Organisations.Import;
using Entente.Foundation.Import;
using Entente.Foundation.Search;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Organisations;

/// <summary>The organisations' part of the room's door.</summary>
internal static class OrganisationPages
{
    public static void AddOrganisations(this IServiceCollection services)
    {
        services.AddScoped<OrganisationMatcher>();
        services.AddSingleton<IMenuSource, OrganisationMenu>();
        services.AddScoped<ISearchSource, OrganisationSearch>();
        services.AddScoped<Ui.Lists.ISavedList, SavedOrganisations>();
        services.AddScoped<Ui.Lists.ISavedList, SavedPeople>();
        services.AddScoped<IImportCommandKind, ImportOrganisations>();
        services.AddScoped<IExportKind, ExportOrganisations>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        OrganisationList.Map(routes);
        AddOrganisation.Map(routes);
        ShowOrganisation.Map(routes);
        EditOrganisation.Map(routes);
        EndOrganisation.Map(routes);
    }
}

/// <summary>The menu's entry about organisations.</summary>
internal sealed class OrganisationMenu : IMenuSource
{
    public IEnumerable<MenuEntry> Entries => [new("organisations.title", OrganisationList.Route, DirectoryPermissions.View, "organisations", 40)];
}
