using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Import;

/// <summary>What the pages read of an import they may see.</summary>
public static class ImportReads
{
    /// <summary>The rows of an import, in the sheet's order.</summary>
    public static IQueryable<ImportRow> RowsOf(AppDbContext db, ImportRun run) =>
        db.Set<ImportRow>().Where(r => r.RunId == run.Id).OrderBy(r => r.Number);

    /// <summary>What was decided about some questions, by their key.</summary>
    public static async Task<IReadOnlyDictionary<string, ImportDecision>> DecisionsAsync(
        AppDbContext db, ImportRun run, IReadOnlyCollection<string> questions, CancellationToken cancellation) =>
        await db.Set<ImportAnswer>().AsNoTracking().Where(a => a.RunId == run.Id && questions.Contains(a.Question))
            .ToDictionaryAsync(a => a.Question, a => new ImportDecision(a.Value, a.IsPersons), StringComparer.Ordinal, cancellation);

    /// <summary>The first values of each column, to recognise it by.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<string>>> SamplesAsync(AppDbContext db, ImportRun run, CancellationToken cancellation)
    {
        var rows = await RowsOf(db, run).AsNoTracking().Take(20).ToListAsync(cancellation);
        var cells = rows.ConvertAll(r => r.Cells);
        return [.. run.Header.Select(h => (IReadOnlyList<string>)[.. cells.Where(c => h.Index < c.Count && c[h.Index].Length > 0).Select(c => c[h.Index]).Distinct(StringComparer.Ordinal).Take(3)])];
    }
}

/// <summary>A decision about a question.</summary>
/// <param name="Value">What was chosen.</param>
/// <param name="IsPersons">Whether a person chose it; else the matcher was sure.</param>
public sealed record ImportDecision(string Value, bool IsPersons);
