using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>Who looks after an agreement on both sides: no part of the text, so it changes in any state and without anybody's approval.</summary>
internal static class AssignAgreement
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/agreements/{id:guid}/people", AssignAsync).Requires(PartnersPermissions.EditAgreements);

    private static async Task<IResult> AssignAsync(
        AgreementId id, HttpRequest request, AppDbContext db, Viewer viewer, AgreementPeople people, RenewalAlerts alerts, AgreementViews views, CancellationToken cancellation)
    {
        if (await db.ToChangeAsync(viewer, id, PartnersPermissions.EditAgreements, cancellation) is not { } agreement) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var choices = await people.OfAsync(agreement, cancellation);
        var responsible = Chosen(form, "responsible", choices.Accounts) ? form.Key<AccountCard>("responsible") : null;
        var liaison = Chosen(form, "liaison", choices.Contacts) && Id<Contact>.TryParse(form.Raw("liaison"), null, out var key) ? key : (Id<Contact>?)null;
        if (!form.IsValid)
        {
            db.ChangeTracker.Clear();
            return await views.OfAsync(id, cancellation, new("people", [], form)) is { } view ? Page.Refuse<ShowAgreementPage>(view) : Results.NotFound();
        }

        agreement.ResponsibleId = responsible;
        agreement.LiaisonId = liaison;
        await alerts.HandOverAsync(agreement, cancellation);
        db.Write.Action = PartnersPermissions.EditAgreements;
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther($"/agreements/{id}");
    }

    /// <summary>Whether one of the choices was made; anything else that is not empty is refused.</summary>
    private static bool Chosen(FormReader form, string field, IReadOnlyList<Choice> choices)
    {
        var value = form.Text(field, 40);
        if (value.Length == 0 || choices.Any(c => c.Value == value)) return value.Length > 0;
        form.Refuse(field, "form.choice");
        return false;
    }
}

/// <summary>Who looks after agreements, and who could.</summary>
internal sealed class AgreementPeople(AppDbContext db, Viewer viewer, IAccounts accounts, IPersons persons, SchoolClock clock)
{
    /// <summary>Those of one agreement, with the choices for whoever may change them.</summary>
    public async Task<AgreementCare> OfAsync(Agreement agreement, CancellationToken cancellation)
    {
        var today = clock.Today;
        var partners = agreement.Text.Parties.Select(p => p.Organisation).OfType<OrganisationId>().ToList();
        var contacts = await db.Set<Contact>().VisibleTo(viewer).AsNoTracking()
            .Where(c => c.Id == agreement.LiaisonId || (partners.Contains(c.OrganisationId) && c.Side == ContactSide.Partner && (c.Until == null || c.Until >= today)))
            .Select(c => new { c.Id, c.PersonId, c.Email, c.Title }).ToListAsync(cancellation);
        var people = contacts.ConvertAll(c => c.PersonId);
        // Whoever sees a contact sees who it is.
        var names = await persons.Cards(Viewer.System).Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var lines = contacts.Where(c => names.ContainsKey(c.PersonId)).Select(c => new LiaisonLine(c.Id, c.PersonId, names[c.PersonId], c.Title, c.Email))
            .OrderBy(c => c.Name.ToString(), StringComparer.CurrentCulture).ToList();
        var holders = viewer.May(PartnersPermissions.EditAgreements, agreement.UnitId.Value) ? await HoldersAsync(agreement, cancellation) : [];
        var responsible = agreement.ResponsibleId is { } key ? (await accounts.OfAsync([key], cancellation)).GetValueOrDefault(key) : null;
        return new(
            responsible,
            lines.Find(l => l.Id == agreement.LiaisonId),
            [.. holders.Concat(responsible is null ? [] : [responsible]).DistinctBy(a => a.Id).OrderBy(a => a.Name, StringComparer.CurrentCulture).Select(a => new Choice(a.Id.ToString(), a.Name))],
            [.. lines.Select(l => new Choice(l.Id.ToString(), l.Title.Texts.Count == 0 ? l.Name.ToString() : $"{l.Name} · {l.Title}"))]);
    }

    private async Task<IReadOnlyList<AccountCard>> HoldersAsync(Agreement agreement, CancellationToken cancellation) =>
        [.. await accounts.HoldersAsync(BuiltInRole.Coordinator, agreement.UnitId, cancellation), .. await accounts.HoldersAsync(BuiltInRole.Head, agreement.UnitId, cancellation)];
}

/// <summary>Who looks after an agreement.</summary>
/// <param name="Responsible">The account that answers for it in daily work.</param>
/// <param name="Liaison">Whom one writes to at the partner.</param>
/// <param name="Accounts">Who could answer for it.</param>
/// <param name="Contacts">Whom one could write to.</param>
internal sealed record AgreementCare(AccountCard? Responsible, LiaisonLine? Liaison, IReadOnlyList<Choice> Accounts, IReadOnlyList<Choice> Contacts);

/// <summary>A contact at the partner.</summary>
internal sealed record LiaisonLine(Id<Contact> Id, PersonId Person, LocalizedText Name, LocalizedText Title, string? Email);
