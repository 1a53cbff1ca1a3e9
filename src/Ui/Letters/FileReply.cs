using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Letters;
using Entente.Foundation.Web;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;

namespace Entente.Ui.Letters;

/// <summary>Files mails that were saved from a mail program: each where it belongs, or it says why it does not.</summary>
internal static class FileReply
{
    private const int Most = 20;

    public static async Task<IResult> FileAsync(
        HttpRequest request, Replies replies, LetterBoard board, IUnits units, Viewer viewer, AppDbContext db, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        var filed = await FileAllAsync(form, null, replies, units, viewer, db, cancellation);
        if (filed.Count == 0) form.Refuse("file", "letters.reply.none");
        var model = await LetterList.ModelAsync(ListQuery.Of(LetterPages.Route), board, viewer, cancellation) with { Form = form, Filed = filed };
        return filed.Count == 0 || filed.All(f => f.Address is null) ? Page.Refuse<LetterListPage>(model) : Page.Show<LetterListPage>(model);
    }

    public static async Task<IReadOnlyList<FiledLine>> FileAllAsync(
        FormReader form, RecordRef? record, Replies replies, IUnits units, Viewer viewer, AppDbContext db, CancellationToken cancellation)
    {
        if (await BeginLetter.UnitAsync(units, viewer, cancellation) is not { } unit) return [];
        var filed = new List<FiledLine>();
        foreach (var file in form.Files.Where(f => f.Length > 0).Take(Most))
        {
            try
            {
                if (file.Length > Replies.Rules.MaxBytes) throw new FileRefusedException("files.large", Replies.Rules.Megabytes);
                await using var content = file.OpenReadStream();
                var done = await replies.FileAsync(file.FileName, content, record, unit, viewer, cancellation);
                filed.Add(new(file.FileName, "letters.filed." + done.As, [done.From], AddressOf(done.Record)));
            }
            catch (FileRefusedException refused)
            {
                db.ChangeTracker.Clear();
                filed.Add(new(file.FileName, refused.TextKey, refused.Args, null));
            }
        }

        return filed;
    }

    public static string AddressOf(RecordRef record) => record.Kind == Undelivered.MailKind ? UndeliveredMail.Address(record.Key) : $"{LetterPages.Route}/of/{record.Kind}/{record.Key}";
}

/// <summary>Everything written to a record's people and by them.</summary>
internal static class Correspondence
{
    public static async Task<IResult> ShowAsync(
        string kind, Guid key, LetterBoard board, IEnumerable<IRecordNames> names, Viewer viewer, CancellationToken cancellation) =>
        await ModelAsync(new(kind, key), board, names, viewer, cancellation) is { } model ? Page.Show<CorrespondencePage>(model) : Results.NotFound();

    public static async Task<IResult> FileAsync(
        string kind, Guid key, HttpRequest request, Replies replies, LetterBoard board, IEnumerable<IRecordNames> names, IUnits units, Viewer viewer, AppDbContext db,
        CancellationToken cancellation)
    {
        var record = new RecordRef(kind, key);
        if (await ModelAsync(record, board, names, viewer, cancellation) is null) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var filed = await FileReply.FileAllAsync(form, record, replies, units, viewer, db, cancellation);
        if (filed.Count == 0) form.Refuse("file", "letters.reply.none");
        var model = (await ModelAsync(record, board, names, viewer, cancellation))! with { Form = form, Filed = filed };
        return filed.Count == 0 || filed.All(f => f.Address is null) ? Page.Refuse<CorrespondencePage>(model) : Page.Show<CorrespondencePage>(model);
    }

    private static async Task<CorrespondenceModel?> ModelAsync(
        RecordRef record, LetterBoard board, IEnumerable<IRecordNames> names, Viewer viewer, CancellationToken cancellation)
    {
        if (names.FirstOrDefault(n => n.Kind == record.Kind) is not { } naming) return null;
        if (!(await naming.VisibleAsync([record.Key], viewer, cancellation)).TryGetValue(record.Key, out var name)) return null;
        return new(record, name, await board.OfRecordAsync(record, viewer, cancellation), FormReader.Empty, []);
    }
}

/// <summary>What the page shows.</summary>
public sealed record CorrespondenceModel(
    RecordRef Record, RecordName Name, IReadOnlyList<CorrespondenceLine> Lines, FormReader Form, IReadOnlyList<FiledLine> Filed);
