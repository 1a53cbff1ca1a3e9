using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>The road of an amendment: written on the text in force, approved, signed by every party, effective on its day.</summary>
internal sealed class Amending(
    AppDbContext db, SchoolClock clock, TextCatalog texts, IApprovals approvals, IGates gates, AgreementCalendar calendar, AgreementRoad road)
{
    /// <summary>The amendment that is under way, if one is: there is one at a time, so that each is written on the text that will be in force.</summary>
    public static AgreementVersion? OpenOf(Agreement agreement) =>
        agreement.Versions.Find(v => v.State is AmendmentState.Draft or AmendmentState.InReview or AmendmentState.Approved or AmendmentState.Signed);

    /// <summary>Whether an agreement can be amended now.</summary>
    public static bool IsAmendable(Agreement agreement) =>
        agreement.State is AgreementState.Signed or AgreementState.Active && agreement.EndedOn is null && OpenOf(agreement) is null;

    /// <summary>The text an amendment is compared with: that of the version in force before it.</summary>
    public static AgreementVersion? BeforeOf(Agreement agreement, AgreementVersion version) =>
        agreement.Versions.Where(v => v.Number < version.Number && v.State == AmendmentState.InForce).MaxBy(v => v.Number);

    /// <summary>Notes in the form what an amendment must not do: change nothing, take effect out of time, lower places under what is used.</summary>
    public async Task CheckAsync(FormReader form, Agreement agreement, AgreementContent content, DateOnly? effectiveOn, CancellationToken cancellation)
    {
        if (content.ToJson() == agreement.Content) form.Refuse("", "agreements.wrong.amends-nothing");
        if (effectiveOn is { } on && (on < agreement.EffectiveOn || on > (agreement.LastDay ?? DateOnly.MaxValue)))
            form.Refuse("amendment-effective-on", "agreements.wrong.amends-out-of-term");
        foreach (var missing in ContentRules.Missing(content)) form.Refuse(missing.Field, missing.TextKey, [.. missing.Args]);
        foreach (var below in await BelowUseAsync(agreement.Id, content, cancellation))
            form.Refuse(below.Field, "agreements.wrong.below-use", below.Line, below.Year, below.Year + 1, below.Used, below.Left);
    }

    /// <summary>Fixes the text and asks the chain.</summary>
    public async Task<IReadOnlyList<string>> SubmitAsync(Agreement agreement, AgreementVersion version, CancellationToken cancellation)
    {
        if (version.State != AmendmentState.Draft) return [Refused(version)];
        var below = await BelowUseAsync(agreement.Id, version.Text, cancellation);
        if (below.Count > 0) return [.. below.Select(b => texts["agreements.wrong.below-use", b.Line, b.Year, b.Year + 1, b.Used, b.Left])];
        try
        {
            version.State = AmendmentState.InReview;
            var title = version.Title ?? LocalizedText.Empty;
            await approvals.AskAsync(
                new(
                    version.Ref(), AgreementRoad.Chain, agreement.UnitId, new($"{agreement.Number}: {title.En}", $"{agreement.Number}：{title.Zh}"),
                    $"/agreements/{agreement.Id}/versions/{version.Number}", version.Hash),
                cancellation);
        }
        catch (RefusedException closed)
        {
            db.ChangeTracker.Clear();
            return closed.Reasons;
        }

        return await SaveAsync(PartnersPermissions.SubmitAgreements, cancellation);
    }

    /// <summary>Takes an amendment back to be written, or gives a draft up.</summary>
    public async Task<IReadOnlyList<string>> WithdrawAsync(Agreement agreement, AgreementVersion version, string reason, CancellationToken cancellation)
    {
        if (version.State is AmendmentState.Signed or AmendmentState.InForce or AmendmentState.Withdrawn) return [Refused(version)];
        if (version.State == AmendmentState.InReview) await approvals.WithdrawAsync(version.Ref(), reason, cancellation);
        version.State = version.State == AmendmentState.Draft ? AmendmentState.Withdrawn : AmendmentState.Draft;
        version.ApprovedHash = null;
        await road.TakeBackSignaturesAsync(agreement.Id, version.Number, cancellation);
        return await SaveAsync(PartnersPermissions.EditAgreements, cancellation);
    }

    /// <summary>Notes a party's signature under an amendment; with the last one it is signed, and takes effect if its day has come.</summary>
    public async Task<IReadOnlyList<string>> SignAsync(
        Agreement agreement, AgreementVersion version, OrganisationId? party, DateOnly signedOn, string signatory, byte[] hash, Func<Task<string?>> keep,
        CancellationToken cancellation)
    {
        if (version.State != AmendmentState.Approved || agreement.State is not (AgreementState.Signed or AgreementState.Active)) return [Refused(version)];
        if (!hash.AsSpan().SequenceEqual(version.Hash)) return [texts["agreements.refused.other-text"]];
        if (version.ApprovedHash is not { } approved || !approved.AsSpan().SequenceEqual(version.Hash)) return [texts["agreements.refused.not-approved"]];
        if (signedOn > clock.Today) return [texts["agreements.refused.future"]];
        var parties = version.Text.Parties.Select(p => p.Organisation).ToList();
        if (!parties.Contains(party)) return [texts["agreements.refused.no-party"]];
        var signed = await road.SignaturesAsync(agreement.Id, version.Number, cancellation);
        if (signed.Exists(s => s.OrganisationId == party)) return [texts["agreements.refused.signed-already"]];
        db.Write.Action = PartnersPermissions.SignAgreements;
        var gate = await gates.PassAsync(new(AgreementRoad.SignGate, version.Ref(), agreement.UnitId, version.Text.Territory), cancellation);
        if (!gate.IsOpen)
        {
            await db.SaveChangesAsync(cancellation);
            return [.. gate.Verdicts.Where(v => v.Outcome is VerdictOutcome.Fail or VerdictOutcome.CannotEvaluate).Select(v => v.Sentence.ToString())];
        }

        if (await keep() is { } unkept) return [unkept];
        signed.Add(road.Signature(agreement.Id, version.Number, party, signedOn, signatory, hash));
        if (parties.TrueForAll(p => signed.Exists(s => s.OrganisationId == p)))
        {
            version.State = AmendmentState.Signed;
            version.SignedOn = signed.Max(s => s.SignedOn);
            if (agreement.State == AgreementState.Active) await calendar.AmendIfDueAsync(agreement, cancellation);
        }

        return await SaveAsync(PartnersPermissions.SignAgreements, cancellation);
    }

    /// <summary>Lines of places whose use, now or booked ahead, is more than the text would offer. A use counts on every line that contains its own.</summary>
    private async Task<IReadOnlyList<BelowUse>> BelowUseAsync(AgreementId id, AgreementContent content, CancellationToken cancellation)
    {
        var year = clock.Today.Month >= 9 ? clock.Today.Year : clock.Today.Year - 1;
        var visible = db.Set<Agreement>().VisibleTo(Viewer.System).Where(a => a.Id == id);
        var uses = await db.Set<PlaceEntry>().Of(visible)
            .Where(e => e.AgreementId == id && e.Kind == PlaceEntryKind.Used && e.WithdrawnAt == null && e.Place != null && e.AcademicYear >= year)
            .GroupBy(e => new { e.Place, e.AcademicYear }).Select(g => new { g.Key.Place, g.Key.AcademicYear, Used = g.Sum(e => e.Hundredths) }).ToListAsync(cancellation);
        var before = (await db.Set<Agreement>().VisibleTo(Viewer.System).AsNoTracking().SingleAsync(a => a.Id == id, cancellation)).Text.Places;
        var after = content.Places.GroupBy(p => p.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var counted = new Dictionary<(string Line, int Year), int>();
        foreach (var use in uses)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var line = use.Place; line is not null && seen.Add(line); line = after.GetValueOrDefault(line)?.Within ?? before.FirstOrDefault(p => p.Code == line)?.Within)
                counted[(line, use.AcademicYear)] = counted.GetValueOrDefault((line, use.AcademicYear)) + use.Used;
        }

        return
        [
            .. counted.Select(c => (c.Key.Line, c.Key.Year, Used: c.Value, Left: after.GetValueOrDefault(c.Key.Line) is { } p && (p.AcademicYear is null || p.AcademicYear == c.Key.Year) ? p.PerYear : 0))
                .Where(c => c.Used > c.Left * 100 && c.Used > 0)
                .OrderBy(c => c.Line, StringComparer.Ordinal).ThenBy(c => c.Year)
                .Select(c => new BelowUse(FieldOf(content, c.Line), c.Line, c.Year, c.Used / 100m, c.Left)),
        ];
    }

    private static string FieldOf(AgreementContent content, string line)
    {
        for (var i = 0; i < content.Places.Count; i++)
            if (content.Places[i].Code == line) return FormattableString.Invariant($"place-{i}-per-year");
        return "";
    }

    private string Refused(AgreementVersion version) => texts["agreements.refused.state", texts["agreements.amendment-state." + version.State]];

    private async Task<IReadOnlyList<string>> SaveAsync(string action, CancellationToken cancellation)
    {
        db.Write.Action = action;
        await db.SaveChangesAsync(cancellation);
        return [];
    }

    private sealed record BelowUse(string Field, string Line, int Year, decimal Used, int Left);
}
