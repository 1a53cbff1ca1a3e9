using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Partners.Ledger;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>The road of an amendment: written on the text in force, approved, signed by every party, effective on its day.</summary>
internal sealed class Amending(
    AppDbContext db, SchoolClock clock, TextCatalog texts, IApprovals approvals, Signing signing, AgreementCalendar calendar, AcademicCalendar academic)
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
        if (content.ToJson() == agreement.Text.Keyed().ToJson()) form.Refuse("", "agreements.wrong.amends-nothing");
        if (effectiveOn is { } on && (on < agreement.EffectiveOn || on > (agreement.LastDay ?? DateOnly.MaxValue)))
            form.Refuse("amendment-effective-on", "agreements.wrong.amends-out-of-term");
        foreach (var missing in ContentRules.Missing(content)) form.Refuse(missing.Field, missing.TextKey, [.. missing.Args]);
        foreach (var below in await BelowUseAsync(agreement.Id, content, cancellation))
            form.Refuse(below.Field, BelowUse.Key, below.Args);
    }

    /// <summary>Fixes the text and asks the chain.</summary>
    public async Task<IReadOnlyList<string>> SubmitAsync(Agreement agreement, AgreementVersion version, CancellationToken cancellation)
    {
        if (version.State != AmendmentState.Draft) return [Refused(version)];
        if (Sentences(await BelowUseAsync(agreement.Id, version.Text, cancellation)) is { Count: > 0 } below) return below;
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
        await signing.TakeBackAsync(agreement.Id, version.Number, cancellation);
        return await SaveAsync(PartnersPermissions.EditAgreements, cancellation);
    }

    /// <summary>
    /// Notes a party's signature under an amendment; with the last one it is signed, and takes effect if its day has come. Places that were
    /// taken since it was written are counted once more: it is not signed below what is used.
    /// </summary>
    public async Task<IReadOnlyList<string>> SignAsync(Agreement agreement, AgreementVersion version, FormReader form, CancellationToken cancellation)
    {
        if (version.State != AmendmentState.Approved || agreement.State is not (AgreementState.Signed or AgreementState.Active)) return [Refused(version)];
        if (Sentences(await BelowUseAsync(agreement.Id, version.Text, cancellation)) is { Count: > 0 } below) return below;
        var (refusals, allSigned) = await signing.NoteAsync(SignedText.Of(agreement, version), form, cancellation);
        if (refusals.Count > 0 || !form.IsValid) return refusals;
        if (allSigned is { } last)
        {
            version.State = AmendmentState.Signed;
            version.SignedOn = last;
            if (agreement.State == AgreementState.Active) await calendar.AmendIfDueAsync(agreement, cancellation);
        }

        return await SaveAsync(PartnersPermissions.SignAgreements, cancellation);
    }

    /// <summary>Lines of places whose use, now or booked ahead, is more than the text would offer. A use counts on every line that contains its own.</summary>
    private async Task<IReadOnlyList<BelowUse>> BelowUseAsync(AgreementId id, AgreementContent content, CancellationToken cancellation)
    {
        var year = academic.Of(clock.Today);
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

    private IReadOnlyList<string> Sentences(IReadOnlyList<BelowUse> below) => [.. below.Select(b => texts[BelowUse.Key, b.Args])];

    private sealed record BelowUse(string Field, string Line, int Year, decimal Used, int Left)
    {
        public const string Key = "agreements.wrong.below-use";

        public object?[] Args => [Line, Year, Year + 1, Used, Left];
    }
}
