using Entente.Foundation.Import;
using Entente.Foundation.Search;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Persons;

/// <summary>The part of the directory's door that is about persons.</summary>
internal static class PersonPages
{
    public static void AddPersons(this IServiceCollection services)
    {
        services.AddScoped<Duplicates>();
        services.AddScoped<Merging>();
        services.AddScoped<PersonPick>();
        services.AddScoped<IPickSource>(provider => provider.GetRequiredService<PersonPick>());
        services.AddScoped<ISearchSource, PersonSearch>();
        services.AddScoped<IImportCommandKind, PersonImport>();
        services.AddScoped<IExportKind, PersonExport>();
        services.AddSingleton<IMenuSource, PersonMenu>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        PersonList.Map(routes);
        DuplicateList.Map(routes);
        AddPerson.Map(routes);
        ShowPerson.Map(routes);
        EditPerson.Map(routes);
        new KeepAffiliations().Map(routes);
        new KeepDistinctions().Map(routes);
        MergePersons.Map(routes);
    }
}

/// <summary>The menu's entries about persons.</summary>
internal sealed class PersonMenu : IMenuSource
{
    public IEnumerable<MenuEntry> Entries => [new("directory.people.title", PersonList.Route, DirectoryPermissions.View, "people", 30)];
}
