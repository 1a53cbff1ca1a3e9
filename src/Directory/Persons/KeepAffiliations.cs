using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Directory.Roles;
using Entente.Ui.Forms;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Persons;

/// <summary>Says where a person works or worked, from when to when, corrects it, and ends it. Nothing is overwritten.</summary>
internal static class KeepAffiliations
{
    public const string Folder = "affiliations";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/people/{id:guid}/affiliations/new", ShowAsync).Requires(DirectoryPermissions.Edit);
        routes.MapPost("/people/{id:guid}/affiliations/new", StateAsync).Requires(DirectoryPermissions.Edit);
        routes.MapGet("/people/{id:guid}/affiliations/{affiliation:guid}/edit", ShowAsync).Requires(DirectoryPermissions.Edit);
        routes.MapPost("/people/{id:guid}/affiliations/{affiliation:guid}/edit", StateAsync).Requires(DirectoryPermissions.Edit);
        routes.MapPost("/people/{id:guid}/affiliations/{affiliation:guid}/end", EndAsync).Requires(DirectoryPermissions.Edit);
        routes.MapWithdrawal<PersonAffiliation>(Folder);
    }

    private static async Task<IResult> ShowAsync(PersonId id, Id<PersonAffiliation>? affiliation, AppDbContext db, Viewer viewer, CancellationToken cancellation) =>
        await ModelAsync(FormReader.Empty, id, affiliation, db, viewer, cancellation) is { } model ? Page.Show<AffiliationPage>(model) : Results.NotFound();

    private static async Task<IResult> StateAsync(
        PersonId id, Id<PersonAffiliation>? affiliation, HttpContext context, AppDbContext db, Viewer viewer, IOrganisations organisations, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        if (await ModelAsync(form, id, affiliation, db, viewer, cancellation) is not { } model) return Results.NotFound();
        if (form.AsksToFind()) return Page.Show<AffiliationPage>(model);
        var before = affiliation is { } known ? await PersonFacts.StandingAsync(db, viewer, id, known, cancellation) : null;
        var (organisation, unit) = (form.Key<OrganisationCard>("organisation"), form.Key<UnitCard>("unit"));
        var (from, to) = (form.Date("from"), form.Date("to"));
        var source = form.Text("source", 200, required: true);
        var (unitText, en, zh) = (form.Text("unitText", 200), form.Text("title-en", 200), form.Text("title-zh", 200));
        var reason = PersonFacts.ReadReason(form, before is not null);
        if (organisation is null == unit is null) form.Refuse("organisation", "directory.affiliation.one-place");
        if (to < from) form.Refuse("to", "directory.role.order");
        if (organisation is { } there && !await organisations.Cards(viewer).AnyAsync(o => o.Id == there, cancellation)) form.Refuse("organisation", "form.choice");
        if (unit is { } own && !await db.Set<Unit>().AnyAsync(u => u.Id == own, cancellation)) form.Refuse("unit", "form.choice");
        var keys = await PersonReading.KeysOfAsync(db, viewer, id, cancellation);
        if (form.IsValid && await Overlapping(db.Set<PersonAffiliation>().VisibleTo(viewer), keys, organisation, unit, from, to)
                .AnyAsync(a => affiliation == null || a.Id != affiliation, cancellation))
            form.Refuse("from", "directory.affiliation.overlaps");
        if (!form.IsValid) return Page.Refuse<AffiliationPage>(model);
        var stated = new PersonAffiliation
        {
            PersonId = before?.PersonId ?? id,
            OrganisationId = organisation,
            UnitId = unit,
            UnitText = unitText,
            Title = new LocalizedText(en, zh),
            From = from,
            To = to,
            Source = source,
            RecordedAt = db.Write.Now,
        };
        await PersonFacts.StateAsync(db, viewer, stated, before, reason, cancellation);
        return Page.SeeOther(ShowPerson.Address(id));
    }

    /// <summary>Affiliations with the same place whose time meets the one given; a person may be at two places at once, but not twice at one.</summary>
    public static IQueryable<PersonAffiliation> Overlapping(
        IQueryable<PersonAffiliation> affiliations, IReadOnlyCollection<PersonId> persons, OrganisationId? organisation, UnitId? unit, DateOnly? from, DateOnly? to) =>
        affiliations.Where(a => persons.Contains(a.PersonId) && a.WithdrawnAt == null && a.OrganisationId == organisation && a.UnitId == unit
            && (to == null || a.From == null || a.From <= to) && (from == null || a.To == null || a.To >= from));

    private static async Task<IResult> EndAsync(
        PersonId id, Id<PersonAffiliation> affiliation, HttpContext context, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        if (await PersonFacts.StandingAsync(db, viewer, id, affiliation, cancellation) is not { To: null } found) return Results.NotFound();
        var to = form.Date("to", required: true);
        if (to < found.From) form.Refuse("to", "directory.role.order");
        if (!form.IsValid) return Page.Refuse<AffiliationPage>((await ModelAsync(form, id, affiliation, db, viewer, cancellation))!);
        found.To = to;
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowPerson.Address(id));
    }

    private static async Task<AffiliationModel?> ModelAsync(
        FormReader form, PersonId id, Id<PersonAffiliation>? affiliation, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (await PersonReading.NameOfAsync(db, viewer, id, cancellation) is not { } name) return null;
        var before = affiliation is { } known ? await PersonFacts.StandingAsync(db, viewer, id, known, cancellation) : null;
        if (affiliation is not null && before is null) return null;
        var tree = await UnitTree.ReadAsync(db, cancellation);
        return new(form, id, name, [.. tree.Ordered.Select(u => new Choice(u.Unit.Id.ToString(), RoleRules.Indented(u)))], before is null ? null : new AffiliationBefore(
            before.Id.ToString(), before.OrganisationId?.ToString(), before.UnitId?.ToString(), before.UnitText, before.Title, before.From, before.To, before.Source));
    }
}

/// <summary>What the page shows; what stands before, where it is a correction.</summary>
public sealed record AffiliationModel(FormReader Form, PersonId Person, LocalizedText Name, IReadOnlyList<Choice> Units, AffiliationBefore? Before);

/// <summary>An affiliation as it stands.</summary>
public sealed record AffiliationBefore(
    string Id, string? Organisation, string? Unit, string UnitText, LocalizedText Title, DateOnly? From, DateOnly? To, string Source);
