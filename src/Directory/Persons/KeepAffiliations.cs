using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Directory.Roles;
using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Persons;

/// <summary>Says where a person works or worked, from when to when, corrects it, and ends it. Nothing is overwritten.</summary>
internal sealed class KeepAffiliations() : FactForm<PersonAffiliation, AffiliationPage>(Folder)
{
    public const string Folder = "affiliations";

    public override void Map(IEndpointRouteBuilder routes)
    {
        base.Map(routes);
        routes.MapPost(OneRoute("end"), EndAsync).Requires(DirectoryPermissions.Edit);
    }

    /// <summary>Affiliations with the same place whose time meets the one given; a person may be at two places at once, but not twice at one.</summary>
    public static IQueryable<PersonAffiliation> Overlapping(
        IQueryable<PersonAffiliation> affiliations, IReadOnlyCollection<PersonId> persons, OrganisationId? organisation, UnitId? unit, DateOnly? from, DateOnly? to) =>
        affiliations.Where(a => persons.Contains(a.PersonId) && a.WithdrawnAt == null && a.OrganisationId == organisation && a.UnitId == unit
            && (to == null || a.From == null || a.From <= to) && (from == null || a.To == null || a.To >= from));

    protected override async Task<PersonAffiliation> ReadAsync(FormReader form, PersonId person, PersonAffiliation? before, FactServices asked, CancellationToken cancellation)
    {
        var (organisation, unit) = (await OrganisationAsync(form, asked, cancellation), form.Key<UnitCard>("unit"));
        var (from, to) = (form.Date("from"), form.Date("to"));
        var source = form.Text("source", 200, required: true);
        var (unitText, en, zh) = (form.Text("unitText", 200), form.Text("title-en", 200), form.Text("title-zh", 200));
        if (organisation is null == unit is null) form.Refuse("organisation", "directory.affiliation.one-place");
        if (to < from) form.Refuse("to", "directory.role.order");
        if (unit is { } own && !await asked.Db.Set<Unit>().AnyAsync(u => u.Id == own, cancellation)) form.Refuse("unit", "form.choice");
        var keys = await PersonReading.KeysOfAsync(asked.Db, asked.Viewer, person, cancellation);
        Id<PersonAffiliation>? corrected = before?.Id;
        if (form.IsValid && await Overlapping(asked.Db.Set<PersonAffiliation>().VisibleTo(asked.Viewer), keys, organisation, unit, from, to)
                .AnyAsync(a => corrected == null || a.Id != corrected, cancellation))
            form.Refuse("from", "directory.affiliation.overlaps");
        return new()
        {
            PersonId = before?.PersonId ?? person,
            OrganisationId = organisation,
            UnitId = unit,
            UnitText = unitText,
            Title = new LocalizedText(en, zh),
            From = from,
            To = to,
            Source = source,
            RecordedAt = asked.Db.Write.Now,
        };
    }

    protected override async Task<object> ModelAsync(
        FormReader form, PersonId person, LocalizedText name, PersonAffiliation? before, FactServices asked, CancellationToken cancellation)
    {
        var tree = await UnitTree.ReadAsync(asked.Db, cancellation);
        return new AffiliationModel(
            form, person, name, [.. tree.Ordered.Select(u => new Choice(u.Unit.Id.ToString(), RoleRules.Indented(u)))], before is null ? null : new AffiliationBefore(
            before.Id.ToString(), before.OrganisationId?.ToString(), before.UnitId?.ToString(), before.UnitText, before.Title, before.From, before.To, before.Source));
    }

    private async Task<IResult> EndAsync(PersonId id, Id<PersonAffiliation> fact, HttpContext context, [AsParameters] FactServices asked, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        if (await PersonFacts.StandingAsync(asked.Db, asked.Viewer, id, fact, cancellation) is not { To: null } found) return Results.NotFound();
        var to = form.Date("to", required: true);
        if (to < found.From) form.Refuse("to", "directory.role.order");
        if (!form.IsValid) return await ShowAsync(form, id, fact, asked, cancellation);
        found.To = to;
        await asked.Db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowPerson.Address(id));
    }
}

/// <summary>What the page shows; what stands before, where it is a correction.</summary>
public sealed record AffiliationModel(FormReader Form, PersonId Person, LocalizedText Name, IReadOnlyList<Choice> Units, AffiliationBefore? Before);

/// <summary>An affiliation as it stands.</summary>
public sealed record AffiliationBefore(
    string Id, string? Organisation, string? Unit, string UnitText, LocalizedText Title, DateOnly? From, DateOnly? To, string Source);
