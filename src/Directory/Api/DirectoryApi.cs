using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Directory.Persons;
using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Api;

/// <summary>What the directory shows through the API: organisations, persons, units.</summary>
internal sealed class DirectoryApi : IApiPart
{
    public string Room => "directory";

    public IEnumerable<ApiRecordKind> Kinds =>
    [
        new("directory.organisation", typeof(Organisation), "/organisations", async (db, viewer, keys, cancellation) =>
        {
            var ids = keys.Select(k => new OrganisationId(k)).ToList();
            return viewer.May(DirectoryPermissions.View) ? await db.Set<Organisation>().Where(o => ids.Contains(o.Id)).Select(o => o.Id.Value).ToListAsync(cancellation) : [];
        }),
        new("directory.person", typeof(Person), "/persons", async (db, viewer, keys, cancellation) =>
        {
            var ids = keys.Select(k => new PersonId(k)).ToList();
            return [.. (await PersonReading.Canonical(db, viewer).Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellation)).Select(p => p.Value)];
        }),
    ];

    public void Map(ApiRoutes api)
    {
        OrganisationApi.Map(api);
        PersonApi.Map(api);
        UnitApi.Map(api);
    }
}
