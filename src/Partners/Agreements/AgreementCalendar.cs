using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Time;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>What the calendar does with agreements: they begin, their amendments take effect, their periods roll on, they end.</summary>
internal sealed class AgreementCalendar(AppDbContext db, SchoolClock clock, RenewalAlerts alerts)
{
    /// <summary>Does what fell due up to today; doing it again changes nothing.</summary>
    public async Task MoveAsync(CancellationToken cancellation)
    {
        var today = clock.Today;
        var due = await Whole().Where(a =>
                (a.State == AgreementState.Signed && (a.EffectiveOn <= today || a.EndedOn <= today))
                || (a.State == AgreementState.Active && a.LastDay < today)
                || (a.State == AgreementState.Active && a.Versions.Any(v => v.State == AmendmentState.Signed && v.EffectiveOn <= today)))
            .OrderBy(a => a.EffectiveOn).ThenBy(a => a.Number).ToListAsync(cancellation);
        foreach (var agreement in due)
        {
            if (agreement.State == AgreementState.Signed && agreement.EndedOn <= agreement.EffectiveOn) Terminate(agreement, ByTheHouse(agreement.EndedOn!.Value));
            await BeginIfDueAsync(agreement, ByTheHouse(today), cancellation);
            await AmendIfDueAsync(agreement, cancellation);
            await EndIfDueAsync(agreement, cancellation);
        }
    }

    /// <summary>Brings a signed agreement into force when its first day has come; what it follows is superseded that day.</summary>
    public async Task BeginIfDueAsync(Agreement agreement, StepBy by, CancellationToken cancellation)
    {
        if (agreement is not { State: AgreementState.Signed, EffectiveOn: { } begin } || begin > clock.Today) return;
        agreement.Step(AgreementAction.Begin, by with { On = begin });
        db.Tell(new AgreementBegan(agreement.Id, begin));
        if (agreement.PredecessorId is not { } key) return;
        var predecessor = await Whole().SingleAsync(a => a.Id == key, cancellation);
        if (AgreementLifeCycle.Next(predecessor.State, AgreementAction.Supersede) is null) return;
        predecessor.SupersedeOn(begin, by with { On = begin });
        db.Tell(new AgreementEnded(predecessor.Id, AgreementState.Superseded, begin));
    }

    /// <summary>Makes the text of signed amendments the text in force when their day has come.</summary>
    public async Task AmendIfDueAsync(Agreement agreement, CancellationToken cancellation)
    {
        foreach (var version in agreement.Versions.Where(v => v.State == AmendmentState.Signed && v.EffectiveOn <= clock.Today).OrderBy(v => v.Number).ToList())
        {
            agreement.Amend(version, await db.KindOfAsync(version.Text.Kind, cancellation));
            version.State = AmendmentState.InForce;
            db.Tell(new AgreementAmended(agreement.Id, version.Number, version.EffectiveOn!.Value));
        }
    }

    /// <summary>Ends an agreement that was to end before its term.</summary>
    public void Terminate(Agreement agreement, StepBy by)
    {
        agreement.Step(AgreementAction.Terminate, by, agreement.EndReason?.ToString());
        db.Tell(new AgreementEnded(agreement.Id, AgreementState.Terminated, agreement.EndedOn ?? by.On));
    }

    private async Task EndIfDueAsync(Agreement agreement, CancellationToken cancellation)
    {
        if (agreement is not { State: AgreementState.Active, LastDay: { } last } || last >= clock.Today) return;
        if (agreement.EndedOn is { } ended)
        {
            Terminate(agreement, ByTheHouse(ended));
            return;
        }

        if (agreement is { Term: TermKind.Automatic, NoticeOn: null } && agreement.Text.RenewalMonths is { } months and > 0)
        {
            await alerts.DecidedAsync(agreement, agreement.Number, cancellation);
            for (; last < clock.Today; last = last.NextPeriod(months)) agreement.Extend(last.NextPeriod(months), ByTheHouse(last.AddDays(1)), "");
            return;
        }

        agreement.Step(AgreementAction.Lapse, ByTheHouse(last.AddDays(1)));
        db.Tell(new AgreementEnded(agreement.Id, AgreementState.Expired, last.AddDays(1)));
    }

    private StepBy ByTheHouse(DateOnly on) => new(null, on, clock.Now);

    private IQueryable<Agreement> Whole() => db.Set<Agreement>().VisibleTo(Viewer.System)
        .Include(a => a.Parties).Include(a => a.Units).Include(a => a.Places).Include(a => a.Steps).Include(a => a.Versions).AsSplitQuery();
}

/// <summary>The daily look at the calendar of agreements.</summary>
internal sealed record MoveAgreements : IJobPayload
{
    public static string Kind => "partners.agreements.move";
}

/// <summary>Moves agreements by their dates and reminds of renewals.</summary>
internal sealed class MoveAgreementsHandler(AgreementCalendar calendar, RenewalAlerts alerts) : IJob<MoveAgreements>
{
    public async Task RunAsync(MoveAgreements payload, JobRun run, CancellationToken cancellation)
    {
        run.Db.Write.Action = "partners.agreements.calendar";
        await calendar.MoveAsync(cancellation);
        await alerts.RaiseAsync(cancellation);
    }
}
