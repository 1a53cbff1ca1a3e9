using Entente.Directory.Model;
using Entente.Foundation.Commands;
using Entente.Foundation.Import;
using Entente.Foundation.Texts;

namespace Entente.Directory.Roster;

/// <summary><c>import roster FILE</c>: what the night does, by hand. One that would let go too many is held for an operator.</summary>
internal sealed class RosterImport(RosterRuns runs, TextCatalog texts) : IImportCommandKind
{
    public string Id => "roster";

    public async Task<ImportReport> ImportAsync(ImportCommandRequest request, CancellationToken cancellation)
    {
        var files = await RosterContent.ReadAsync(request.File, texts, cancellation);
        RosterOutcome outcome;
        try
        {
            outcome = await runs.TryAsync(files, cancellation);
        }
        catch (RosterRefusedException refused)
        {
            throw new RefusedException([.. refused.Why.Select(w => RosterSentences.Of(texts, w))]);
        }

        var reasons = outcome.Sayings.Where(s => s.Kind is RosterLineKind.Contradiction or RosterLineKind.Double or RosterLineKind.Blocked).Select(s => RosterSentences.Of(texts, s)).ToList();
        var report = new ImportReport(outcome.Created, outcome.Changed + outcome.Ended, outcome.Unchanged, outcome.LeftOut, reasons);
        if (request.IsDryRun) return report;
        var run = await runs.TakeAsync(files, RosterOrigin.Command, null, cancellation);
        return run.State == RosterState.Held ? throw new RefusedException([.. reasons, texts["roster.refused.held", run.SharePercent, run.Leaving, run.Before]]) : report;
    }
}
