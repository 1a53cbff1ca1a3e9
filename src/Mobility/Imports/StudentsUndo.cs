using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Tables;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Imports;

/// <summary>Takes an import of students back, while nothing depends on it and nobody changed a stay since.</summary>
internal sealed class StudentsUndo(AppDbContext db, IEncounters encounters, ITakeBack directory)
{
    public async Task<IReadOnlyList<ImportBlock>> RunAsync(IReadOnlyList<ImportEffect> effects, CancellationToken cancellation)
    {
        var byKey = effects.DistinctBy(e => e.Key).ToDictionary(e => e.Key);
        var keys = effects.Where(e => e.Kind == Stay.RecordKind).Select(e => new Id<Stay>(e.Key)).ToList();
        var stays = await db.Set<Stay>().VisibleTo(Viewer.System).Where(s => keys.Contains(s.Id)).ToListAsync(cancellation);
        var blocks = stays.Where(s => s.Version > 1).Select(s => new ImportBlock(new(Severity.Error, "import.undo.changed-since", null, [byKey[s.Id.Value].Label]), byKey[s.Id.Value].Address)).ToList();
        var gone = await encounters.RemoveAsync([.. stays.Select(s => s.Ref())], cancellation);
        var going = effects.Select(e => e.Key).Concat(gone).ToHashSet();
        var dependents = await Dependents.OfAsync(db, keys, [], going, cancellation);
        blocks.AddRange(dependents.Select(BlockOf));
        if (blocks.Count > 0) return blocks;
        db.RemoveRange(stays);
        return [.. (await directory.PersonsAsync([.. effects.Where(e => e.Kind == StudentsApply.Person).Select(e => new PersonId(e.Key))], going, cancellation)).Select(BlockOf)];

        ImportBlock BlockOf(Dependent dependent) => new(
            new(Severity.Error, "import.undo.depends", null, [byKey.GetValueOrDefault(dependent.On)?.Label ?? "", new TextRef("record." + dependent.Table)]), byKey.GetValueOrDefault(dependent.On)?.Address);
    }
}
