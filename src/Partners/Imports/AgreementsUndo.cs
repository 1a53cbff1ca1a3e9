using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Texts;
using Entente.Partners.Agreements;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Imports;

/// <summary>Takes an import of agreements back, while nothing depends on it.</summary>
internal sealed class AgreementsUndo(AppDbContext db, IObligations obligations, TextCatalog texts)
{
    private static readonly Type[] Parts = [typeof(AgreementParty), typeof(AgreementUnit), typeof(PlaceLine), typeof(AgreementStep), typeof(AgreementVersion)];

    public async Task<IReadOnlyList<ImportBlock>> RunAsync(IReadOnlyList<ImportEffect> effects, CancellationToken cancellation)
    {
        var ids = effects.Select(e => new AgreementId(e.Key)).Distinct().ToList();
        var agreements = await db.Set<Agreement>().VisibleTo(Viewer.System).Where(a => ids.Contains(a.Id))
            .Include(a => a.Parties).Include(a => a.Units).Include(a => a.Places).Include(a => a.Steps).Include(a => a.Versions)
            .AsSplitQuery().ToDictionaryAsync(a => a.Id.Value, cancellation);
        var going = effects.Where(e => e.IsNew).Select(e => e.Key).ToHashSet();
        var names = new UndoNames(effects);
        var blocks = new List<ImportBlock>();
        foreach (var effect in effects.Where(e => agreements.ContainsKey(e.Key))) await UndoAsync(agreements[effect.Key], effect, blocks, cancellation);
        var created = going.Select(k => new AgreementId(k)).ToList();
        blocks.AddRange((await Dependents.OfAsync(db, created, Parts, going, cancellation)).Select(names.BlockOf));
        return [.. blocks.DistinctBy(b => b.Sentence)];
    }

    private async Task UndoAsync(Agreement agreement, ImportEffect effect, List<ImportBlock> blocks, CancellationToken cancellation)
    {
        if (effect.IsNew)
        {
            if (agreement.Version > 1) blocks.Add(UndoNames.ChangedSince(effect));
            await obligations.ReleaseAsync(agreement.Ref(), texts["import.undo.reason"], cancellation);
            db.RemoveRange(agreement.Versions);
            db.RemoveRange(agreement.Steps);
            db.RemoveRange(agreement.Places);
            db.RemoveRange(agreement.Units);
            db.RemoveRange(agreement.Parties);
            db.Remove(agreement);
            return;
        }

        if (agreement.State != AgreementState.Draft || !UndoNames.Same(AgreementsApply.Values(agreement.Content, agreement.UnitId), effect.After!))
        {
            blocks.Add(UndoNames.ChangedSince(effect));
            return;
        }

        var before = AgreementContent.FromJson(effect.Before!["content"]!);
        agreement.Rewrite(before, await db.KindOfAsync(before.Kind, cancellation));
        agreement.UnitId = UnitId.Parse(effect.Before["unit"]!, null);
    }
}
