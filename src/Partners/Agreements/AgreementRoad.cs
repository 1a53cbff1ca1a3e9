using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>
/// The road of an agreement from draft to signature, as people walk it: each step asks what must hold, and says in sentences why it does not.
/// What the calendar does stands in <see cref="AgreementCalendar"/>.
/// </summary>
internal sealed class AgreementRoad(
    AppDbContext db, Viewer viewer, SchoolClock clock, TextCatalog texts, IApprovals approvals, IGates gates, AgreementCalendar calendar, RenewalAlerts alerts)
{
    public const string SignGate = "partners.sign";
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
        await TakeBackSignaturesAsync(agreement.Id, 1, cancellation);
        return await SaveAsync(PartnersPermissions.EditAgreements, cancellation);
    }

    /// <summary>Sends the approved text out to be signed: from here on the partner holds it, so the gate must be open.</summary>
    public async Task<IReadOnlyList<string>> SendAsync(Agreement agreement, CancellationToken cancellation)
    {
        if (Refused(agreement, AgreementAction.Send) is { } refused) return [refused];
        db.Write.Action = PartnersPermissions.SendAgreements;
        if (await ClosedAsync(agreement, cancellation) is { Count: > 0 } reasons) return reasons;
        agreement.Step(AgreementAction.Send, viewer.Now(clock));
        return await SaveAsync(PartnersPermissions.SendAgreements, cancellation);
    }

    /// <summary>Notes the signature of one party. With the last one the agreement is signed and sealed, and begins if its first day has come.</summary>
    public async Task<IReadOnlyList<string>> SignAsync(
        Agreement agreement, OrganisationId? party, DateOnly signedOn, string signatory, byte[] hash, Func<Task<string?>> keep, CancellationToken cancellation)
    {
        if (Refused(agreement, AgreementAction.Sign) is { } refused) return [refused];
        if (!hash.AsSpan().SequenceEqual(agreement.ContentHash)) return [texts["agreements.refused.other-text"]];
        if (agreement.ApprovedHash is not { } approved || !approved.AsSpan().SequenceEqual(agreement.ContentHash)) return [texts["agreements.refused.not-approved"]];
        if (signedOn > clock.Today) return [texts["agreements.refused.future"]];
        if (agreement.Parties.TrueForAll(p => p.OrganisationId != party)) return [texts["agreements.refused.no-party"]];
        var signed = await SignaturesAsync(agreement.Id, 1, cancellation);
        if (signed.Exists(s => s.OrganisationId == party)) return [texts["agreements.refused.signed-already"]];
        db.Write.Action = PartnersPermissions.SignAgreements;
        if (await ClosedAsync(agreement, cancellation) is { Count: > 0 } reasons) return reasons;
        if (await keep() is { } unkept) return [unkept];
        signed.Add(Signature(agreement.Id, 1, party, signedOn, signatory, hash));
        if (agreement.Parties.TrueForAll(p => signed.Exists(s => s.OrganisationId == p.OrganisationId)))
        {
            var last = signed.Max(s => s.SignedOn);
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

    /// <summary>The standing signatures under a version.</summary>
    public Task<List<PartySignature>> SignaturesAsync(AgreementId id, int version, CancellationToken cancellation) =>
        db.Set<PartySignature>().Where(s => s.AgreementId == id && s.TextVersion == version && s.WithdrawnAt == null).OrderBy(s => s.SignedOn).ToListAsync(cancellation);

    /// <summary>Adds a signature to the next save.</summary>
    public PartySignature Signature(AgreementId id, int version, OrganisationId? party, DateOnly signedOn, string signatory, byte[] hash)
    {
        var by = viewer.Now(clock);
        var signature = new PartySignature
        {
            AgreementId = id,
            TextVersion = version,
            OrganisationId = party,
            SignedOn = signedOn,
            Signatory = signatory,
            Hash = hash,
            RecordedAt = by.At,
            AccountId = by.Account,
        };
        db.Add(signature);
        return signature;
    }

    /// <summary>Signatures under a text that went back to be changed stand no longer.</summary>
    public async Task TakeBackSignaturesAsync(AgreementId id, int version, CancellationToken cancellation)
    {
        foreach (var signature in await SignaturesAsync(id, version, cancellation)) signature.WithdrawnAt = clock.Now;
    }

    private async Task<IReadOnlyList<string>> ClosedAsync(Agreement agreement, CancellationToken cancellation)
    {
        var outcome = await gates.PassAsync(new(SignGate, agreement.Ref(), agreement.UnitId, agreement.Text.Territory), cancellation);
        if (outcome.IsOpen) return [];
        await db.SaveChangesAsync(cancellation);
        return [.. outcome.Verdicts.Where(v => v.Outcome is VerdictOutcome.Fail or VerdictOutcome.CannotEvaluate).Select(v => v.Sentence.ToString())];
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
