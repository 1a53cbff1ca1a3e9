using System.Globalization;
using Entente.Foundation.Import;
using Entente.Foundation.Web;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Ui.Imports;

/// <summary>The third step: every row with what becomes of it; what is uncertain is decided, what is wrong corrected or left out.</summary>
internal static class CheckImport
{
    private const string Answer = "answer-";
    private const string Cell = "cell-";

    public static async Task<IResult> ShowAsync(Id<ImportRun> id, HttpContext http, [AsParameters] ImportServices asked, CancellationToken cancellation)
    {
        if (await asked.FindAsync(id, cancellation) is not { } import) return Results.NotFound();
        if (!import.Run.IsOpen) return Page.SeeOther(import.Address);
        if (import.Run.State == ImportState.Uploaded) return Page.SeeOther(import.Address + "/map");
        if (import.Run.CheckingSince is not null)
        {
            http.Response.Headers["Refresh"] = "2";
            return Page.Show<CheckProgressPage>(import.Run);
        }

        return Page.Show<CheckImportPage>(await ModelAsync(asked, import, ListQuery.From(http.Request), FormReader.Empty, cancellation));
    }

    public static async Task<IResult> CheckAgainAsync(Id<ImportRun> id, HttpRequest request, [AsParameters] ImportServices asked, CancellationToken cancellation)
    {
        if (await FindOpenAsync(asked, id, cancellation) is not { } import) return Results.NotFound();
        return await AgainAsync(asked, import, await FormReader.ReadAsync(request, cancellation), cancellation);
    }

    /// <summary>Keeps what a person chose for questions; the rows are checked again at once.</summary>
    public static async Task<IResult> DecideAsync(Id<ImportRun> id, HttpRequest request, [AsParameters] ImportServices asked, CancellationToken cancellation)
    {
        if (await FindOpenAsync(asked, id, cancellation) is not { } import) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var answers = form.Fields.Where(f => f.StartsWith(Answer, StringComparison.Ordinal) && f.Length <= 60)
            .ToDictionary(f => f[Answer.Length..], f => form.Text(f, 80), StringComparer.Ordinal);
        if (form.Flag("suggested"))
        {
            await ImportChecking.DecideSuggestedAsync(asked.Db, import.Run, cancellation);
            return await AgainAsync(asked, import, form, cancellation);
        }

        if (answers.Count == 0) form.Refuse("", "imports.decide.nothing");
        if (!form.IsValid) return Page.Refuse<CheckImportPage>(await ModelAsync(asked, import, Query(import, form), form, cancellation));
        await ImportChecking.DecideAsync(asked.Db, import.Run, answers, cancellation);
        return await AgainAsync(asked, import, form, cancellation);
    }

