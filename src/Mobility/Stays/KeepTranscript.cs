using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Grades;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Stays;

/// <summary>The transcript of the host: rows and file handed in, grades converted by a table of the pack in force or by distribution, credits recognised by whoever agreed to the plan.</summary>
internal static class KeepTranscript
{
    public const string Route = ShowStay.Route + "/transcript";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).ForAccounts();
        routes.MapPost(Route, HandInAsync).ForAccounts();
        routes.MapPost(Route + "/decide", DecideAsync).ForAccounts();
    }

    private static async Task<IResult> ShowAsync(string id, TranscriptReading reading, CancellationToken cancellation) =>
        await reading.OfAsync(id, cancellation) is not { } model ? Results.NotFound()
        : model.Stay.Direction == PlaceDirection.In ? Page.SeeOther(Incoming.KeepCourses.AddressOf(model.Stay.Key))
        : Page.Show<TranscriptPage>(model);

    private static async Task<IResult> HandInAsync(
        string id, HttpRequest request, AppDbContext db, TranscriptReading reading, StayReading stays, StayDuties duties, IFileStore files, Viewer viewer, SchoolClock clock, TextCatalog texts, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { MayHandIn: true } model || await stays.FindAsync(id, cancellation) is not { } stay) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var way = model.Offered.Ways.FirstOrDefault(w => w.Code == form.Raw("table"));
        if (way is null) form.Refuse("table", "form.choice");
        var rows = TranscriptRows.Read(form, way, model.Offered.Credits, texts);
        if (!form.IsValid || way is null) return Page.Refuse<TranscriptPage>(model with { Sent = form });
        var key = stay.Id;
        var stored = await db.Set<Transcript>().ViewerNamed().SingleOrDefaultAsync(t => t.StayId == key, cancellation);
        if (stored is null) db.Add(stored = new() { StayId = key, Rows = "[]", Table = way.Source, RecordedAt = db.Write.Now });
        (stored.Rows, stored.Table, stored.RecordedAt, stored.RecordedById) = (Transcript.Write(rows), way.Source, db.Write.Now, viewer.Me());
        if (form.Files["file"] is { Length: > 0 } sent)
        {
            if (await files.KeepAsync(sent, stored.Ref(), TranscriptFiles.Rules, form, "file", cancellation) is not { } kept) return Page.Refuse<TranscriptPage>(model with { Sent = form });
            stored.FileId = kept.Id;
        }

        db.Write.Action = "mobility.transcript.hand-in";
        await duties.DoneAsync(stay, StayDuties.Step, texts["transcripts.receipt", texts.Date(clock.Today)], cancellation, "transcript");
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Path);
    }

    private static async Task<IResult> DecideAsync(string id, HttpRequest request, AppDbContext db, TranscriptReading reading, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { MayDecide: true } model) return Results.NotFound();
        var key = new Id<Stay>(model.Stay.Key);
        var stored = await db.Set<Transcript>().ViewerNamed().SingleAsync(t => t.StayId == key, cancellation);
        var form = await FormReader.ReadAsync(request, cancellation);
        var rows = stored.Read().Select((row, i) =>
        {
            var (credits, reason) = (PlanFields.Credits(form, $"recognised-{i}"), form.Text($"reason-{i}", 400));
            if (credits is null && form.Raw($"recognised-{i}").Trim().Length == 0) form.Refuse($"recognised-{i}", "form.required");
            if (credits > row.Most) form.Refuse($"recognised-{i}", row.Worth is null ? "transcripts.wrong.more" : "transcripts.wrong.more.here", PlanFields.Written(row.Most));
            if (credits > 0 && row.IsFailed) form.Refuse($"recognised-{i}", "transcripts.wrong.failed", row.Grade);
            if (credits < row.Most && !row.IsFailed && reason.Length == 0) form.Refuse($"reason-{i}", "transcripts.wrong.reason");
            return row with { Recognised = credits, Reason = reason };
        }).ToList();
        if (!form.IsValid) return Page.Refuse<TranscriptPage>(model with { Sent = form });
        stored.Decide(rows, viewer.Me(), db.Write.Now);
        db.Write.Action = "mobility.transcript.decide";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Path);
    }
}

/// <summary>Reads the rows of a transcript and converts their grades.</summary>
internal static class TranscriptRows
{
    public static IReadOnlyList<TranscriptRow> Read(FormReader form, GradeConversion? way, CreditFactor? factor, TextCatalog texts)
    {
        var rows = new List<TranscriptRow>();
        for (var i = 0; i < Transcript.MostRows; i++)
        {
            var (code, title, grade) = (form.Text($"code-{i}", 40), form.Text($"title-{i}", 200), form.Text($"grade-{i}", 20));
            var credits = PlanFields.Credits(form, $"credits-{i}");
            if (code.Length + title.Length + grade.Length == 0 && credits is null) continue;
            if (title.Length == 0) form.Refuse($"title-{i}", "form.required");
            if (grade.Length == 0) form.Refuse($"grade-{i}", "form.required");
            if (credits is null && form.Raw($"credits-{i}").Trim().Length == 0) form.Refuse($"credits-{i}", "form.required");
            var converted = way?.Of(grade);
            if (way is not null && grade.Length > 0 && converted is null) form.Refuse($"grade-{i}", "transcripts.wrong.grade", grade, way.Title);
            rows.Add(new(code, title, credits ?? 0, grade, converted?.Grade) { By = way?.Source, How = converted?.How.Texts, IsFailed = converted?.IsFail == true, Worth = factor?.Of(credits ?? 0), WorthHow = factor?.How(texts, credits ?? 0).Texts });
        }

        if (rows.Count == 0) form.Refuse("title-0", "form.required");
        return rows;
    }
}

/// <summary>The transcripts as they were issued: whoever sees the stay may read them.</summary>
internal sealed class TranscriptFiles(AppDbContext db) : IFileGuard
{
    public static FileRules Rules { get; } = new(10 * 1024 * 1024, [StoredKind.Pdf, StoredKind.Png, StoredKind.Jpeg]);

    public string Kind => Transcript.RecordKind;

    public Task<bool> MayReadAsync(RecordRef owner, Viewer reader, CancellationToken cancellation)
    {
        var (key, visible) = (new Id<Transcript>(owner.Key), db.Set<Stay>().VisibleTo(reader));
        return db.Set<Transcript>().ViewerNamed().AnyAsync(t => t.Id == key && visible.Any(s => s.Id == t.StayId), cancellation);
    }
}
