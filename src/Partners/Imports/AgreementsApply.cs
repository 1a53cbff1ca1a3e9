using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Partners.Agreements;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Imports;

/// <summary>
/// Puts checked rows of agreements into the records; the import saves. What was signed before Entente knew of it takes the steps of its
/// life with the note that they were imported, on the dates the row says.
/// </summary>
internal sealed class AgreementsApply(AppDbContext db, SchoolClock clock, TextCatalog texts)
{
    public async Task RunAsync(ImportBatch batch, CancellationToken cancellation)
    {
        var rows = batch.Lines.Select(l => (AgreementLine)l.State!).Where(r => r.Content is not null).ToList();
        var kinds = await db.Set<AgreementKind>().AsNoTracking().ToDictionaryAsync(k => k.Code, k => k.Id, StringComparer.Ordinal, cancellation);
        var before = await PredecessorsAsync(rows, cancellation);
        foreach (var row in InOrder(rows)) Put(row, kinds[row.Content!.Kind], before);
    }

    private async Task<Dictionary<string, AgreementId>> PredecessorsAsync(List<AgreementLine> rows, CancellationToken cancellation)
    {
        var numbers = rows.Select(r => r.Follows).Where(f => f.Length > 0).ToList();
        return await db.Set<Agreement>().VisibleTo(Foundation.Access.Viewer.System).Where(a => numbers.Contains(a.Number))
            .Select(a => new { a.Number, a.Id }).ToDictionaryAsync(a => a.Number, a => a.Id, StringComparer.OrdinalIgnoreCase, cancellation);
    }

    /// <summary>What is followed comes before what follows it.</summary>
    private static IEnumerable<AgreementLine> InOrder(List<AgreementLine> rows)
    {
        var byNumber = rows.ToDictionary(r => r.Number, StringComparer.OrdinalIgnoreCase);
        var done = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var chain = new Stack<AgreementLine>();
            for (var at = row; at is not null && !done.Contains(at.Number); at = byNumber.GetValueOrDefault(at.Follows)) chain.Push(at);
            foreach (var next in chain.Where(n => done.Add(n.Number))) yield return next;
        }
    }

    private void Put(AgreementLine row, Id<AgreementKind> kind, Dictionary<string, AgreementId> before)
    {
        var content = row.Content!;
        if (row.Stored is { } stored)
        {
            var (text, unit) = (stored.Content, stored.UnitId);
            stored.Rewrite(content, kind);
            if (row.Unit is { } now) stored.UnitId = now.Id;
            row.Line.Altered(Agreement.RecordKind, stored.Id.Value, row.Line.Label, Address(stored), Values(text, unit), Values(stored.Content, stored.UnitId));
            return;
        }

        var agreement = Agreement.Write(content, kind, row.Unit!.Id, before.TryGetValue(row.Follows, out var key) ? key : null, By(clock.Today));
        before[row.Number] = agreement.Id;
        if (row.SignedOn is { } signed) Live(agreement, row, signed);
        db.Add(agreement);
        row.Line.Created(Agreement.RecordKind, agreement.Id.Value, row.Line.Label, Address(agreement));
    }

    /// <summary>Lets the agreement live up to today as the row says it did.</summary>
    private void Live(Agreement agreement, AgreementLine row, DateOnly signed)
    {
        foreach (var action in new[] { AgreementAction.Submit, AgreementAction.Approve, AgreementAction.Send }) agreement.Step(action, By(signed), texts["import.agreements.step"]);
        agreement.Sign(signed, By(signed));
        db.Tell(new AgreementSigned(agreement.Id, signed));
        var begins = agreement.EffectiveOn ?? signed;
        var endedEarly = row.State is AgreementState.Terminated or AgreementState.Superseded;
        if (begins > clock.Today && !endedEarly) return;
        agreement.Step(AgreementAction.Begin, By(begins), texts["import.agreements.step"]);
        if (endedEarly && row.EndsOn is { } last)
        {
            if (row.State == AgreementState.Superseded)
            {
                agreement.SupersedeOn(last.AddDays(1), By(last.AddDays(1)));
                if (agreement.LastDay is null) agreement.EndOn(last.AddDays(1), EndReason());
                return;
            }

            agreement.EndOn(last.AddDays(1), EndReason());
            agreement.Step(AgreementAction.Terminate, By(last.AddDays(1)), texts["import.agreements.step"]);
            return;
        }

        if (RunsOn(agreement, row)) return;
        agreement.Step(AgreementAction.Lapse, By(agreement.LastDay!.Value.AddDays(1)), texts["import.agreements.step"]);
    }

    /// <summary>Whether it is in force today; periods of an automatic renewal that passed since have followed each other.</summary>
    private bool RunsOn(Agreement agreement, AgreementLine row)
    {
        if (agreement.LastDay is not { } last || last >= clock.Today)
        {
            db.Tell(new AgreementBegan(agreement.Id, agreement.EffectiveOn ?? agreement.SignedOn!.Value));
            return true;
        }

        if (agreement.Term != TermKind.Automatic || row.State == AgreementState.Expired || agreement.Text.RenewalMonths is not ({ } months and > 0)) return false;
        for (; last < clock.Today; last = last.NextPeriod(months)) agreement.Extend(last.NextPeriod(months), By(last.AddDays(1)), texts["import.agreements.step"]);
        db.Tell(new AgreementBegan(agreement.Id, agreement.EffectiveOn!.Value));
        return true;
    }

    /// <summary>What an import changes of a draft.</summary>
    public static Dictionary<string, string?> Values(string content, UnitId unit) =>
        new(StringComparer.Ordinal) { ["content"] = content, ["unit"] = unit.ToString() };

    private LocalizedText EndReason() => new(Language.All.ToDictionary(l => l.Tag, l => texts.In(l, "import.agreements.step"), StringComparer.Ordinal));

    private StepBy By(DateOnly on) => new(db.Write.Viewer.Me(), on, clock.Now);

    private static string Address(Agreement agreement) => $"/agreements/{agreement.Id}";
}
