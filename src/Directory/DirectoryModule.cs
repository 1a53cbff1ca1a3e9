using Entente.Contracts.Directory;
using Entente.Directory.Accounts;
using Entente.Directory.Answers;
using Entente.Directory.Organisations;
using Entente.Directory.Persons;
using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Foundation.Demo;
using Entente.Foundation.Rooms;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory;

/// <summary>The door of the directory: persons, organisations, units, accounts.</summary>
public static class DirectoryModule
{
    /// <summary>Adds what the directory contributes and answers.</summary>
    public static IServiceCollection AddDirectory(this IServiceCollection services)
    {
        services.AddRoom<Model.Organisation>("directory");
        services.AddSingleton<IPermissionSource, DirectoryPermissions>();
        services.AddScoped<IOrganisations, Answers.Organisations>();
        services.AddScoped<IOrganisationNames, OrganisationNames>();
        services.AddScoped<IOrganisationRelations, OrganisationNames>();
        services.AddScoped<KnownPeople>();
        services.AddScoped<Foundation.Documents.IKnownNames, KnownNames>();
        services.AddScoped<IPersons, Answers.Persons>();
        services.AddScoped<IEncounters, Answers.Encounters>();
        services.AddScoped<Foundation.Mail.IMailAddresses, MailAddresses>();
        services.AddScoped<Ui.Forms.IPickSource, OrganisationChoices>();
        services.AddScoped<ITakeBack, Answers.TakingBack>();
        services.AddAccounts();
        services.AddPersons();
        services.AddScoped<IDemoData, Demo.DirectoryDemo>();
        services.AddSingleton<IDemoGuide, Demo.DirectoryDemo>();
        services.AddOrganisations();
        services.AddApi<Api.DirectoryApi>();
        return services;
    }

    /// <summary>Maps the directory's pages.</summary>
    public static void MapDirectory(this IEndpointRouteBuilder routes)
    {
        OrganisationPages.Map(routes);
        AccountPages.Map(routes);
        PersonPages.Map(routes);
    }
}
