using Entente.Foundation.Import;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Imports;

/// <summary>The kinds of import this room takes.</summary>
internal static class ImportSetup
{
    public static void AddPartnerImports(this IServiceCollection services)
    {
        services.AddScoped<OrganisationLookup>();
        services.AddScoped<PartnersApply>();
        services.AddScoped<PartnersUndo>();
        services.AddImportKind<PartnersImport>();
        services.AddScoped<AgreementsApply>();
        services.AddScoped<AgreementsUndo>();
        services.AddImportKind<AgreementsImport>();
    }
}
