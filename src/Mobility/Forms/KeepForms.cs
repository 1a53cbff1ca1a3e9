using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Forms;

/// <summary>The forms of mobility: the school adds its own, says how long a stay is and what belongs to it, and retires those it offers no more. Calls and stays keep theirs.</summary>
internal static class KeepForms
{
    public const string Address = CallList.Address + "/forms";
    private const int LongestName = 100;
    private const int MostMonths = 72;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, ShowAsync).Requires(MobilityPermissions.View);
        routes.MapPost(Address, AddAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(Address + "/{code}", ChangeAsync).Requires(MobilityPermissions.Edit);
    }

    private static async Task<IResult> ShowAsync(AppDbContext db, Viewer viewer, CancellationToken cancellation) =>
        Page.Show<FormListPage>(await ModelAsync(db, viewer, FormReader.Empty, null, cancellation));

    private static async Task<IResult> AddAsync(HttpRequest request, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var sent = await FormReader.ReadAsync(request, cancellation);
        var code = sent.Text("code", MobilityForm.LongestCode, required: true);
        if (code.Length > 0 && !code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')) sent.Refuse("code", "mobility.forms.wrong.code");
        if (await db.Set<MobilityForm>().AnyAsync(f => f.Code == code, cancellation)) sent.Refuse("code", "mobility.forms.wrong.twice", code);
        var form = new MobilityForm { Code = code, Name = LocalizedText.Empty, Order = 1 + await db.Set<MobilityForm>().MaxAsync(f => f.Order, cancellation) };
        Read(sent, form);
        if (!sent.IsValid) return Page.Refuse<FormListPage>(await ModelAsync(db, viewer, sent, "", cancellation));
        db.Add(form);
        return await SavedAsync(db, cancellation);
    }

    private static async Task<IResult> ChangeAsync(string code, HttpRequest request, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (await db.Set<MobilityForm>().SingleOrDefaultAsync(f => f.Code == code, cancellation) is not { } form) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        Read(sent, form);
        form.IsOffered = sent.Flag("offered");
        if (sent.IsValid) return await SavedAsync(db, cancellation);
        db.ChangeTracker.Clear();
        return Page.Refuse<FormListPage>(await ModelAsync(db, viewer, sent, code, cancellation));
    }

    private static void Read(FormReader sent, MobilityForm form)
    {
        form.Name = EachLanguage.Of(sent, "name", LongestName, required: true);
        form.Length = sent.Choice("length", PlaceLength.Year);
        form.Months = sent.Number("months", 1, MostMonths, required: true) ?? 1;
        form.ReportMonths = sent.Number("reports", 0, MostMonths) ?? 0;
        form.HasHostSupervisor = sent.Flag("host");
        form.HasTwoDegrees = sent.Flag("degrees");
    }

    private static async Task<IResult> SavedAsync(AppDbContext db, CancellationToken cancellation)
    {
        db.Write.Action = "mobility.form.keep";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(Address);
    }

    private static async Task<FormListModel> ModelAsync(AppDbContext db, Viewer viewer, FormReader sent, string? refused, CancellationToken cancellation)
    {
        var forms = await db.Set<MobilityForm>().AsNoTracking().OrderBy(f => f.Order).ThenBy(f => f.Code).ToListAsync(cancellation);
        var calls = await db.Set<Call>().VisibleTo(Viewer.System).GroupBy(c => c.FormId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return new(
            [.. forms.Select(f => new FormLine(f.Code, f.Name, f.IsOffered, f.Length, f.Months, f.ReportMonths, f.HasHostSupervisor, f.HasTwoDegrees, calls.GetValueOrDefault(f.Id)))],
            sent, refused, viewer.May(MobilityPermissions.Edit));
    }
}

/// <summary>A form of mobility as its page shows it.</summary>
public sealed record FormLine(string Code, LocalizedText Name, bool IsOffered, PlaceLength Length, int Months, int ReportMonths, bool HasHostSupervisor, bool HasTwoDegrees, int Calls);

/// <summary>What the page shows.</summary>
/// <param name="Forms">The forms, in order.</param>
/// <param name="Sent">A form that was refused, or none.</param>
/// <param name="Refused">The code of the one refused; empty for a new one.</param>
/// <param name="MayEdit">Whether the viewer may change them.</param>
public sealed record FormListModel(IReadOnlyList<FormLine> Forms, FormReader Sent, string? Refused, bool MayEdit);
