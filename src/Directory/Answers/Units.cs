using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Directory.Units;
using Entente.Foundation.Data;

namespace Entente.Directory.Answers;

/// <summary>Answers the other rooms about units.</summary>
internal sealed class Units(AppDbContext db) : IUnits
{
    public async Task<IReadOnlyList<UnitCard>> AllAsync(CancellationToken cancellation) =>
        [.. (await UnitTree.ReadAsync(db, cancellation)).Ordered.Select(u => new UnitCard
        {
            Id = u.Unit.Id,
            Name = u.Unit.Name,
            Parent = u.Unit.Parent,
            Code = u.Unit.Code,
        })];

    public IQueryable<UnitCard> Cards() => db.Set<Unit>().Select(u => new UnitCard
    {
        Id = u.Id,
        Name = u.Name,
        Parent = u.ParentId,
        Code = u.Code,
    });
}
