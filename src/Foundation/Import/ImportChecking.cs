using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Import;

/// <summary>Looks at every row of an import and says what would become of it. Changes no record.</summary>
public static class ImportChecking
{
    /// <summary>Takes the match of columns, remembers it for the next file of this kind, and lets the rows be checked anew.</summary>
    public static async Task MapAsync(AppDbContext db, ImportRun run, Viewer viewer, Tables.ColumnMap map, CancellationToken cancellation)
    {
        run.MapJson = map.ToJson();
        run.Remember(viewer.Reach(run.Permission));
        run.Move(ImportState.Mapped, db.Write.Now);
        await ImportMemory.RememberAsync(db, run, map, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Leaves the check to a job; its page shows how far it is.</summary>
    public static async Task CheckLaterAsync(AppDbContext db, ImportRun run, CancellationToken cancellation)
    {
        run.CheckingSince = db.Write.Now;
        run.Looked = 0;
        db.Enqueue(new CheckImport(run.Id));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Checks now.</summary>
    public static async Task CheckAsync(AppDbContext db, IImportKind kind, ImportRun run, CancellationToken cancellation, Func<int, Task>? progress = null)
    {
        var rows = await db.Set<ImportRow>().Where(r => r.RunId == run.Id).OrderBy(r => r.Number).ToListAsync(cancellation);
        var lines = await LinesAsync(db, kind, run, rows, run.Reach, cancellation, progress);
        await KeepAsync(db, run, rows, lines, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Keeps what a person decided; the check follows.</summary>
    /// <param name="db">The database.</param>
    /// <param name="run">The import.</param>
    /// <param name="answers">By the question's key; an empty value takes a decision back.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task DecideAsync(AppDbContext db, ImportRun run, IReadOnlyDictionary<string, string> answers, CancellationToken cancellation)
    {
        var keys = answers.Keys.ToList();
        var known = await db.Set<ImportAnswer>().Where(a => a.RunId == run.Id && keys.Contains(a.Question)).ToListAsync(cancellation);
        foreach (var (question, value) in answers)
        {
            var answer = known.Find(a => a.Question == question);
            if (value.Length == 0)
            {
                if (answer is not null) db.Remove(answer);
            }
            else if (answer is null)
            {
                db.Add(new ImportAnswer { RunId = run.Id, Question = question, Value = value, IsPersons = true });
            }
            else
            {
                (answer.Value, answer.IsPersons) = (value, true);
            }
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Gives every question that has an answer near at hand this answer; the check follows.</summary>
    public static async Task DecideSuggestedAsync(AppDbContext db, ImportRun run, CancellationToken cancellation)
    {
        var rows = await ImportReads.RowsOf(db, run).AsNoTracking().Where(r => r.Outcome == ImportOutcome.Undecided).ToListAsync(cancellation);
        var known = await db.Set<ImportAnswer>().AsNoTracking().Where(a => a.RunId == run.Id).Select(a => a.Question).ToListAsync(cancellation);
        var open = rows.SelectMany(r => r.Questions).Where(q => q.Suggested is not null).DistinctBy(q => q.Key, StringComparer.Ordinal).ExceptBy(known, q => q.Key, StringComparer.Ordinal);
        foreach (var question in open) db.Add(new ImportAnswer { RunId = run.Id, Question = question.Key, Value = question.Suggested!, IsPersons = true });
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Corrects cells of one row; what reading had found in them is forgotten.</summary>
    /// <param name="db">The database.</param>
    /// <param name="run">The import.</param>
    /// <param name="row">The row.</param>
    /// <param name="cells">The new texts by the column, counted from 0.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task CorrectAsync(
        AppDbContext db, ImportRun run, ImportRow row, IReadOnlyDictionary<int, string> cells, CancellationToken cancellation)
    {
        var texts = row.Cells.ToList();
        var given = cells.Where(c => c.Key >= 0 && c.Key < run.Header.Count).ToList();
        foreach (var (column, text) in given)
        {
            while (texts.Count <= column) texts.Add("");
            texts[column] = text;
        }

        // Saved as it stands, a cell is meant as it stands: the value of a formula, say.
        var letters = given.Select(c => run.Header[c.Key].Letter).ToHashSet(StringComparer.Ordinal);
        row.CellsJson = ImportJson.Write(texts);
        row.ReadingJson = ImportRow.JsonOf([.. row.Read.Where(f => f.Column is not null && !letters.Contains(f.Column))]);
        row.IsCorrected = true;
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Leaves rows out, or takes them in again.</summary>
    public static async Task LeaveOutAsync(AppDbContext db, IReadOnlyList<ImportRow> rows, bool isLeftOut, CancellationToken cancellation)
    {
        foreach (var row in rows) row.IsLeftOut = isLeftOut;
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The lines of rows, checked; those left out are not among them.</summary>
    internal static async Task<IReadOnlyList<ImportLine>> LinesAsync(
        AppDbContext db, IImportKind kind, ImportRun run, IReadOnlyList<ImportRow> rows, Reach reach, CancellationToken cancellation, Func<int, Task>? progress = null)
    {
        var typing = new LineTyping(kind, run.Map ?? throw new InvalidOperationException("The columns are not matched yet."), run.Header, run.Reading.DateOrder);
        var lines = rows.Where(r => !r.IsLeftOut).Select(r => typing.Of(r.Number, r.Cells, r.Read)).ToList();
        var answers = await db.Set<ImportAnswer>().AsNoTracking().Where(a => a.RunId == run.Id)
            .ToDictionaryAsync(a => a.Question, a => a.Value, StringComparer.Ordinal, cancellation);
        var batch = new ImportBatch(lines, answers, run.Unit, reach, HasPerson: true);
        await kind.CheckAsync(progress is null ? batch : batch with { Progress = progress }, cancellation);
        return lines;
    }

    /// <summary>Keeps what a check said, in the context; the caller saves.</summary>
    internal static async Task KeepAsync(
        AppDbContext db, ImportRun run, IReadOnlyList<ImportRow> rows, IReadOnlyList<ImportLine> lines, CancellationToken cancellation)
    {
        var byNumber = lines.ToDictionary(l => l.Number);
        foreach (var row in rows)
        {
            if (byNumber.TryGetValue(row.Number, out var line)) row.Take(line);
            else row.Leave();
        }

        var known = await db.Set<ImportAnswer>().AsNoTracking().Where(a => a.RunId == run.Id).Select(a => a.Question).ToListAsync(cancellation);
        foreach (var (question, value) in lines.SelectMany(l => l.Settled).DistinctBy(s => s.Key, StringComparer.Ordinal).ExceptBy(known, s => s.Key, StringComparer.Ordinal))
            db.Add(new ImportAnswer { RunId = run.Id, Question = question, Value = value });
        run.Count(rows.Select(r => r.Outcome));
        run.Suggested = lines.Where(l => l.Verdict == ImportOutcome.Undecided).SelectMany(l => l.Questions.Where(q => q.Suggested is not null && l.Open.Contains(q.Key)))
            .DistinctBy(q => q.Key, StringComparer.Ordinal).Count();
        run.CheckingSince = null;
        run.Looked = rows.Count;
        run.HasMoved = false;
        run.Move(ImportState.Checked, db.Write.Now);
    }
}
