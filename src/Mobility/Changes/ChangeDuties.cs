using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Changes;

/// <summary>Keeps what is owed for requests: the home supervisor's opinion and the decision, each by the day the pack in force says.</summary>
internal sealed class ChangeDuties(AppDbContext db, IObligations obligations, ISchedules schedules, IAccounts accounts, StayNames names, SchoolClock clock, TextCatalog texts)
{
    /// <summary>The home supervisor says what they think of it.</summary>
    public const string Opinion = "mobility.change-opinion";

    /// <summary>The office decides.</summary>
    public const string Decision = "mobility.change-decision";

    private const string Schedule = "mobility.change";

    /// <summary>Owes opinion and decision of a request that was just asked.</summary>
    public async Task AskedAsync(Stay stay, StayChange change, CancellationToken cancellation)
    {
        var (person, partner) = await names.OfAsync(stay, cancellation);
        var supervisor = stay.HomeSupervisorId is { } home ? (await accounts.OfPersonsAsync([home], cancellation)).FirstOrDefault()?.Id : null;
        var (today, owed) = (clock.Today, new List<NewObligation>());
        foreach (var step in await schedules.OfAsync(Schedule, cancellation))
        {
            var isOpinion = step.Role is null;
            if (isOpinion && supervisor is null) continue;
            var (kind, due) = (isOpinion ? Opinion : Decision, step.DueFor(today, today));
            owed.Add(new(change.Ref(), kind, "", step.Role ?? BuiltInRole.Coordinator, stay.UnitId, isOpinion ? supervisor : null,
                texts.InEach("changes.duty." + kind, texts.InEach("changes.kind." + change.Kind), person, partner), ShowChange.AddressOf(change), due, due.AddDays(-step.ShowDays)));
        }

        await obligations.OweAllAsync(owed, cancellation);
    }

    /// <summary>The opinion was given.</summary>
    public Task SaidAsync(StayChange change, CancellationToken cancellation) => obligations.FulfilAsync(change.Ref(), Opinion, "", change.Opinion!, cancellation);

    /// <summary>It is decided or taken back: nothing is owed for it any more.</summary>
    public async Task OverAsync(StayChange change, CancellationToken cancellation)
    {
        var receipt = texts["changes.state." + change.State];
        if (change.State != ChangeState.TakenBack) await obligations.FulfilAsync(change.Ref(), Decision, "", receipt, cancellation);
        await obligations.ReleaseAsync(change.Ref(), receipt, cancellation);
    }

    /// <summary>A stay that ended or was called off leaves no request open.</summary>
    public async Task StayOverAsync(Stay stay, string reason, CancellationToken cancellation)
    {
        var id = stay.Id;
        foreach (var open in await db.Set<StayChange>().ViewerNamed().Where(c => c.StayId == id && c.State == ChangeState.Open).ToListAsync(cancellation))
        {
            open.TakeBack(reason, null, db.Write.Now);
            await OverAsync(open, cancellation);
        }
    }
}
