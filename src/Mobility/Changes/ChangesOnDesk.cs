using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Changes;

/// <summary>On the desk of a student: what they asked for that is not decided, and whom it waits for.</summary>
internal sealed class ChangesOnDesk(AppDbContext db, ChangeLines lines, TextCatalog texts) : IDeskSource
{
    public async Task<IReadOnlyList<DeskLine>> WaitingAsync(Viewer viewer, CancellationToken cancellation)
    {
        if (viewer.Person is not { } person) return [];
        var me = new PersonId(person);
        var open = db.Set<StayChange>().ViewerNamed().Where(c => c.State == ChangeState.Open);
        var own = await db.Set<Stay>().VisibleTo(viewer).AsNoTracking().Where(s => s.PersonId == me && open.Any(c => c.StayId == s.Id)).OrderBy(s => s.From).ToListAsync(cancellation);
        var found = new List<DeskLine>();
        foreach (var stay in own)
            found.AddRange((await lines.OfAsync(stay, cancellation)).Where(c => c.WaitsFor is not null).Select(c => new DeskLine(
                texts.InEach("changes.desk." + c.WaitsFor!.Value.Who, texts.InEach("changes.kind." + c.Kind), c.After), c.Address, "changes.desk.open", null, "change")));
        return found;
    }
}
