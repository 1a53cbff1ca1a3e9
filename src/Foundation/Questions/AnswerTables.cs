using System.IO.Compression;
using Entente.Foundation.Files;
using Entente.Foundation.Tables;

namespace Entente.Foundation.Questions;

/// <summary>
/// Answers as tables: one row for each answer, one column for each question of any version, in the order of the latest; every table question a table of
/// its own. A column begins with the key of its question, which no version changes. What was chosen stands in English.
/// </summary>
public static class AnswerTables
{
    private const string Key = "Answer";

    /// <summary>The tables; the first holds the answers themselves.</summary>
    /// <param name="versions">Every version, the latest first.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="abouts">The names of the records the answers are about.</param>
    public static IReadOnlyList<WrittenSheet> Of(IReadOnlyList<FormVersionCard> versions, IReadOnlyList<AnswerCard> answers, IReadOnlyDictionary<Guid, string> abouts)
    {
        var byNumber = versions.ToDictionary(v => v.Number, v => v.Content);
        var all = Union(versions.Select(v => v.Content.Questions));
        var columns = all.SelectMany(ColumnsOf).ToList();
        var rows = answers.Select(a => (IReadOnlyList<object?>)
        [
            a.Id.ToString(), a.Name, a.About is { } about ? abouts.GetValueOrDefault(about.Key) : null, a.Version, a.SubmittedAt,
            .. columns.Select(c => byNumber[a.Version].Find(c.Question) is { } asked ? c.Value(asked, a.Content.Of(c.Question)) : null),
        ]).ToList();
        List<WrittenSheet> sheets = [new("Answers", [Key, "Respondent", "About", "Version", "Submitted", .. columns.Select(c => c.Name)], rows)];
        foreach (var table in all.Where(q => q.Kind == QuestionKind.Table))
        {
            var cells = Union(versions.Select(v => v.Content.Find(table.Id)?.Columns ?? [])).SelectMany(ColumnsOf).ToList();
            sheets.Add(new(NameOf(table), [Key, "Row", .. cells.Select(c => c.Name)], [.. answers.SelectMany(a => RowsOf(a, table, cells, byNumber[a.Version]))]));
        }

        return sheets;
    }

    /// <summary>Writes the answers themselves as CSV.</summary>
    public static Task WriteCsvAsync(Stream destination, WrittenSheet sheet, CancellationToken cancellation) => TableWriter.WriteCsvAsync(
        destination, [.. sheet.Header.Select((name, i) => new TableColumn<IReadOnlyList<object?>>(name, row => row[i]))], sheet.Rows.ToAsyncEnumerable(), cancellation);

    /// <summary>Writes every table as CSV, the tables once more as a workbook, and the files of the answers, into one archive.</summary>
    public static async Task WriteZipAsync(
        Stream destination, IReadOnlyList<WrittenSheet> sheets, IReadOnlyList<AnswerCard> answers, IFileStore store, CancellationToken cancellation)
    {
        await using var archive = await ZipArchive.CreateAsync(destination, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        foreach (var sheet in sheets)
        {
            await using var entry = await archive.CreateEntry(FileNameOf(sheet.Name) + ".csv", CompressionLevel.Fastest).OpenAsync(cancellation);
            await WriteCsvAsync(entry, sheet, cancellation);
        }

        await using (var workbook = await archive.CreateEntry("Answers.xlsx", CompressionLevel.NoCompression).OpenAsync(cancellation))
            await TableWriter.WriteXlsxAsync(workbook, sheets, cancellation);
        foreach (var answer in answers)
        {
            var sent = answer.Content.Values.SelectMany(v => (v.Value.Files ?? []).Select(f => (Question: v.Key, File: f))).ToList();
            var cards = await store.FindAsync([.. sent.Select(s => s.File.Id)], cancellation);
            foreach (var (question, file) in sent)
            {
                if (!cards.TryGetValue(file.Id, out var card)) continue;
                await using var entry = await archive.CreateEntry($"files/{answer.Id}/{question}/{file.Id.ToString()[^6..]}-{card.Name}", CompressionLevel.NoCompression).OpenAsync(cancellation);
                await using var content = store.Open(card);
                await content.CopyToAsync(entry, cancellation);
            }
        }
    }

    private static IEnumerable<IReadOnlyList<object?>> RowsOf(AnswerCard answer, Question table, IReadOnlyList<AnswerColumn> cells, FormContent content)
    {
        var asked = content.Find(table.Id);
        return (answer.Content.Of(table.Id).Rows ?? []).Select((row, i) => (IReadOnlyList<object?>)
        [
            answer.Id.ToString(), i + 1,
            .. cells.Select(c => asked?.Columns.FirstOrDefault(a => a.Id == c.Question) is { } column ? c.Value(column, AnswerValue.Cell(row, c.Question)) : null),
        ]);
    }

    // Every question of any version once: the latest version's in its order, then those asked no more.
    private static IReadOnlyList<Question> Union(IEnumerable<IEnumerable<Question>> versions) => [.. versions.SelectMany(v => v).DistinctBy(q => q.Id, StringComparer.Ordinal)];

    private static IEnumerable<AnswerColumn> ColumnsOf(Question question)
    {
        var name = NameOf(question);
        switch (question.Kind)
        {
            case QuestionKind.Number:
                yield return new(question.Id, name, (_, v) => AnswerChecks.NumberOf(v.Text) is { } number ? number : Or(v.Text));
                break;
            case QuestionKind.Date:
                yield return new(question.Id, name, (_, v) => Day(v.Text));
                break;
            case QuestionKind.Period:
                yield return new(question.Id, name + " (from)", (_, v) => Day(v.Text));
                yield return new(question.Id, name + " (until)", (_, v) => Day(v.Until ?? ""));
                break;
            case QuestionKind.Choice or QuestionKind.Choices:
                yield return new(question.Id, name, (q, v) => Or(string.Join("; ", (v.Chosen ?? []).Select(c => q.Options.FirstOrDefault(o => o.Id == c)?.Text.En ?? "Other"))));
                if (question.Other) yield return new(question.Id, name + " (other)", (_, v) => Or(v.Text));
                break;
            case QuestionKind.File:
                yield return new(question.Id, name, (_, v) => Or(string.Join("; ", (v.Files ?? []).Select(f => f.Name))));
                break;
            case QuestionKind.Table:
                yield return new(question.Id, name + " (rows)", (_, v) => v.Rows?.Count);
                break;
            case QuestionKind.Agreement:
                yield return new(question.Id, name, (_, v) => v.Statement);
                break;
            default:
                yield return new(question.Id, name, (_, v) => Or(v.Text));
                break;
        }
    }

    private static string NameOf(Question question) => $"{question.Id} {question.Label.En}".Trim();

    private static string FileNameOf(string name) => name.Split(' ')[0];

    private static object? Day(string typed) => AnswerChecks.DayOf(typed) is { } day ? day : Or(typed);

    private static string? Or(string text) => text.Length > 0 ? text : null;

    private sealed record AnswerColumn(string Question, string Name, Func<Question, AnswerValue, object?> Value);
}
