using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Safeguards.Approvals;
using Entente.Safeguards.Model;
using Entente.Safeguards.Packs;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Answers;

/// <summary>Starts and ends requests for the rooms that ask; the caller saves.</summary>
internal sealed class Approvals(AppDbContext db, PackShelf packs, IUnits units, SchoolClock clock, TextCatalog texts) : IApprovals
{
    public async Task<ApprovalId> AskAsync(ApprovalQuestion question, CancellationToken cancellation)
    {
        if (question.ContentHash.Length != 32) throw new ArgumentException("The hash of the content has 32 bytes.", nameof(question));
        if ((await packs.TodayAsync(cancellation)).Chain(question.Chain) is not var (pack, chain))
            throw new RefusedException(texts["approvals.no-chain", question.Chain]);
        foreach (var pending in await PendingAsync(question.Subject, cancellation)) pending.Withdraw(texts["approvals.asked-anew"], db.Write.Now);
        var request = new ApprovalRequest
        {
            SubjectKind = question.Subject.Kind,
            SubjectKey = question.Subject.Key,
            Chain = chain.Id,
            EditionId = pack.Edition,
            UnitId = question.Unit,
            Title = question.Title,
            Address = question.Address,
            ContentHash = question.ContentHash,
            AskedById = db.Write.Viewer.Me(),
            AskedAt = db.Write.Now,
        };
        var all = await units.AllAsync(cancellation);
        request.Steps.AddRange(chain.Steps.Select((step, i) => new ApprovalStep
        {
            RequestId = request.Id,
            Order = i + 1,
            Role = step.Role,
            UnitId = UnitOf(step.Unit, question.Unit, all),
            WithinWorkingDays = step.WithinWorkingDays,
            DecideBy = i == 0 ? pack.Pack.Calendar(chain.Calendar)!.Add(clock.Today, step.WithinWorkingDays) : null,
        }));
        db.Add(request);
        db.Enqueue(new HandOn(request.Id.Value));
        return request.Id;
    }

    public async Task<IReadOnlyDictionary<RecordRef, ApprovalCard>> OfAsync(IReadOnlyCollection<RecordRef> subjects, CancellationToken cancellation)
    {
        var keys = subjects.Select(s => s.Key).Distinct().ToList();
        var requests = await db.Set<ApprovalRequest>().VisibleTo(Viewer.System).AsNoTracking().Include(r => r.Steps)
            .Where(r => keys.Contains(r.SubjectKey)).ToListAsync(cancellation);
        return requests.GroupBy(r => r.Subject).Where(g => subjects.Contains(g.Key))
            .ToDictionary(g => g.Key, g => CardOf(g.OrderByDescending(r => r.AskedAt).ThenByDescending(r => r.Id).First()));
    }

    public async Task WithdrawAsync(RecordRef subject, string reason, CancellationToken cancellation)
    {
        foreach (var pending in await PendingAsync(subject, cancellation)) pending.Withdraw(reason, db.Write.Now);
    }

    /// <summary>The newest request of a record with its steps, read only.</summary>
    public static async Task<ApprovalRequest?> NewestAsync(AppDbContext db, RecordRef subject, CancellationToken cancellation) =>
        await db.Set<ApprovalRequest>().VisibleTo(Viewer.System).AsNoTracking().Include(r => r.Steps)
            .Where(r => r.SubjectKey == subject.Key && r.SubjectKind == subject.Kind)
            .OrderByDescending(r => r.AskedAt).ThenByDescending(r => r.Id).FirstOrDefaultAsync(cancellation);

    private static ApprovalCard CardOf(ApprovalRequest r) => new(r.Id, r.Subject, r.State, r.ContentHash,
        [.. r.Steps.OrderBy(s => s.Order).Select(s => new ApprovalStepCard(s.Order, s.Role, s.UnitId, s.Decision, s.DecidedById, s.DecidedAt, s.Reason))]);

    private async Task<IReadOnlyList<ApprovalRequest>> PendingAsync(RecordRef subject, CancellationToken cancellation)
    {
        await db.Set<ApprovalRequest>().VisibleTo(Viewer.System).Include(r => r.Steps)
            .Where(r => r.SubjectKey == subject.Key && r.SubjectKind == subject.Kind && r.State == ApprovalState.Pending).LoadAsync(cancellation);
        return [.. db.Set<ApprovalRequest>().Local.Where(r => r.Subject == subject && r.State == ApprovalState.Pending)];
    }

    private static UnitId UnitOf(StepUnit step, UnitId own, IReadOnlyList<UnitCard> all) => step switch
    {
        StepUnit.Parent => all.FirstOrDefault(u => u.Id == own)?.Parent ?? own,
        StepUnit.Top => all.FirstOrDefault(u => u.Parent is null)?.Id ?? own,
        _ => own,
    };
}
