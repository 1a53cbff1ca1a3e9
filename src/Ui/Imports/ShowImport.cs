using Entente.Contracts.Directory;
using Entente.Foundation.Import;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Ui.Imports;

/// <summary>The last step: what was made, and how to take it back.</summary>
internal static class ShowImport
{
    public static async Task<IResult> ShowAsync(
        Id<ImportRun> id, HttpRequest request, [AsParameters] ImportServices asked, IAccounts accounts, CancellationToken cancellation)
    {
        if (await asked.FindAsync(id, cancellation) is not { } import) return Results.NotFound();
        if (import.Run.IsOpen) return Page.SeeOther(import.Next);
        return Page.Show<ShowImportPage>(await ModelAsync(asked, import, accounts, ListQuery.From(request), [], cancellation));
    }

    public static async Task<IResult> ApplyAsync(Id<ImportRun> id, [AsParameters] ImportServices asked, CancellationToken cancellation)
    {
        if (await asked.FindAsync(id, cancellation) is not { } import) return Results.NotFound();
        asked.Db.Write.Action = import.Kind.Permission;
        var applied = await ImportApplying.ApplyAsync(asked.Db, import.Kind, import.Run, asked.Viewer, cancellation);
        return Page.SeeOther(applied.Result == ImportApplyResult.Applied ? import.Address : import.Next);
    }

    public static async Task<IResult> UndoAsync(
        Id<ImportRun> id, HttpRequest request, [AsParameters] ImportServices asked, IAccounts accounts, CancellationToken cancellation)
    {
        if (await asked.FindAsync(id, cancellation) is not { } import) return Results.NotFound();
        asked.Db.Write.Action = import.Kind.Permission;
        var blocks = await ImportUndoing.UndoAsync(asked.Db, import.Kind, import.Run, cancellation);
        if (blocks.Count == 0) return Page.SeeOther(import.Address);
        return Page.Refuse<ShowImportPage>(await ModelAsync(asked, import, accounts, ListQuery.Of(import.Address), blocks, cancellation));
    }

    public static async Task<IResult> AbandonAsync(Id<ImportRun> id, [AsParameters] ImportServices asked, CancellationToken cancellation)
    {
        if (await asked.FindAsync(id, cancellation) is not { Run.IsOpen: true } import) return Results.NotFound();
        await ImportUndoing.AbandonAsync(asked.Db, import.Run, cancellation);
        return Page.SeeOther("/imports");
    }

    private static async Task<ShowImportModel> ModelAsync(
        ImportServices asked, ImportAsked import, IAccounts accounts, ListQuery query, IReadOnlyList<ImportBlock> blocks, CancellationToken cancellation)
    {
        var run = import.Run;
        var done = await ImportReads.RowsOf(asked.Db, run).AsNoTracking()
            .Where(r => r.Outcome == ImportOutcome.New || r.Outcome == ImportOutcome.Changed).ToListPageAsync(query, cancellation);
        var who = run.Account is { } account ? await accounts.OfAsync([new Id<AccountCard>(account)], cancellation) : null;
        return new(run, import.Kind, done, who?.Values.FirstOrDefault()?.Name, blocks);
    }
}

/// <summary>What the page shows.</summary>
/// <param name="Run">The import.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Done">The rows that made or changed something.</param>
/// <param name="Who">Who started it; none: the command line.</param>
/// <param name="Blocks">What stood in the way of undoing it.</param>
public sealed record ShowImportModel(ImportRun Run, IImportKind Kind, ListPage<ImportRow> Done, string? Who, IReadOnlyList<ImportBlock> Blocks);
