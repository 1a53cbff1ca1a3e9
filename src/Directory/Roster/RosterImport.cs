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
        return request.IsDryRun ? await TryAsync(files, cancellation) : await TakeAsync(files, cancellation);
    }

    private async Task<ImportReport> TryAsync(IReadOnlyList<RosterContent> files, CancellationToken cancellation)
    {
        try
        {
            var outcome = await runs.TryAsync(files, cancellation);
            return new(outcome.Created, outcome.Changed + outcome.Ended, outcome.Unchanged, outcome.LeftOut, ReasonsIn(outcome.Sayings));
        }
        catch (RosterRefusedException refused)
        {
            throw new RefusedException([.. ReasonsIn(refused.Why)]);
        }
    }

    private async Task<ImportReport> TakeAsync(IReadOnlyList<RosterContent> files, CancellationToken cancellation)
    {
        var (run, sayings) = await runs.TakeAsync(files, RosterOrigin.Command, null, cancellation);
        var reasons = ReasonsIn(sayings);
        return run.State switch
        {
            RosterState.Refused => throw new RefusedException([.. reasons]),
            RosterState.Held => throw new RefusedException([.. reasons, texts["roster.refused.held", run.SharePercent, run.Leaving, run.Before]]),
            _ => new(run.Created, run.Changed + run.Ended, run.Unchanged, run.LeftOut, reasons),
        };
    }

    /// <summary>What somebody has to know: not what went as the table says.</summary>
    private List<string> ReasonsIn(IEnumerable<RosterSaying> sayings) =>
        [.. sayings.Where(s => s.Kind <= RosterLineKind.Blocked).Select(s => RosterSentences.Of(texts, s))];
}