    /// <summary>Corrects cells of a row.</summary>
    public static async Task<IResult> CorrectAsync(
        Id<ImportRun> id, int number, HttpRequest request, [AsParameters] ImportServices asked, CancellationToken cancellation)
    {
        if (await FindOpenAsync(asked, id, cancellation) is not { } import) return Results.NotFound();
        if (await ImportReads.RowsOf(asked.Db, import.Run).SingleOrDefaultAsync(r => r.Number == number, cancellation) is not { } row) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var cells = new Dictionary<int, string>();
        foreach (var field in form.Fields.Where(f => f.StartsWith(Cell, StringComparison.Ordinal)))
        {
            if (int.TryParse(field[Cell.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var column)) cells[column] = form.Text(field, 4000);
        }

        if (!form.IsValid) return Page.Refuse<CheckImportPage>(await ModelAsync(asked, import, Query(import, form), form, cancellation));
        await ImportChecking.CorrectAsync(asked.Db, import.Run, row, cells, cancellation);
        return await AgainAsync(asked, import, form, cancellation);
    }

    /// <summary>Leaves rows out, or takes them in again.</summary>
    public static async Task<IResult> LeaveOutAsync(Id<ImportRun> id, HttpRequest request, [AsParameters] ImportServices asked, CancellationToken cancellation)
    {
        if (await FindOpenAsync(asked, id, cancellation) is not { } import) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var rows = ImportReads.RowsOf(asked.Db, import.Run);
        var chosen = form.Flag("all-refused")
            ? rows.Where(r => r.Outcome == ImportOutcome.Refused)
            : form.Number("row", 1, int.MaxValue, required: true) is { } number ? rows.Where(r => r.Number == number) : rows.Take(0);
        await ImportChecking.LeaveOutAsync(asked.Db, await chosen.ToListAsync(cancellation), !form.Flag("back"), cancellation);
        return await AgainAsync(asked, import, form, cancellation);
    }

    internal static string FieldOf(ImportQuestion question) => Answer + question.Key;

    internal static string FieldOf(int column) => Cell + column.ToString(CultureInfo.InvariantCulture);

    internal static async Task<CheckImportModel> ModelAsync(
        ImportServices asked, ImportAsked import, ListQuery query, FormReader form, CancellationToken cancellation)
    {
        var run = import.Run;
        var show = query.Filter("show") ?? (run.Refused + run.Undecided > 0 ? "open" : "all");
        var rows = ImportReads.RowsOf(asked.Db, run).AsNoTracking();
        if (show == "open") rows = rows.Where(r => r.Outcome == ImportOutcome.Refused || r.Outcome == ImportOutcome.Undecided);
        else if (Enum.TryParse<ImportOutcome>(show, out var outcome)) rows = rows.Where(r => r.Outcome == outcome);
        var page = await rows.ToListPageAsync(query, cancellation);
        var questions = page.Items.SelectMany(r => r.Questions).DistinctBy(q => q.Key, StringComparer.Ordinal).ToList();
        var decided = await ImportReads.DecisionsAsync(asked.Db, run, [.. questions.Select(q => q.Key)], cancellation);
        var again = query.Filter("again");
        var open = questions.Where(q => !decided.ContainsKey(q.Key) || q.Key == again).ToList();
        var options = open.Zip(open.Count == 0 ? [] : await import.Kind.OptionsAsync(open, cancellation)).ToDictionary(o => o.First.Key, o => o.Second, StringComparer.Ordinal);
        if (query.Filter("find") is { } text && open.Find(q => q.Key == again) is { } searched)
            options[searched.Key] = [.. (await import.Kind.FindAsync(searched, text, cancellation)).Concat(options[searched.Key]).DistinctBy(o => o.Value, StringComparer.Ordinal)];
        return new(run, import.Kind, page, show, form, options, decided);
    }

    private static async Task<ImportAsked?> FindOpenAsync(ImportServices asked, Id<ImportRun> id, CancellationToken cancellation) =>
        await asked.FindAsync(id, cancellation) is { Run: { IsOpen: true, CheckingSince: null, State: not ImportState.Uploaded } } import ? import : null;

    private static async Task<IResult> AgainAsync(ImportServices asked, ImportAsked import, FormReader form, CancellationToken cancellation)
    {
        await Foundation.Import.ImportChecking.CheckAsync(asked.Db, import.Kind, import.Run, cancellation);
        return Page.SeeOther(ChooseLanguage.Local(form.Text("return", 500) is { Length: > 0 } back ? back : import.Address + "/check"));
    }

    private static ListQuery Query(ImportAsked import, FormReader form)
    {
        var back = form.Text("return", 500);
        var at = back.IndexOf('?', StringComparison.Ordinal);
        return ListQuery.Of(import.Address + "/check", at < 0 ? [] : Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(back[at..]));
    }
}

/// <summary>What the page shows.</summary>
/// <param name="Run">The import.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Page">The rows of this page.</param>
/// <param name="Show">Which rows are shown: open, all, or one outcome.</param>
/// <param name="Form">The form that was sent, where it was refused.</param>
/// <param name="Options">The choices of open questions, by the question's key.</param>
/// <param name="Decided">What was decided, by the question's key.</param>
public sealed record CheckImportModel(
    ImportRun Run, IImportKind Kind, ListPage<ImportRow> Page, string Show, FormReader Form,
    IReadOnlyDictionary<string, IReadOnlyList<ImportOption>> Options, IReadOnlyDictionary<string, ImportDecision> Decided);
