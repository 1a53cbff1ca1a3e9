using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Funding;

/// <summary>Notes what was paid, deposited, given back and repaid, each behind its gate; ends an award with the sum the rules say is to be repaid.</summary>
internal static class MoveAward
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(ShowAward.Route + "/pay", PayAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(ShowAward.Route + "/deposit", DepositAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(ShowAward.Route + "/return-deposit", ReturnAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(ShowAward.Route + "/end", EndAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(ShowAward.Route + "/repaid", RepaidAsync).Requires(MobilityPermissions.Edit);
    }

    private static Task<IResult> PayAsync(string id, HttpRequest request, AppDbContext db, AwardReading reading, IGates gates, InstalmentDuties duties, SchoolClock clock, CancellationToken cancellation) =>
        ActAsync(id, request, db, reading, "mobility.funding.pay", a => a.State == AwardState.Standing, async (award, sent) =>
        {
            var instalment = award.Instalments.Find(i => i.Id.ToString() == sent.Raw("instalment") && i.PaidOn is null);
            if (instalment is null) sent.Refuse("", "funding.wrong.no-instalment");
            else if (award.Instalments.Exists(i => i.PaidOn is null && i.Order < instalment.Order)) sent.Refuse("", "funding.wrong.order");
            var on = Day(sent, clock);
            if (!sent.IsValid) return;
            var outcome = await gates.PassAsync(await reading.QuestionAsync(award, FundingGates.Pay, cancellation), cancellation);
            if (Refuse(sent, outcome)) return;
            instalment!.Pay(on!.Value);
            await duties.PaidAsync(award, instalment, cancellation);
            // The award's own version rises as well: two who pay at once cannot pay twice.
            db.Entry(award).State = EntityState.Modified;
        }, cancellation);

    private static Task<IResult> DepositAsync(string id, HttpRequest request, AppDbContext db, AwardReading reading, IGates gates, Reckoned reckoned, SchoolClock clock, CancellationToken cancellation) =>
        ActAsync(id, request, db, reading, "mobility.funding.deposit", a => a is { State: AwardState.Standing, Deposit: null }, async (award, sent) =>
        {
            var on = Day(sent, clock);
            await gates.PreviewAsync(await reading.QuestionAsync(award, FundingGates.Pay, cancellation), cancellation);
            if (reckoned.Deposit is null or 0) sent.Refuse("", "funding.wrong.no-deposit");
            if (sent.IsValid) award.TakeDeposit(reckoned.Deposit!.Value, on!.Value);
        }, cancellation);

    private static Task<IResult> ReturnAsync(string id, HttpRequest request, AppDbContext db, AwardReading reading, IGates gates, SchoolClock clock, CancellationToken cancellation) =>
        ActAsync(id, request, db, reading, "mobility.funding.return-deposit", a => a is { Deposit: not null, DepositReturnedOn: null }, async (award, sent) =>
        {
            var on = Day(sent, clock);
            var over = award.StayId is { } stay && await db.Set<Stay>().VisibleTo(Viewer.System).AnyAsync(s => s.Id == stay && (s.State == StayState.Returned || s.State == StayState.CalledOff), cancellation);
            if (!over && award.State == AwardState.Standing) sent.Refuse("", "funding.wrong.not-over");
            if (award is { Repayable: > 0, RepaidOn: null }) sent.Refuse("", "funding.wrong.not-repaid");
            if (!sent.IsValid || Refuse(sent, await gates.PassAsync(await reading.QuestionAsync(award, FundingGates.ReturnDeposit, cancellation), cancellation))) return;
            award.ReturnDeposit(on!.Value);
        }, cancellation);

    private static Task<IResult> EndAsync(string id, HttpRequest request, AppDbContext db, AwardReading reading, IGates gates, Reckoned reckoned, InstalmentDuties duties, CancellationToken cancellation) =>
        ActAsync(id, request, db, reading, "mobility.funding.end", a => a.State == AwardState.Standing, async (award, sent) =>
        {
            var reason = sent.Text("reason", Award.LongestReason, required: true);
            if (!sent.IsValid) return;
            await gates.PassAsync(await reading.QuestionAsync(award, FundingGates.Repay, cancellation), cancellation);
            if (reckoned.Repayable is not { } repayable)
            {
                sent.Refuse("", "funding.wrong.no-rule");
                return;
            }

            award.End(reason, repayable);
            await duties.ReleaseAsync(award, reason, cancellation);
            (await db.Set<FundingBudget>().SingleAsync(b => b.Id == award.BudgetId, cancellation)).Free(award.Amount - award.Paid);
        }, cancellation);

    private static Task<IResult> RepaidAsync(string id, HttpRequest request, AppDbContext db, AwardReading reading, SchoolClock clock, CancellationToken cancellation) =>
        ActAsync(id, request, db, reading, "mobility.funding.repaid", a => a is { State: AwardState.Ended, Repayable: > 0, RepaidOn: null }, async (award, sent) =>
        {
            var on = Day(sent, clock);
            if (!sent.IsValid) return;
            award.Repay(on!.Value);
            (await db.Set<FundingBudget>().SingleAsync(b => b.Id == award.BudgetId, cancellation)).Free(award.Repayable);
        }, cancellation);

    // A gate that stays closed keeps its verdicts all the same; then the page says why.
    private static async Task<IResult> ActAsync(
        string id, HttpRequest request, AppDbContext db, AwardReading reading, string action, Func<Award, bool> stands, Func<Award, FormReader, Task> act, CancellationToken cancellation)
    {
        if (await reading.KeptAsync(id, cancellation) is not { } award || !stands(award)) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        await act(award, sent);
        db.Write.Action = action;
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            sent.Refuse("", "funding.wrong.meanwhile");
        }

        if (sent.IsValid) return Page.SeeOther(ShowAward.AddressOf(award.Id.Value));
        db.ChangeTracker.Clear();
        return await reading.OfAsync(id, cancellation) is { } view ? Page.Refuse<AwardPage>(view with { Sent = sent }) : Results.NotFound();
    }

    private static DateOnly? Day(FormReader sent, SchoolClock clock)
    {
        var on = sent.Date("on", required: true);
        if (on > clock.Today) sent.Refuse("on", "funding.wrong.future");
        return on;
    }

    private static bool Refuse(FormReader sent, GateOutcome outcome)
    {
        if (outcome.IsOpen) return false;
        foreach (var verdict in outcome.Against) sent.Refuse("", "funding.wrong.gate", verdict.Sentence);
        return true;
    }
}
