using System.Globalization;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>
/// Asks in time whether an agreement is to be renewed: one obligation a period, that comes on the desk at the farthest distance of the kind
/// and is due when notice must be given, or on the last day where none is agreed.
/// </summary>
internal sealed class RenewalAlerts(AppDbContext db, SchoolClock clock, TextCatalog texts, IObligations obligations)
{
    public const string Kind = "partners.decide-renewal";

    /// <summary>Owes the decisions that came near; doing it again changes nothing.</summary>
    public async Task RaiseAsync(CancellationToken cancellation)
    {
        var expiring = await Expiring.ReadAsync(db, clock.Today, cancellation);
        var all = db.Set<Agreement>().VisibleTo(Viewer.System);
        var near = await all.AsNoTracking().Where(expiring.Condition())
            .Where(a => a.NoticeOn == null && a.EndedOn == null && a.LastDay >= clock.Today && (a.RenewalDecidedFor == null || a.RenewalDecidedFor != a.LastDay))
            .Where(a => !all.Any(s => s.PredecessorId == a.Id && (s.State == AgreementState.Signed || s.State == AgreementState.Active)))
            .ToListAsync(cancellation);
        foreach (var agreement in near) await OweAsync(agreement, expiring, cancellation);
    }

    /// <summary>Another answers for the agreement: what is owed for it waits for them from now on.</summary>
    public async Task HandOverAsync(Agreement agreement, CancellationToken cancellation)
    {
        if (!(await obligations.OfAsync(agreement.Ref(), cancellation)).Any(o => o.Kind == Kind && o.State == ObligationState.Open)) return;
        await OweAsync(agreement, await Expiring.ReadAsync(db, clock.Today, cancellation), cancellation);
    }

    private Task OweAsync(Agreement agreement, Expiring expiring, CancellationToken cancellation)
    {
        var last = agreement.LastDay!.Value;
        var notice = agreement.Term == TermKind.Automatic && agreement.Text.NoticeMonths is { } months ? last.AddMonths(-months) : last;
        return obligations.OweAsync(
            new(
                agreement.Ref(), Kind, Period(last), BuiltInRole.Coordinator, agreement.UnitId, agreement.ResponsibleId, Sentence(agreement, last),
                $"/agreements/{agreement.Id}#renewal", notice < clock.Today ? last : notice, expiring.From(agreement.KindId, last)),
            cancellation);
    }

    /// <summary>The decision about the running period was made.</summary>
    public Task DecidedAsync(Agreement agreement, string receipt, CancellationToken cancellation) =>
        agreement.LastDay is { } last ? obligations.FulfilAsync(agreement.Ref(), Kind, Period(last), receipt, cancellation) : Task.CompletedTask;

    /// <summary>A signed successor is the decision.</summary>
    public async Task FollowedAsync(Agreement successor, CancellationToken cancellation)
    {
        if (successor.PredecessorId is not { } key) return;
        var before = await db.Set<Agreement>().VisibleTo(Viewer.System).SingleAsync(a => a.Id == key, cancellation);
        await DecidedAsync(before, successor.Number, cancellation);
    }

    private LocalizedText Sentence(Agreement agreement, DateOnly last)
    {
        var key = agreement.Term == TermKind.Automatic ? "agreements.alert.period" : "agreements.alert.ends";
        return new(Language.All.ToDictionary(
            l => l.Tag,
            l => string.Format(l.Culture, texts.In(l, key), agreement.Number, agreement.Title.In(l.Tag), Written(l, last)),
            StringComparer.Ordinal));
    }

    private static string Written(Language language, DateOnly date) =>
        date.ToString(language == Language.Chinese ? "yyyy年M月d日" : "d MMM yyyy", CultureInfo.GetCultureInfo("en-US"));

    /// <summary>The instance of the obligation for the period that ends on this day.</summary>
    public static string Period(DateOnly last) => last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
