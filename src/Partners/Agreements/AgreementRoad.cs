using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Partners.Model;

namespace Entente.Partners.Agreements;

/// <summary>
/// The road of an agreement from draft to signature, as people walk it: each step asks what must hold, and says in sentences why it does not.
/// What the calendar does stands in <see cref="AgreementCalendar"/>.
/// </summary>
internal sealed class AgreementRoad(
    AppDbContext db, Viewer viewer, SchoolClock clock, TextCatalog texts, IApprovals approvals, Signing signing, AgreementCalendar calendar, RenewalAlerts alerts)
{
    public const string Chain = "agreement";

    /// <summary>Fixes the text by its hash and asks the chain for approval.</summary>
    /// <returns>Why it cannot be; nothing: it was done.</returns>
    public async Task<IReadOnlyList<string>> SubmitAsync(Agreement agreement, CancellationToken cancellation)
    {
        if (Refused(agreement, AgreementAction.Submit) is { } refused) return [refused];
        var missing = ContentRules.Missing(agreement.Text).Select(m => texts[m.TextKey, m.Args]).ToList();
        if (missing.Count > 0) return missing;
        try
        {
            agreement.Step(AgreementAction.Submit, viewer.Now(clock));
            await approvals.AskAsync(new(agreement.Ref(), Chain, agreement.UnitId, Named(agreement), $"/agreements/{agreement.Id}", agreement.ContentHash), cancellation);
        }
        catch (RefusedException closed)
        {
            db.ChangeTracker.Clear();
            return closed.Reasons;
        }

        return await SaveAsync(PartnersPermissions.SubmitAgreements, cancellation);
    }

    /// <summary>Takes the text back to be written: from review, after approval, or from the signing table.</summary>
    public async Task<IReadOnlyList<string>> WithdrawAsync(Agreement agreement, string reason, CancellationToken cancellation)
    {
        if (Refused(agreement, AgreementAction.Return) is { } refused) return [refused];
        if (agreement.State == AgreementState.InReview) await approvals.WithdrawAsync(agreement.Ref(), reason, cancellation);
        agreement.Step(AgreementAction.Return, viewer.Now(clock), reason);
        await signing.TakeBackAsync(agreement.Id, 1, cancellation);
        return await SaveAsync(PartnersPermissions.EditAgreements, cancellation);
    }

    /// <summary>Sends the approved text out to be signed: from here on the partner holds it, so the gate must be open.</summary>
    public async Task<IReadOnlyList<string>> SendAsync(Agreement agreement, CancellationToken cancellation)
    {
        var text = SignedText.Of(agreement) with { Permission = PartnersPermissions.SendAgreements };
        if (Refused(agreement, AgreementAction.Send) is { } refused)
            return agreement.State < AgreementState.Approved ? [refused, .. (await signing.ReadinessAsync(text, cancellation)).Sentences(texts)] : [refused];
        if (await signing.ClosedAsync(text, cancellation) is { Count: > 0 } missing) return missing;
        agreement.Step(AgreementAction.Send, viewer.Now(clock));
        return await SaveAsync(PartnersPermissions.SendAgreements, cancellation);
    }

    /// <summary>Notes the signature of one party. With the last one the agreement is signed and sealed, and begins if its first day has come.</summary>
    public async Task<IReadOnlyList<string>> SignAsync(Agreement agreement, FormReader form, CancellationToken cancellation)
    {
        if (Refused(agreement, AgreementAction.Sign) is { } refused) return [refused];
        var (refusals, allSigned) = await signing.NoteAsync(SignedText.Of(agreement), form, cancellation);
        if (refusals.Count > 0 || !form.IsValid) return refusals;
        if (allSigned is { } last)
        {
            agreement.Sign(last, viewer.Now(clock));
            db.Tell(new AgreementSigned(agreement.Id, last));
            await alerts.FollowedAsync(agreement, cancellation);
            await calendar.BeginIfDueAsync(agreement, viewer.Now(clock), cancellation);
        }

        return await SaveAsync(PartnersPermissions.SignAgreements, cancellation);
    }

    /// <summary>Ends an agreement before its term, from a day on.</summary>
    public async Task<IReadOnlyList<string>> TerminateAsync(Agreement agreement, DateOnly firstDayOut, LocalizedText reason, CancellationToken cancellation)
    {
        if (Refused(agreement, AgreementAction.Terminate) is { } refused) return [refused];
        if (agreement.EffectiveOn is { } begin && firstDayOut < begin) return [texts["agreements.refused.ends-before-begin", texts.Date(begin)]];
        if (agreement.LastDay is { } last && firstDayOut > last) return [texts["agreements.refused.ends-later", texts.Date(last)]];
        agreement.EndOn(firstDayOut, reason);
        await alerts.DecidedAsync(agreement, reason.ToString(), cancellation);
        if (firstDayOut <= clock.Today) calendar.Terminate(agreement, viewer.Now(clock) with { On = firstDayOut });
        return await SaveAsync(PartnersPermissions.TerminateAgreements, cancellation);
    }

    /// <summary>Notes that a side will not go on: an automatic renewal ends with its period, an open-ended agreement after the months of notice.</summary>
    public async Task<IReadOnlyList<string>> GiveNoticeAsync(Agreement agreement, DateOnly on, string reason, CancellationToken cancellation)
    {
        if (agreement.State != AgreementState.Active || agreement.Term == TermKind.Fixed || agreement.NoticeOn is not null || agreement.EndedOn is not null)
            return [texts["agreements.refused.no-notice"]];
        if (on > clock.Today) return [texts["agreements.refused.future"]];
        var months = agreement.Text.NoticeMonths ?? 0;
        if (agreement is { Term: TermKind.Automatic, LastDay: { } last } && on > last.AddMonths(-months))
            return [texts["agreements.refused.notice-late", texts.Date(last.AddMonths(-months)), texts.Date(last)]];
        agreement.GiveNotice(on);
        if (agreement.Term == TermKind.OpenEnded) agreement.EndOn(on.AddMonths(months).AddDays(1), new(new Dictionary<string, string>(StringComparer.Ordinal) { [Language.Current.Tag] = reason }));
        agreement.Remark(viewer.Now(clock) with { On = on }, reason);
        await alerts.DecidedAsync(agreement, reason, cancellation);
        return await SaveAsync(PartnersPermissions.TerminateAgreements, cancellation);
    }

    /// <summary>Notes what was decided about the renewal of the running period, so that nobody is asked again.</summary>
    public async Task<IReadOnlyList<string>> DecideRenewalAsync(Agreement agreement, string reason, CancellationToken cancellation)
    {
        if (agreement is not { State: AgreementState.Active, LastDay: not null }) return [texts["agreements.refused.nothing-to-decide"]];
        agreement.DecideRenewal(viewer.Now(clock), reason);
        await alerts.DecidedAsync(agreement, reason, cancellation);
        return await SaveAsync(PartnersPermissions.EditAgreements, cancellation);
    }

    private string? Refused(Agreement agreement, AgreementAction action) => AgreementLifeCycle.Next(agreement.State, action) is null
        ? texts["agreements.refused.state", texts["agreements.state." + AgreementColumns.Word(agreement.State)]]
        : null;

    private async Task<IReadOnlyList<string>> SaveAsync(string action, CancellationToken cancellation)
    {
        db.Write.Action = action;
        await db.SaveChangesAsync(cancellation);
        return [];
    }

    private static LocalizedText Named(Agreement agreement) => new($"{agreement.Number} {agreement.Title.En}", $"{agreement.Number} {agreement.Title.Zh}");
}
