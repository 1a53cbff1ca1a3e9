using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Organisations;

/// <summary>The organisations, by name.</summary>
internal static class OrganisationList
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/organisations", ShowAsync).Requires(DirectoryPermissions.View);

    private static async Task<IResult> ShowAsync(IOrganisations organisations, Viewer viewer, CancellationToken cancellation)
    {
        var cards = await organisations.Cards(viewer).OrderBy(o => o.SortKey).Take(50).ToListAsync(cancellation);
        return Page.Show<OrganisationListPage>(new OrganisationListModel(cards));
    }
}

/// <summary>What the page shows.</summary>
public sealed record OrganisationListModel(IReadOnlyList<OrganisationCard> Organisations);
