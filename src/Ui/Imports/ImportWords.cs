using Entente.Foundation.Import;
using Entente.Foundation.Texts;
using Entente.Ui.Records;

namespace Entente.Ui.Imports;

/// <summary>How imports are spoken of.</summary>
internal static class ImportWords
{
    private static readonly string[] StepKeys = ["imports.step.upload", "imports.step.map", "imports.step.check", "imports.step.done"];

    /// <summary>The steps, those already done with their address.</summary>
    public static IReadOnlyList<Step> Steps(ImportRun? run) =>
    [
        new(StepKeys[0]),
        new(StepKeys[1], run is { IsOpen: true } ? $"/imports/{run.Id}/map" : null),
        new(StepKeys[2], run is { IsOpen: true } ? $"/imports/{run.Id}/check" : null),
        new(StepKeys[3]),
    ];

    public static StateKind KindOf(ImportState state) => state switch
    {
        ImportState.Applied => StateKind.Done,
        ImportState.Undone or ImportState.Abandoned => StateKind.Neutral,
        _ => StateKind.Waiting,
    };

    public static StateKind KindOf(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.New or ImportOutcome.Changed => StateKind.Done,
        ImportOutcome.Undecided => StateKind.Waiting,
        ImportOutcome.Refused => StateKind.Blocked,
        _ => StateKind.Neutral,
    };

    /// <summary>What the rows come to, as a sentence: 3 new, 1 changed, 12 unchanged.</summary>
    public static string Totals(TextCatalog texts, ImportRun run)
    {
        if (run.State is ImportState.Uploaded or ImportState.Mapped) return texts["imports.totals.unchecked"];
        var parts = new (string Key, int Count)[]
        {
            ("new", run.New), ("changed", run.Changed), ("unchanged", run.Unchanged), ("undecided", run.Undecided), ("refused", run.Refused), ("left-out", run.LeftOut),
        }.Where(p => p.Count > 0).Select(p => texts.Count("imports.totals." + p.Key, p.Count)).ToList();
        return parts.Count == 0 ? texts["imports.totals.nothing"] : string.Join(texts["imports.totals.between"], parts);
    }
}
