using Entente.Contracts.Directory;
using Entente.Directory.Persons;
using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Search;
using Entente.Foundation.Time;
using Entente.Ui.Lists;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Organisations;

/// <summary>Searches saved of the list of organisations.</summary>
internal sealed class SavedOrganisations(AppDbContext db, ISearch search) : ISavedList
{
    public string Path => OrganisationList.Route;

    public string TitleKey => "organisations.title";

    public string? Permission => DirectoryPermissions.View;

    public async Task<IReadOnlyList<Guid>> KeysAsync(ListQuery query, Viewer viewer, int most, CancellationToken cancellation) =>
        (await OrganisationList.Narrowed(OrganisationList.Found(search, db, query, many: false), query).Select(o => o.Id).Take(most + 1).ToListAsync(cancellation)).ConvertAll(k => k.Value);
}

/// <summary>Searches saved of the list of people.</summary>
internal sealed class SavedPeople(AppDbContext db, IOrganisations organisations, SchoolClock clock) : ISavedList
{
    public string Path => PersonList.Route;

    public string TitleKey => "directory.people.title";

    public string? Permission => DirectoryPermissions.View;

    public async Task<IReadOnlyList<Guid>> KeysAsync(ListQuery query, Viewer viewer, int most, CancellationToken cancellation)
    {
        var tree = await UnitTree.ReadAsync(db, cancellation);
        return (await PersonList.Narrowed(query, db, viewer, organisations, tree, clock.Today).Select(p => p.Id).Take(most + 1).ToListAsync(cancellation)).ConvertAll(k => k.Value);
    }
}
