using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Letters;
using Entente.Foundation.Web;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Ui.Letters;

/// <summary>A letter: as a draft it is written and looked at, once sent it shows what became of each copy.</summary>
internal static class ShowLetter
{
    public static async Task<IResult> ShowAsync(Id<LetterTag> id, HttpRequest request, [AsParameters] LetterServices asked, CancellationToken cancellation) =>
        await ModelAsync(id, asked, FormReader.Empty, cancellation) is { } model ? Page.Show<LetterPage>(model with { Query = ListQuery.From(request) }) : Results.NotFound();

    public static async Task<IResult> WriteAsync(Id<LetterTag> id, HttpRequest request, [AsParameters] LetterServices asked, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        var subject = new LocalizedText(form.Text("subject-en", 200), form.Text("subject-zh", 200));
        var body = new LocalizedText(form.Text("body-en", 20_000), form.Text("body-zh", 20_000));
        var keep = form.Text("template", 120);
        if (form.IsValid && !await asked.Letters.WriteAsync(id, subject, body, asked.Viewer, cancellation)) return Results.NotFound();
        if (await ModelAsync(id, asked, form, cancellation) is not { } model) return Results.NotFound();
        foreach (var (field, key, argument) in model.Preview?.Problems ?? []) form.Refuse(field, key, argument);
        if (!form.IsValid) return Page.Refuse<LetterPage>(model);
        if (keep.Length > 0) await asked.Board.KeepTemplateAsync(model.Line.RecordKind, keep, subject, body, cancellation);
        return Page.SeeOther($"{LetterPages.Route}/{id}#preview");
    }

    public static async Task<IResult> BeginFromAsync(Id<LetterTag> id, HttpRequest request, [AsParameters] LetterServices asked, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        if (await ModelAsync(id, asked, form, cancellation) is not { } model) return Results.NotFound();
        if (model.Templates.FirstOrDefault(t => t.Id.ToString() == form.Raw("from")) is { } template)
            await asked.Letters.WriteAsync(id, template.Subject, template.Body, asked.Viewer, cancellation);
        return Page.SeeOther($"{LetterPages.Route}/{id}");
    }

    public static async Task<IResult> SendAsync(Id<LetterTag> id, HttpRequest request, [AsParameters] LetterServices asked, CancellationToken cancellation)
    {
        if (await ModelAsync(id, asked, FormReader.Empty, cancellation) is not { } model) return Results.NotFound();
        if (model.Line.SentAt is not null) return Page.SeeOther($"{LetterPages.Route}/{id}");
        var form = await FormReader.ReadAsync(request, cancellation);
        var stopped = model.Preview!.Recipients.Count(r => r.Problem is not null);
        foreach (var (field, key, argument) in model.Preview.Problems) form.Refuse(field, key, argument);
        if (stopped == model.Preview.Recipients.Count) form.Refuse("", "letters.send.nobody");
        else if (stopped > 0 && !form.Flag("without")) form.Refuse("", "letters.send.some", stopped, model.Preview.Recipients.Count - stopped);
        if (!form.IsValid) return Page.Refuse<LetterPage>(model with { Form = form });
        await asked.Letters.SendAsync(id, asked.Viewer, cancellation);
        return Page.SeeOther($"{LetterPages.Route}/{id}");
    }

    public static async Task<IResult> DiscardAsync(Id<LetterTag> id, [AsParameters] LetterServices asked, CancellationToken cancellation) =>
        await asked.Letters.DiscardAsync(id, asked.Viewer, cancellation) ? Page.SeeOther(LetterPages.Route) : Results.NotFound();

    public static async Task<IResult> LeaveOutAsync(Id<LetterTag> id, Guid recipient, [AsParameters] LetterServices asked, CancellationToken cancellation) =>
        await asked.Letters.LeaveOutAsync(id, recipient, asked.Viewer, cancellation) ? Page.SeeOther($"{LetterPages.Route}/{id}#preview") : Results.NotFound();

    public static async Task<IResult> SendAgainAsync(Id<LetterTag> id, Guid recipient, Undelivered undelivered, Viewer viewer, CancellationToken cancellation) =>
        await undelivered.SendCopyAgainAsync(id, recipient, viewer, cancellation) ? Page.SeeOther($"{LetterPages.Route}/{id}") : Results.NotFound();

    public static async Task<IResult> PutAwayAsync(Id<LetterTag> id, Undelivered undelivered, Viewer viewer, CancellationToken cancellation) =>
        await undelivered.PutLetterAwayAsync(id, viewer, cancellation) is not null ? Page.SeeOther($"{LetterPages.Route}/{id}") : Results.NotFound();

    private static async Task<LetterModel?> ModelAsync(Id<LetterTag> id, LetterServices asked, FormReader form, CancellationToken cancellation)
    {
        if (await asked.Board.Lines(asked.Viewer).SingleOrDefaultAsync(l => l.Id == id, cancellation) is not { } line) return null;
        var recipients = await asked.Board.RecipientsAsync(id, asked.Viewer, cancellation);
        var names = asked.Names.FirstOrDefault(n => n.Kind == line.RecordKind) is { } naming
            ? await naming.VisibleAsync([.. recipients.Select(r => r.Record).Distinct()], asked.Viewer, cancellation)
            : new Dictionary<Guid, RecordName>();
        return new(
            line, recipients, names, line.SentAt is null ? await asked.Letters.PreviewAsync(id, asked.Viewer, cancellation) : null,
            [.. asked.Letters.FieldsOf(line.RecordKind)], await asked.Board.TemplatesAsync(line.RecordKind, cancellation), form);
    }
}

/// <summary>What every page of letters needs.</summary>
internal sealed record LetterServices(Foundation.Letters.Letters Letters, LetterBoard Board, IEnumerable<IRecordNames> Names, Viewer Viewer);

/// <summary>What the page shows.</summary>
public sealed record LetterModel(
    LetterLine Line, IReadOnlyList<RecipientLine> Recipients, IReadOnlyDictionary<Guid, RecordName> Records, LetterPreview? Preview, IReadOnlyList<string> Fields,
    IReadOnlyList<TemplateLine> Templates, FormReader Form)
{
    public string Address => LetterPages.Route + "/" + Line.Id;

    /// <summary>How many copies did not arrive and nobody has dealt with yet.</summary>
    public int Undelivered => Recipients.Count(r => r.State == Foundation.Mail.MailState.Failed && !r.IsPutAway);

    /// <summary>Which recipients are asked for.</summary>
    public ListQuery? Query { get; init; }

    /// <summary>One page of the recipients asked for.</summary>
    public ListPage<RecipientLine> Page
    {
        get
        {
            var query = Query ?? ListQuery.Of(Address);
            List<RecipientLine> chosen = [.. query.Filter("which") switch
            {
                "failed" => Recipients.Where(r => r.BouncedAt is not null || r.State is null or Foundation.Mail.MailState.Failed),
                "unanswered" => Recipients.Where(r => r.AnsweredAt is null),
                _ => Recipients,
            }];
            return new([.. chosen.Skip(query.Skip).Take(query.Size)], chosen.Count, query);
        }
    }
}
