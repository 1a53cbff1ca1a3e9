using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Tables;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Partners.Ledger;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Entente.Ui.Forms;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Partners.FactSheets;

/// <summary>Who has said what for the coming year: the partners with an agreement in force, asked in one go, and the same as a file.</summary>
internal static class FactSheetList
{
    public const string Address = "/fact-sheets";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, ShowAsync).Requires(PartnersPermissions.View);
        routes.MapGet(Address + "/export", Export).Requires(PartnersPermissions.View);
        routes.MapPost(Address + "/ask", AskAsync).Requires(PartnersPermissions.Edit);
    }

    private static async Task<IResult> ShowAsync(HttpRequest request, FactSheetRows rows, FactSheetReading reading, Viewer viewer, CancellationToken cancellation) =>
        Page.Show<FactSheetListPage>(await ModelAsync(request, rows, reading, viewer, cancellation));

    private static async Task<FactSheetListModel> ModelAsync(
        HttpRequest request, FactSheetRows rows, FactSheetReading reading, Viewer viewer, CancellationToken cancellation)
    {
        var query = ListQuery.From(request);
        var year = reading.YearOf(YearIn(query.Filter("year")));
        var all = await rows.AllAsync(year, viewer, cancellation);
        var found = FactSheetRows.Narrow(all, query);
        return new(
            new([.. found.Skip(query.Skip).Take(query.Size)], found.Count, query), year, reading.Years, all.Count,
            all.Count(r => r.Standing == FactSheetStanding.Confirmed), all.Count(r => r.Standing == FactSheetStanding.Review),
            viewer.May(PartnersPermissions.Edit));
    }

    private static IResult Export(HttpRequest request, string? format, FactSheetRows rows, FactSheetReading reading, TextCatalog texts, AcademicCalendar calendar, Viewer viewer) => TableFile.Of(
        "fact-sheets", format, ColumnsOf(texts, calendar), async cancellation =>
        {
            var query = ListQuery.From(request);
            return FactSheetRows.Narrow(await rows.AllAsync(reading.YearOf(YearIn(query.Filter("year"))), viewer, cancellation), query);
        });

    /// <summary>Asks each partner chosen, its exchange coordinator first; those with nobody to write to are named and nothing is sent to them.</summary>
    private static async Task<IResult> AskAsync(
        HttpContext context, AppDbContext db, FactSheetRows rows, FactSheetReading reading, Asking asking, EditUnits units, SchoolClock clock, Viewer viewer,
        CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var year = reading.YearOf(YearIn(form.Raw("year")));
        var chosen = form.All("selected").ToHashSet(StringComparer.Ordinal);
        if (chosen.Count == 0) return Page.SeeOther(AddressOf(year));
        var unit = await units.ChosenAsync(form, viewer, PartnersPermissions.Edit, cancellation);
        if (unit is null) return Results.NotFound();
        db.Write.Action = "partners.fact-sheet.ask";
        var (sent, nobody) = (0, new List<FactSheetRow>());
        foreach (var row in (await rows.AllAsync(year, viewer, cancellation)).Where(r => chosen.Contains(r.Partner.Id.ToString())))
        {
            if ((await reading.ContactsAsync(row.Partner.Id, viewer, cancellation)).FirstOrDefault(c => c.Email.Length > 0) is not { } contact)
            {
                nobody.Add(row);
                continue;
            }

            await asking.AskAsync(row.Partner, contact, year, unit.Value, Asking.UsualDays, viewer, cancellation);
            sent++;
        }

        await db.SaveChangesAsync(cancellation);
        var model = await ModelAsync(context.Request, rows, reading, viewer, cancellation);
        return Page.Show<FactSheetListPage>(model with { Page = model.Page with { Query = ListQuery.Of(Address) }, Sent = sent, Nobody = [.. nobody.Select(n => n.Partner.Name.ToString())] });
    }

    private static int? YearIn(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static string AddressOf(int year) => Address + "?year=" + FactSheetReading.InstanceOf(year);

    private static IReadOnlyList<TableColumn<FactSheetRow>> ColumnsOf(TextCatalog texts, AcademicCalendar calendar) =>
    [
        new("Partner", r => r.Partner.Name.En),
        new("Partner (Chinese)", r => r.Partner.Name.Exactly("zh-Hans")),
        new("Country", r => r.Partner.Country),
        new("Academic year", r => calendar.Name(r.Year)),
        new("Standing", r => texts.In(Language.English, "facts.standing." + r.Standing)),
        .. FactSheetFields.All.Select(f => new TableColumn<FactSheetRow>(texts.In(Language.English, "facts.export." + f.Name), r => r.Sheet is null ? null : f.Value(r.Sheet))),
        new("Key", r => r.Partner.Id.ToString()),
    ];
}

/// <summary>What the list shows.</summary>
public sealed record FactSheetListModel(
    ListPage<FactSheetRow> Page, int Year, IReadOnlyList<int> Years, int Partners, int Confirmed, int ToReview, bool MayEdit)
{
    /// <summary>How many were asked just now; none: nobody was.</summary>
    public int? Sent { get; init; }

    /// <summary>The partners that could not be asked because nobody there has an address.</summary>
    public IReadOnlyList<string> Nobody { get; init; } = [];
}
