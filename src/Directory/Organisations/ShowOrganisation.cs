using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Log;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Ui.Pages;
using Entente.Ui.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Organisations;

/// <summary>One organisation: its names, place, identifiers, relations, and what happened with the record.</summary>
internal static class ShowOrganisation
{
    private const int MostRelated = 200;

    public static string Address(OrganisationId id) => $"{OrganisationList.Route}/{id}";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(OrganisationList.Route + "/{id}", ShowAsync).Requires(DirectoryPermissions.View);

    private static async Task<IResult> ShowAsync(
        string id, AppDbContext db, Viewer viewer, IAccounts accounts, IPersons persons, TextCatalog texts, SchoolClock clock, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(id, null, out var key)
            || await db.Set<Organisation>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == key, cancellation) is not { } organisation) return Results.NotFound();
        var names = await db.Set<OrganisationName>().AsNoTracking().Where(n => n.OrganisationId == key)
            .OrderBy(n => n.Folded).ThenBy(n => n.Id).ToListAsync(cancellation);
        var related = await RelatedAsync(db, key, cancellation);
        var timeline = await TimelineAsync(db, organisation, accounts, texts, clock, cancellation);
        return Page.Show<ShowOrganisationPage>(new ShowOrganisationModel
        {
            Organisation = organisation,
            Names = names,
            Related = related,
            Timeline = timeline,
            People = await OrganisationPeople.ReadAsync(db, viewer, persons, key, clock.Today, cancellation),
            MayEdit = viewer.May(DirectoryPermissions.Edit),
        });
    }

    private static async Task<IReadOnlyList<RelatedOrganisation>> RelatedAsync(AppDbContext db, OrganisationId key, CancellationToken cancellation)
    {
        var relations = await db.Set<OrganisationRelation>().AsNoTracking()
            .Where(r => r.WithdrawnAt == null && (r.FromId == key || r.ToId == key)).OrderBy(r => r.Id).Take(MostRelated).ToListAsync(cancellation);
        var others = relations.Select(r => r.FromId == key ? r.ToId : r.FromId).OfType<OrganisationId>().Distinct().ToList();
        var names = await db.Set<Organisation>().Where(o => others.Contains(o.Id))
            .Select(o => new { o.Id, o.Name, o.SortKey }).ToDictionaryAsync(o => o.Id, cancellation);
        return [.. relations
            .Select(r => (Relation: r, IsFrom: r.FromId == key, Other: r.FromId == key ? r.ToId : r.FromId))
            .Select(r => new RelatedOrganisation(
                SortOf(r.Relation.Kind, r.IsFrom), r.Other, r.Other is { } other ? names[other].Name : null, r.IsFrom ? r.Relation.ToRor : r.Relation.FromRor))
            .OrderBy(r => r.Sort, StringComparer.Ordinal).ThenBy(r => r.Name?.ToString(), StringComparer.Create(Language.Current.Culture, ignoreCase: true))];
    }

    private static string SortOf(OrganisationRelationKind kind, bool isFrom) => (kind, isFrom) switch
    {
        (OrganisationRelationKind.Successor, true) => "successor",
        (OrganisationRelationKind.Successor, false) => "predecessor",
        (OrganisationRelationKind.Parent, true) => "parent",
        _ => "part",
    };

    private static async Task<IReadOnlyList<TimelineItem>> TimelineAsync(
        AppDbContext db, Organisation organisation, IAccounts accounts, TextCatalog texts, SchoolClock clock, CancellationToken cancellation)
    {
        var key = organisation.Id.Value;
        var entries = await db.Set<LogEntry>().AsNoTracking().Where(e => e.Record == key).OrderByDescending(e => e.Id).Take(100).ToListAsync(cancellation);
        var import = organisation.ImportId is { } id
            ? await db.Set<OrganisationImport>().AsNoTracking().SingleAsync(i => i.Id == id, cancellation)
            : null;
        var names = await accounts.OfAsync([.. entries.Select(e => e.Actor).OfType<Guid>().Distinct().Select(a => new AccountId(a))], cancellation);
        var items = entries.Select(e => new TimelineItem(clock.DateOf(e.At), texts[SentenceOf(texts, e)])
        {
            By = e.Actor is { } actor && names.TryGetValue(new AccountId(actor), out var account) ? account.Name : null,
        });
        return import is null ? [.. items] : [.. items, new(clock.DateOf(import.At), texts["organisations.log.import", import.FileName, organisation.Release ?? "–"])];
    }

    private static string SentenceOf(TextCatalog texts, LogEntry entry)
    {
        var own = "organisations.log." + entry.Action;
        return texts.Has(own) ? own : entry.RecordVersion <= 1 ? "organisations.log.added" : "organisations.log.changed";
    }
}

/// <summary>An organisation in relation to the one shown; its name is unknown where the directory does not hold it.</summary>
internal sealed record RelatedOrganisation(string Sort, OrganisationId? Id, LocalizedText? Name, string? Ror);

/// <summary>What the page shows.</summary>
public sealed record ShowOrganisationModel
{
    internal Organisation Organisation { get; init; } = null!;

    internal IReadOnlyList<OrganisationName> Names { get; init; } = null!;

    internal IReadOnlyList<RelatedOrganisation> Related { get; init; } = null!;

    internal IReadOnlyList<TimelineItem> Timeline { get; init; } = null!;

    internal OrganisationPeopleModel People { get; init; } = null!;

    internal bool MayEdit { get; init; }
}
