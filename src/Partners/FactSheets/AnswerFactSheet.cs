using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Web;
using Entente.Partners.Ledger;
using Entente.Partners.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.FactSheets;

/// <summary>
/// What a partner's coordinator does by a link: corrects the fact sheet and the contacts, and puts a name to it. It is kept as a
/// proposal; nothing of it counts until the office has confirmed it.
/// </summary>
internal sealed class AnswerFactSheet(AppDbContext db, IOrganisations organisations, FactSheetReading reading, OutsideLinks links, AcademicCalendar calendar) : ILinkPurpose
{
    public const string Purpose = "partners.fact-sheet";

    private const int LongestName = 160;

    public string Kind => Purpose;

    public async Task<IResult> ShowAsync(LinkVisit visit, CancellationToken cancellation) =>
        await ModelAsync(visit, FormReader.Empty, cancellation) is { } model ? Page.Show<AnswerFactSheetPage>(model) : Results.NotFound();

    public async Task<IResult> AnswerAsync(LinkVisit visit, HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        if (await ModelAsync(visit, form, cancellation) is not { } model) return Results.NotFound();
        var answer = new FactSheetAnswer(FactSheetForm.Sheet(form, model.Year, calendar), FactSheetForm.Contacts(form, model.Contacts));
        var name = form.Text("signed", LongestName, required: true);
        if (!form.Flag("agree")) form.Refuse("agree", "facts.agree.needed");
        if (!form.IsValid) return Page.Refuse<AnswerFactSheetPage>(model);
        var json = answer.ToJson();
        var signed = LinkSigned.Of(FactSheetContent.HashOf(json), name, request);
        if (!await links.AnswerAsync(visit, signed, cancellation)) return Page.SeeOther(visit.DoneAddress);
        db.Add(new FactSheet
        {
            OrganisationId = model.Organisation.Id,
            Year = model.Year,
            Answer = json,
            LinkId = visit.Id,
            By = name,
            RecordedAt = db.Write.Now,
            UnitId = new UnitId(visit.Unit),
        });
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(visit.DoneAddress);
    }

    public async Task<IResult> DoneAsync(LinkVisit visit, CancellationToken cancellation)
    {
        if (await ModelAsync(visit, FormReader.Empty, cancellation) is not { } model) return Results.NotFound();
        var link = visit.Id;
        var sent = await db.Set<FactSheet>().VisibleTo(Viewer.System).AsNoTracking().SingleOrDefaultAsync(f => f.LinkId == link, cancellation);
        return sent is null
            ? Results.NotFound()
            : Page.Show<AnsweredFactSheetPage>(new AnsweredFactSheetModel(
                model, FactSheetAnswer.FromJson(sent.Answer), sent.By, sent.RecordedAt, sent.State, Convert.ToHexStringLower(FactSheetContent.HashOf(sent.Answer))));
    }

    private async Task<AnswerFactSheetModel?> ModelAsync(LinkVisit visit, FormReader form, CancellationToken cancellation)
    {
        var key = new OrganisationId(visit.Subject.Key);
        var year = int.Parse(visit.Instance, System.Globalization.CultureInfo.InvariantCulture);
        if (await organisations.Cards(Viewer.System).SingleOrDefaultAsync(o => o.Id == key, cancellation) is not { } organisation) return null;
        var sheets = await db.Set<FactSheet>().VisibleTo(Viewer.System).AsNoTracking()
            .Where(f => f.OrganisationId == key && f.State == FactSheetState.Confirmed && (f.Year == year || f.Year == year - 1))
            .OrderByDescending(f => f.RecordedAt).ToListAsync(cancellation);
        FactSheetContent? Latest(int of) => sheets.Find(f => f.Year == of) is { } sheet ? FactSheetAnswer.FromJson(sheet.Answer).Sheet : null;
        return new(
            visit, organisation, year, calendar.Name(year), Latest(year) ?? FactSheetContents.Next(Latest(year - 1)),
            Latest(year) is null && Latest(year - 1) is not null, await reading.ContactsAsync(key, Viewer.System, cancellation), form);
    }
}

/// <summary>What the page behind the link shows.</summary>
/// <param name="Visit">The link.</param>
/// <param name="Organisation">The partner.</param>
/// <param name="Year">The academic year.</param>
/// <param name="YearName">The year as it is written.</param>
/// <param name="Start">What the form begins with.</param>
/// <param name="IsFromLastYear">Whether that is last year's, with its dates a year later.</param>
/// <param name="Contacts">The partner's people as the school knows them.</param>
/// <param name="Form">The form as it was sent.</param>
public sealed record AnswerFactSheetModel(
    LinkVisit Visit, OrganisationCard Organisation, int Year, string YearName, FactSheetContent Start, bool IsFromLastYear, IReadOnlyList<FactSheetContact> Contacts, FormReader Form);

/// <summary>What is shown once it was answered.</summary>
public sealed record AnsweredFactSheetModel(AnswerFactSheetModel Asked, FactSheetAnswer Answer, string By, NodaTime.Instant At, FactSheetState State, string Hash);
