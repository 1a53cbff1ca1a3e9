using Entente.Directory.Model;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Organisations.Import;

/// <summary>What the directory holds of the registry before an import: keys and digests, and the relations the registry stated.</summary>
internal sealed class KnownOrganisations
{
    public required Dictionary<string, Known> ByRor { get; init; }

    /// <summary>Relations that stand, by what they say.</summary>
    public required Dictionary<StatedRelation, OrganisationRelation> Relations { get; init; }

    public static async Task<KnownOrganisations> ReadAsync(AppDbContext db, CancellationToken cancellation)
    {
        var known = await db.Set<Organisation>().Where(o => o.Ror != null).Select(o => new { o.Id, o.Ror, o.Digest }).ToListAsync(cancellation);
        var relations = await db.Set<OrganisationRelation>().AsNoTracking()
            .Where(r => r.Source == FactSource.Ror && r.WithdrawnAt == null && r.FromRor != null && r.ToRor != null).ToListAsync(cancellation);
        return new()
        {
            ByRor = known.ToDictionary(k => k.Ror!, k => new Known(k.Id, k.Digest), StringComparer.Ordinal),
            Relations = relations.ToDictionary(r => new StatedRelation(r.Kind, r.FromRor!, r.ToRor!)),
        };
    }
}

/// <summary>An organisation the directory has under its ROR identifier.</summary>
internal readonly record struct Known(OrganisationId Id, byte[]? Digest);
