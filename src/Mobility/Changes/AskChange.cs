using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Changes;

/// <summary>A student, or the office for one, asks for a change of a stay: what, why, and with which letter. One open request a stay and kind.</summary>
internal static class AskChange
{
    private const string Route = ShowChange.List + "/new/{kind}";

    /// <summary>The most years after the old last day that can be asked for.</summary>
    private const int MostYears = 4;

    private const long Room = 30 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).ForAccounts();
        routes.MapPost(Route, AskAsync).ForAccounts().WithMetadata(new UploadLimit(Room));
    }

    private static async Task<IResult> ShowAsync(string id, string kind, StayReading reading, CancellationToken cancellation) =>
        await ModelAsync(id, kind, reading, cancellation) is { } model ? Page.Show<AskChangePage>(model) : Results.NotFound();

    private static async Task<IResult> AskAsync(
        string id, string kind, HttpRequest request, AppDbContext db, StayReading reading, ChangeDuties duties, IFileStore files, Viewer viewer, SchoolClock clock, TextCatalog texts, CancellationToken cancellation)
    {
        if (await ModelAsync(id, kind, reading, cancellation) is not { } model || await reading.FindAsync(id, cancellation) is not { } stay) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var change = Read(form, model.Kind, stay, clock.Today, viewer, texts, db);
        if (form.IsValid && form.Files["file"] is { Length: > 0 } sent) change.FileId = (await files.KeepAsync(sent, change.Ref(), FileRules.Scans, form, "file", cancellation))?.Id;
        if (!form.IsValid) return Page.Refuse<AskChangePage>(model with { Sent = form });
        db.Add(change);
        await duties.AskedAsync(stay, change, cancellation);
        db.Write.Action = "mobility.change.ask";
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Sent twice at the same moment: one of its kind is open already.
            form.Refuse("", "changes.wrong.open");
            return Page.Refuse<AskChangePage>(model with { Sent = form });
        }

        return Page.SeeOther(ShowChange.AddressOf(change));
    }

    private static async Task<AskChangeModel?> ModelAsync(string id, string kind, StayReading reading, CancellationToken cancellation) =>
        ChangeWords.KindOf(kind) is { } known && await reading.OfAsync(id, cancellation) is { } stay && stay.MayAskFor(known) ? new(stay, known, FormReader.Empty) : null;

    private static StayChange Read(FormReader form, ChangeKind kind, Stay stay, DateOnly today, Viewer viewer, TextCatalog texts, AppDbContext db)
    {
        var isDated = kind is ChangeKind.Extension or ChangeKind.EarlierReturn or ChangeKind.LaterStart;
        var day = isDated ? form.Date("day", required: true) : null;
        if (kind == ChangeKind.Extension && day <= stay.Until) form.Refuse("day", "changes.wrong.extension", texts.Date(stay.Until));
        else if (kind == ChangeKind.Extension && day > stay.Until.AddYears(MostYears)) form.Refuse("day", "changes.wrong.far", texts.Date(stay.Until.AddYears(MostYears)));
        if (kind == ChangeKind.EarlierReturn && (day >= stay.Until || day <= (stay.ArrivedOn ?? stay.From) || day < today)) form.Refuse("day", "changes.wrong.earlier", texts.Date(stay.Until));
        if (kind == ChangeKind.LaterStart && (day <= stay.From || day >= stay.Until)) form.Refuse("day", "changes.wrong.later", texts.Date(stay.From), texts.Date(stay.Until));
        var host = kind == ChangeKind.HostSupervisor ? form.Text("host", StayChange.LongestHost, required: true) : null;
        var topic = kind == ChangeKind.Topic ? EachLanguage.Of(form, "topic", Stay.LongestTopic) : LocalizedText.Empty;
        if (kind == ChangeKind.Topic && topic.Texts.Count == 0) form.Refuse("topic", "form.required");
        else if (kind == ChangeKind.Topic && topic == stay.Topic) form.Refuse("topic", "changes.wrong.same");
        return new()
        {
            StayId = stay.Id,
            Kind = kind,
            DayBefore = kind == ChangeKind.LaterStart ? stay.From : isDated ? stay.Until : null,
            Day = day,
            HostBefore = host is null ? null : stay.HostSupervisorId,
            HostName = host,
            TopicBefore = kind == ChangeKind.Topic ? stay.Topic : LocalizedText.Empty,
            Topic = topic,
            Reason = form.Text("reason", StayChange.LongestReason, required: true).ReplaceLineEndings("\n"),
            AskedAt = db.Write.Now,
            AskedById = viewer.Me(),
        };
    }
}

/// <summary>What supports a request: whoever sees the stay may read it.</summary>
internal sealed class ChangeFiles(AppDbContext db) : IFileGuard
{
    public string Kind => StayChange.RecordKind;

    public Task<bool> MayReadAsync(RecordRef owner, Viewer reader, CancellationToken cancellation)
    {
        var (key, visible) = (new Id<StayChange>(owner.Key), db.Set<Stay>().VisibleTo(reader));
        return db.Set<StayChange>().Of(visible).AnyAsync(c => c.Id == key, cancellation);
    }
}

/// <summary>What the form of a request shows.</summary>
public sealed record AskChangeModel(StayView Stay, ChangeKind Kind, FormReader Sent)
{
    /// <summary>The day as it is now, where one is to be changed.</summary>
    public DateOnly? DayBefore => Kind switch
    {
        ChangeKind.LaterStart => Stay.From,
        ChangeKind.Extension or ChangeKind.EarlierReturn => Stay.Until,
        _ => null,
    };

    public string Path => $"{Stay.Address}/changes/new/{ChangeWords.CodeOf(Kind)}";
}
