using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Texts;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Changes;

/// <summary>Somebody at the host agrees to a request: to exactly this one, while it is open.</summary>
internal sealed class SignChange(AppDbContext db, StayNames names, ChangeReading changes, TextCatalog texts, OutsideLinks links) : HostSigning(db, links)
{
    public const string Purpose = "mobility.change";

    private readonly AppDbContext records = db;

    public override string Kind => Purpose;

    protected override async Task<Signable?> FindAsync(Guid key, CancellationToken cancellation)
    {
        var id = new Id<StayChange>(key);
        if (await records.Set<StayChange>().ViewerNamed().SingleOrDefaultAsync(c => c.Id == id, cancellation) is not { } change) return null;
        var stay = await StayAsync(change.StayId, cancellation);
        var values = await ChangeWords.ValuesAsync(change, names, texts, cancellation);
        return new(stay, await changes.TitleOfAsync(stay, change.Kind, cancellation), $"**{texts["changes.what." + change.Kind]}**: {values.Before} → {values.After}\n\n{change.Reason}", change.Hash(),
            (name, remark) => change.AgreeAsHost(name, remark, records.Write.Now))
        {
            TakesRemark = true,
            IsReplaced = change.State != ChangeState.Open,
            ReplacedKey = "changes.sign.over",
            SignedName = change.HostAgreedName,
            Remark = change.HostRemark,
        };
    }
}
