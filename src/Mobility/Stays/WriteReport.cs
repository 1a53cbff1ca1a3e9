using Entente.Contracts.Directory;
using System.Globalization;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Links;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Stays;

/// <summary>A progress or return report: written by the student (or the office for them), sent, and co-signed by the host supervisor by a link.</summary>
internal static class WriteReport
{
    public const string Route = ShowStay.Route + "/reports/{report}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).ForAccounts();
        routes.MapPost(Route, SendAsync).ForAccounts();
        routes.MapPost(Route + "/ask", AskAsync).ForAccounts();
    }

    private static async Task<IResult> ShowAsync(string id, string report, HttpContext context, ReportReading reports, LinkOnce once, EntenteSettings settings, CancellationToken cancellation) =>
        await reports.OfAsync(id, report, cancellation) is { } model ? Page.Show<ReportPage>(model with { Made = MadeLink.Of(once.Take(context, model.Path), settings) }) : Results.NotFound();

    private static async Task<IResult> SendAsync(
        string id, string report, HttpRequest request, AppDbContext db, ReportReading reports, StayReading reading, StayDuties duties, Viewer viewer, SchoolClock clock, TextCatalog texts, CancellationToken cancellation)
    {
        if (await reports.OfAsync(id, report, cancellation) is not { MayWrite: true } model || await reading.FindAsync(id, cancellation) is not { } stay) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var text = form.Text("text", StayReport.LongestText, required: true).ReplaceLineEndings("\n");
        if (!form.IsValid) return Page.Refuse<ReportPage>(model with { Sent = form });
        var (account, key) = (viewer.Me(), stay.Id);
        if (await db.Set<StayReport>().ViewerNamed().SingleOrDefaultAsync(r => r.StayId == key && r.Number == model.Number, cancellation) is { } stored)
            (stored.Text, stored.SentAt, stored.SentById) = (text, db.Write.Now, account);
        else db.Add(new StayReport { StayId = key, Number = model.Number, Text = text, SentAt = db.Write.Now, SentById = account });
        db.Write.Action = "mobility.report.send";
        var receipt = texts["stays.report.sent", texts.Date(clock.Today)];
        await (model.Number == 0
            ? duties.DoneAsync(stay, StayDuties.Step, receipt, cancellation, "return-report")
            : duties.DoneAsync(stay, StayDuties.Report, receipt, cancellation, model.Number.ToString(CultureInfo.InvariantCulture)));
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Path);
    }

    private static async Task<IResult> AskAsync(
        string id, string report, HttpContext context, AppDbContext db, ReportReading reports, OutsideLinks links, LinkOnce once, Viewer viewer, CancellationToken cancellation)
    {
        if (await reports.OfAsync(id, report, cancellation) is not { MayAsk: true, Key: { } key } model) return Results.NotFound();
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var (name, email, language) = HostLink.Read(form);
        if (!form.IsValid) return Page.Refuse<ReportPage>(model with { Sent = form });
        var token = await links.MakeAsync(
            new(SignReport.Purpose, new(StayReport.RecordKind, key), "", model.Title, model.Stay.UnitKey, model.Stay.HostSupervisorId?.Value, name, email, language, HostLink.Days), viewer, cancellation);
        db.Write.Action = "mobility.report.ask";
        await db.SaveChangesAsync(cancellation);
        once.Keep(context, email, OutsideLinks.PathOf(token), model.Path);
        return Page.SeeOther(model.Path);
    }
}

/// <summary>A link to the host supervisor, as it is asked for.</summary>
internal static class HostLink
{
    /// <summary>For how many days it can be answered.</summary>
    public const int Days = 30;

    public static (string Name, string Email, Language Language) Read(FormReader form)
    {
        var (name, email) = (form.Text("name", StayReport.LongestName, required: true), form.Email("email", required: true, "stays.wrong.email"));
        var language = Language.Of(form.Text("language", 10));
        if (language is null) form.Refuse("language", "form.choice");
        return (name, email, language ?? Language.English);
    }
}

/// <summary>Reads a report with its stay.</summary>
internal sealed class ReportReading(AppDbContext db, StayReading reading, TextCatalog texts)
{
    public async Task<ReportModel?> OfAsync(string id, string report, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { } stay || stay.Reports.FirstOrDefault(r => r.Code == report) is not { } line) return null;
        var key = new Id<Stay>(stay.Key);
        var stored = await db.Set<StayReport>().ViewerNamed().AsNoTracking().SingleOrDefaultAsync(r => r.StayId == key && r.Number == line.Number, cancellation);
        return new(stay, line, TitleOf(line.Number, stay.Person, stay.Partner.Name)) { Key = stored?.Id.Value, Text = stored?.Text, Remark = stored?.Remark, Hash = stored is null ? null : Convert.ToHexStringLower(stored.Hash()) };
    }

    public LocalizedText TitleOf(int number, LocalizedText person, LocalizedText partner) => LocalizedText.InEach(l =>
        string.Format(l.Culture, texts.In(l, number == 0 ? "stays.report.title.return" : "stays.report.title"), number, person.In(l.Tag), partner.In(l.Tag)));
}

/// <summary>What the page of a report shows.</summary>
public sealed record ReportModel(StayView Stay, ReportLine Line, LocalizedText Title)
{
    public Guid? Key { get; init; }

    public string? Text { get; init; }

    public string? Remark { get; init; }

    /// <summary>The digest of what is signed.</summary>
    public string? Hash { get; init; }

    public MadeLink? Made { get; init; }

    public FormReader Sent { get; init; } = FormReader.Empty;

    public int Number => Line.Number;

    public string Path => $"{Stay.Address}/reports/{Line.Code}";

    /// <summary>Whether it can be written; what was co-signed stays as it is.</summary>
    public bool MayWrite => Stay.MayWrite && Line.SignedOn is null && Stay.State is (StayState.UnderWay or StayState.Returned);

    public bool MayAsk => Stay.MayWrite && Text is not null && Line.SignedOn is null;
}
