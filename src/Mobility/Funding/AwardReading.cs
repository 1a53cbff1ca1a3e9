using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Funding;

/// <summary>Reads an award: what was promised and paid, and what the rules in force say about the next payment, the deposit and a repayment.</summary>
internal sealed class AwardReading(AppDbContext db, IGates gates, Reckoned reckoned, IPersons persons, IOrganisations organisations, SchoolClock clock, Viewer viewer)
{
    /// <summary>The award as stored, to be changed by whoever keeps it.</summary>
    public async Task<Award?> KeptAsync(string id, CancellationToken cancellation) => Id<Award>.TryParse(id, null, out var key)
        && await db.Set<Award>().VisibleTo(viewer).Include(a => a.Instalments).SingleOrDefaultAsync(a => a.Id == key, cancellation) is { } award && viewer.May(MobilityPermissions.Edit, award.UnitId.Value) ? award : null;

    public async Task<AwardView?> OfAsync(string id, CancellationToken cancellation)
    {
        if (!Id<Award>.TryParse(id, null, out var key)) return null;
        if (await db.Set<Award>().VisibleTo(viewer).AsNoTracking().Include(a => a.Instalments).SingleOrDefaultAsync(a => a.Id == key, cancellation) is not { } award) return null;
        var budget = await db.Set<FundingBudget>().AsNoTracking().SingleAsync(b => b.Id == award.BudgetId, cancellation);
        var source = await db.Set<FundingSource>().VisibleTo(Viewer.System).AsNoTracking().SingleAsync(s => s.Id == budget.SourceId, cancellation);
        var (person, at) = (award.PersonId, award.OrganisationId);
        var territories = await TerritoriesAsync(at, cancellation);
        var pay = award.State == AwardState.Standing ? await gates.PreviewAsync(Question(award, FundingGates.Pay, territories), cancellation) : null;
        var repay = await gates.PreviewAsync(Question(award, FundingGates.Repay, territories), cancellation);
        return new(award.Id.Value, award.Version, await persons.Cards(Viewer.System).Where(p => p.Id == person).Select(p => p.Name).SingleAsync(cancellation), source.Name, source.Id.Value, source.Currency, award.Amount, award.State)
        {
            Partner = at is null ? null : await organisations.Cards(Viewer.System).Where(o => o.Id == at).Select(o => o.Name).SingleOrDefaultAsync(cancellation),
            Stay = award.StayId?.Value,
            Conditions = award.Conditions,
            Reason = award.Reason,
            Instalments = [.. award.Instalments.OrderBy(i => i.Order).Select(i => new InstalmentView(i.Id.Value, i.Order, i.Amount, i.DueOn, i.PaidOn,
                i.PaidOn is not null ? InstalmentState.Paid : award.State == AwardState.Ended ? InstalmentState.Dropped : pay?.IsOpen == true ? InstalmentState.Planned : InstalmentState.Suspended))],
            Against = [.. (pay?.Against ?? []).Select(v => v.Sentence)],
            DepositAsked = reckoned.Deposit ?? 0,
            Deposit = award.Deposit,
            DepositedOn = award.DepositedOn,
            DepositReturnedOn = award.DepositReturnedOn,
            Repayment = [.. repay.Verdicts.Select(v => v.Sentence)],
            Repayable = award.State == AwardState.Ended ? award.Repayable : reckoned.Repayable ?? 0,
            RepaidOn = award.RepaidOn,
            Today = clock.Today,
            MayEdit = viewer.May(MobilityPermissions.Edit, award.UnitId.Value),
            MaySeeSource = viewer.May(MobilityPermissions.View, award.UnitId.Value),
        };
    }

    public async Task<GateQuestion> QuestionAsync(Award award, string gate, CancellationToken cancellation) => Question(award, gate, await TerritoriesAsync(award.OrganisationId, cancellation));

    private static GateQuestion Question(Award award, string gate, IReadOnlyList<string> territories) => new(gate, award.Ref(), award.UnitId, territories);

    private async Task<IReadOnlyList<string>> TerritoriesAsync(OrganisationId? at, CancellationToken cancellation) =>
        at is null ? [] : await organisations.Cards(Viewer.System).Where(o => o.Id == at).Select(o => o.Country).ToListAsync(cancellation);
}

/// <summary>An award as pages show it; amounts in minor units.</summary>
public sealed record AwardView(Guid Key, int Token, LocalizedText Person, LocalizedText Source, Guid SourceKey, string Currency, long Amount, AwardState State)
{
    public LocalizedText? Partner { get; init; }

    public Guid? Stay { get; init; }

    public string Conditions { get; init; } = "";

    public string? Reason { get; init; }

    public IReadOnlyList<InstalmentView> Instalments { get; init; } = [];

    /// <summary>Why nothing can be paid now.</summary>
    public IReadOnlyList<LocalizedText> Against { get; init; } = [];

    public long DepositAsked { get; init; }

    public long? Deposit { get; init; }

    public DateOnly? DepositedOn { get; init; }

    public DateOnly? DepositReturnedOn { get; init; }

    /// <summary>What would have to be repaid if it ended now, as sentences.</summary>
    public IReadOnlyList<LocalizedText> Repayment { get; init; } = [];

    public long Repayable { get; init; }

    public DateOnly? RepaidOn { get; init; }

    public DateOnly Today { get; init; }

    public bool MayEdit { get; init; }

    public bool MaySeeSource { get; init; }

    public FormReader Sent { get; init; } = FormReader.Empty;

    public string Address => ShowAward.AddressOf(Key);

    public long Paid => Instalments.Where(i => i.State == InstalmentState.Paid).Sum(i => i.Amount);

    public InstalmentView? Next => Instalments.FirstOrDefault(i => i.PaidOn is null);
}

/// <summary>An instalment as pages show it.</summary>
public sealed record InstalmentView(Guid Key, int Order, long Amount, DateOnly DueOn, DateOnly? PaidOn, InstalmentState State);

/// <summary>Where an instalment stands.</summary>
public enum InstalmentState
{
    /// <summary>It will be paid on its day.</summary>
    Planned,

    /// <summary>It was paid.</summary>
    Paid,

    /// <summary>It cannot be paid until something comes.</summary>
    Suspended,

    /// <summary>It will not be paid; the award ended.</summary>
    Dropped,
}
