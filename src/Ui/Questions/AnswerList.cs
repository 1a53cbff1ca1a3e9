using System.Net.Mime;
using Entente.Contracts.Safeguards;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Questions;
using Entente.Foundation.Tables;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Ui.Questions;

/// <summary>The answers to a form: as a list, one by one, and as files.</summary>
internal static class AnswerList
{
    private const string Route = EditForm.Route + "/answers";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(FoundationPermissions.Forms);
        routes.MapGet(Route + "/export", ExportAsync).Requires(FoundationPermissions.Forms);
        routes.MapGet(Route + "/{answer}", ShowOneAsync).Requires(FoundationPermissions.Forms);
    }

    private static async Task<IResult> ShowAsync(
        string id, HttpRequest request, FormReading reading, AnswerBoard answers, IEnumerable<IRecordNames> names, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, viewer, cancellation) is not { } model) return Results.NotFound();
        var query = ListQuery.From(request);
        var lines = answers.Lines(model.Form.Id, viewer);
        if (query.Text.Length > 0) lines = lines.Where(l => l.Name.Contains(query.Text));
        if (query.Filter("version") is { } asked && int.TryParse(asked, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version))
            lines = lines.Where(l => l.Version == version);
        var page = await lines.ToListPageAsync(query, cancellation);
        var abouts = await NamesAsync(page.Items.Select(l => (l.AboutKind, l.AboutKey)), names, viewer, cancellation);
        return Page.Show<AnswerListPage>(new AnswerListModel(model, page, abouts));
    }

    private static async Task<IResult> ShowOneAsync(
        string id, string answer, FormReading reading, AnswerBoard answers, IEnumerable<IRecordNames> names, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, viewer, cancellation) is not { } model || !Id<AnswerTag>.TryParse(answer, null, out var key)) return Results.NotFound();
        if (await answers.FindAsync(key, viewer, cancellation) is not { State: AnswerState.Submitted } found || found.FormId != model.Form.Id) return Results.NotFound();
        var about = await NamesAsync([(found.About?.Kind, found.About?.Key)], names, viewer, cancellation);
        return Page.Show<ShowAnswerPage>(new ShowAnswerModel(model, model.Versions.Single(v => v.Number == found.Version), found, about.Values.FirstOrDefault()));
    }

    private static async Task<IResult> ExportAsync(
        string id, string? format, HttpResponse response, FormReading reading, AnswerBoard answers, IEnumerable<IRecordNames> names, IFileStore store, Viewer viewer,
        CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, viewer, cancellation) is not { Versions.Count: > 0 } model) return Results.NotFound();
        var found = await answers.SubmittedAsync(model.Form.Id, viewer, cancellation);
        var abouts = await NamesAsync(found.Select(a => (a.About?.Kind, a.About?.Key)), names, viewer, cancellation);
        var sheets = AnswerTables.Of(model.Versions, found, abouts.ToDictionary(a => a.Key, a => a.Value.Title.En));
        var (ending, type, write) = format switch
        {
            "xlsx" => ("xlsx", StoredKind.Xlsx.MediaType, (Func<Stream, Task>)(s => TableWriter.WriteXlsxAsync(s, sheets, cancellation))),
            "zip" => ("zip", MediaTypeNames.Application.Zip, s => AnswerTables.WriteZipAsync(s, sheets, found, store, cancellation)),
            _ => ("csv", "text/csv; charset=utf-8", s => AnswerTables.WriteCsvAsync(s, sheets[0], cancellation)),
        };
        response.Headers.CacheControl = "no-store";

        // Into a file first: an archive is written in steps that a response cannot take, and an error then is an answer of its own.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await write(file);
        file.Position = 0;
        return Results.Stream(file, type, $"answers.{ending}");
    }

    private static async Task<IReadOnlyDictionary<Guid, RecordName>> NamesAsync(
        IEnumerable<(string? Kind, Guid? Key)> records, IEnumerable<IRecordNames> names, Viewer viewer, CancellationToken cancellation)
    {
        var found = new Dictionary<Guid, RecordName>();
        foreach (var kind in records.Where(r => r is { Kind: not null, Key: not null }).GroupBy(r => r.Kind!, r => r.Key!.Value, StringComparer.Ordinal))
        {
            if (names.FirstOrDefault(n => n.Kind == kind.Key) is not { } naming) continue;
            foreach (var (key, name) in await naming.VisibleAsync([.. kind.Distinct()], viewer, cancellation)) found[key] = name;
        }

        return found;
    }
}

/// <summary>What the list shows.</summary>
/// <param name="Form">The form.</param>
/// <param name="Page">The answers.</param>
/// <param name="Abouts">The records they are about.</param>
public sealed record AnswerListModel(FormModel Form, ListPage<AnswerLine> Page, IReadOnlyDictionary<Guid, RecordName> Abouts);

/// <summary>One answer, for the office.</summary>
/// <param name="Form">The form.</param>
/// <param name="Version">The version answered.</param>
/// <param name="Answer">The answer.</param>
/// <param name="About">The record it is about.</param>
public sealed record ShowAnswerModel(FormModel Form, FormVersionCard Version, AnswerCard Answer, RecordName? About);
