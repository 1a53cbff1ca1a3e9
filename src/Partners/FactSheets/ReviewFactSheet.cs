using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.FactSheets;

/// <summary>Takes over what a partner answered, contacts included, or returns it with a reason. Until then nothing of it counts.</summary>
internal static class ReviewFactSheet
{
    private const string Route = ShowFactSheet.Route + "/{edition}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Route + "/confirm", ConfirmAsync).Requires(PartnersPermissions.Edit);
        routes.MapPost(Route + "/return", ReturnAsync).Requires(PartnersPermissions.Edit);
    }

    private static async Task<IResult> ConfirmAsync(
        string id, string edition, AppDbContext db, IPersons persons, SchoolClock clock, Viewer viewer, CancellationToken cancellation)
    {
        if (await FindAsync(id, edition, db, viewer, cancellation) is not { } sheet) return Results.NotFound();
        if (sheet.State == FactSheetState.Proposed)
        {
            Decide(sheet, FactSheetState.Confirmed, db, viewer);
            await TakeOverAsync(FactSheetAnswer.FromJson(sheet.Answer).Contacts, sheet, db, persons, clock.Today, cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        return Page.SeeOther(AddressOf(sheet));
    }

    private static async Task<IResult> ReturnAsync(
        string id, string edition, HttpRequest request, AppDbContext db, FactSheetReading reading, Viewer viewer, CancellationToken cancellation)
    {
        if (await FindAsync(id, edition, db, viewer, cancellation) is not { } sheet) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var reason = form.Text("reason", FactSheet.LongestReason, required: true);
        if (!form.IsValid) return await reading.OfAsync(id, sheet.Year, viewer, cancellation) is { } model ? Page.Refuse<FactSheetPage>(model with { Form = form }) : Results.NotFound();
        if (sheet.State == FactSheetState.Proposed)
        {
            Decide(sheet, FactSheetState.Returned, db, viewer);
            sheet.Reason = reason;
            await db.SaveChangesAsync(cancellation);
        }

        return Page.SeeOther(AddressOf(sheet));
    }

    private static void Decide(FactSheet sheet, FactSheetState state, AppDbContext db, Viewer viewer) =>
        (sheet.State, sheet.DecidedAt, sheet.DecidedBy) = (state, db.Write.Now, viewer.Me());

    private static async Task TakeOverAsync(
        IReadOnlyList<ContactAnswer> answers, FactSheet sheet, AppDbContext db, IPersons persons, DateOnly today, CancellationToken cancellation)
    {
        var contacts = await db.Set<Contact>().ViewerNamed().Where(c => c.OrganisationId == sheet.OrganisationId && c.Side == ContactSide.Partner).ToListAsync(cancellation);
        foreach (var answer in answers)
        {
            if (answer.Contact is not { } key)
            {
                var added = persons.Add(new(NameOf(answer.Name), Or(answer.Email), sheet.OrganisationId, Or(answer.Title), "partner"));
                db.Add(new Contact
                {
                    OrganisationId = sheet.OrganisationId,
                    Side = ContactSide.Partner,
                    PersonId = added,
                    Role = ContactRole.ExchangeCoordinator,
                    Title = EnteredText(answer.Title ?? ""),
                    Email = Or(answer.Email),
                    From = today,
                    UnitId = sheet.UnitId,
                });
            }
            else if (contacts.Find(c => c.Id.Value == key) is { } contact)
            {
                if (answer.Left) contact.Until ??= today;
                if (answer.Title is { } title) contact.Title = EnteredText(title);
                if (answer.Email is { } email) contact.Email = Or(email);
            }
        }
    }

    private static async Task<FactSheet?> FindAsync(string id, string edition, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(id, null, out var organisation) || !Id<FactSheet>.TryParse(edition, null, out var key)) return null;
        var found = await db.Set<FactSheet>().VisibleTo(viewer).SingleOrDefaultAsync(f => f.Id == key && f.OrganisationId == organisation, cancellation);
        return found is not null && viewer.May(PartnersPermissions.Edit, found.UnitId.Value) ? found : null;
    }

    private static string AddressOf(FactSheet sheet) =>
        $"{Partners.ShowPartner.AddressOf(sheet.OrganisationId)}/fact-sheet?year={FactSheetReading.InstanceOf(sheet.Year)}";

    // A name typed in one piece: in Han letters it is kept whole, else the last word is the family name.
    private static PersonNameParts NameOf(string name)
    {
        if (name.Any(c => c is >= '\u4e00' and <= '\u9fff')) return new("", "", true, name);
        var at = name.LastIndexOf(' ');
        return at < 0 ? new(name, "", false) : new(name[(at + 1)..], name[..at].Trim(), false);
    }

    private static LocalizedText EnteredText(string text) => text.Length == 0 ? LocalizedText.Empty : Partners.EnteredText.In(text);

    private static string? Or(string? text) => text is { Length: > 0 } ? text : null;
}
