using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Stays;

/// <summary>A host supervisor co-signs a report.</summary>
internal sealed class SignReport(AppDbContext db, StayNames names, ReportReading reports, OutsideLinks links) : HostSigning(db, links)
{
    public const string Purpose = "mobility.report";

    private readonly AppDbContext records = db;

    public override string Kind => Purpose;

    protected override async Task<Signable?> FindAsync(Guid key, CancellationToken cancellation)
    {
        var id = new Id<StayReport>(key);
        if (await records.Set<StayReport>().ViewerNamed().SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { } report) return null;
        var stay = await StayAsync(report.StayId, cancellation);
        var (person, partner) = await names.OfAsync(stay, cancellation);
        return new(stay, reports.TitleOf(report.Number, person, partner), report.Text, report.Hash(), (name, remark) =>
        {
            if (report.SignedAt is null) report.Sign(name, remark, records.Write.Now);
        })
        {
            TakesRemark = true,
            SignedName = report.SignedName,
            Remark = report.Remark,
        };
    }
}

/// <summary>A host supervisor agrees to a study plan: to this version, as it stands.</summary>
internal sealed class SignPlan(AppDbContext db, PlanReading plans, StayDuties duties, OutsideLinks links) : HostSigning(db, links)
{
    public const string Purpose = "mobility.plan";

    private readonly AppDbContext records = db;

    public override string Kind => Purpose;

    protected override async Task<Signable?> FindAsync(Guid key, CancellationToken cancellation)
    {
        var id = new Id<StudyPlan>(key);
        if (await records.Set<StudyPlan>().ViewerNamed().SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } plan) return null;
        var (stay, content, of) = (await StayAsync(plan.StayId, cancellation), plan.Read(), plan.StayId);
        return new(stay, await plans.TitleOfAsync(stay, cancellation), content.Research, plan.Hash(), (name, _) => plan.AgreeAsHost(name, records.Write.Now))
        {
            Courses = content.Courses,
            IsReplaced = await records.Set<StudyPlan>().ViewerNamed().AnyAsync(p => p.StayId == of && p.Number > plan.Number, cancellation),
            SignedName = plan.HostAgreedName,
        };
    }

    protected override async Task SignedAsync(Signable signed, CancellationToken cancellation) => await plans.TellAgreedAsync(signed.Stay, duties, cancellation);
}
