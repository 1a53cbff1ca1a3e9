using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Partners.Agreements;
using Entente.Partners.Model;
using Entente.Ui.Lists;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Api;

/// <summary>Agreements through the API: read as the list page reads them; drafts written by the rules of the form.</summary>
internal static class AgreementApi
{
    private const string Path = "/agreements";

    private static readonly ApiFields Fields = new ApiFields()
        .Text("/number", "number", required: true).Text("/kind", "kind", required: true).Texts("/title", "title").Key("/unit", "unit", required: true)
        .Lines("/schoolSignatories", "school-signatories")
        .Rows("/parties", ContentForm.Party, p => p.Key("/organisation", "organisation", required: true).Word<PartyRole>("/role", "role").Lines("/signatories", "signatories"))
        .EachKey("/units", "units").Lines("/territory", "territory").Lines("/languages", "languages")
        .Word<TermKind>("/term", "term").Date("/effectiveOn", "effective-on").Date("/endsOn", "ends-on")
        .Number("/renewalMonths", "renewal-months").Number("/noticeMonths", "notice-months")
        .Rows("/places", ContentForm.Place, p => p.Text("/code", "code").Word<PlaceDirection>("/direction", "direction").Number("/perYear", "per-year", required: true).Text("/within", "within")
            .Word<StudyLevel>("/level", "level").Text("/field", "field").Key("/unit", "unit").Key("/partner", "partner").Number("/academicYear", "year"))
        .Number("/yearWeight", "year-weight").Number("/semesterWeight", "semester-weight").Flag("/reciprocal", "reciprocal").Number("/carryOverYears", "carry-over-years")
        .Rows("/clauses", ContentForm.Clause, c => c.Text("/code", "code").Texts("/heading", "heading").Texts("/text", "text"))
        .Flag("/confirmOverlap", "confirm-overlap");

    public static void Map(ApiRoutes api)
    {
        api.List<AgreementJson>(
            Path, "listAgreements", "Agreements of the units one may see.", PartnersPermissions.View, ListAsync, knowsChanges: true,
            ApiFilter.Search, new("state", "Where it stands, as the list page names it."), new("kind", "The code of its kind."), new("unit", "The code of a unit that keeps it or is covered."),
            new("country", "ISO 3166-1 alpha-2 of a partner."), new("within", "Days within which it ends."));
        api.Record<AgreementJson>(Path + "/{id}", "getAgreement", "One agreement.", PartnersPermissions.View, ShowAsync);
        api.Create<AgreementJson>(Path, "draftAgreement", "Writes a new draft.", PartnersPermissions.EditAgreements, Fields, AddAsync);
        api.Replace<AgreementJson>(Path + "/{id}", "rewriteAgreement", "Writes a draft anew; an agreement that is no draft is changed by an amendment, on its page.", PartnersPermissions.EditAgreements, Fields, RewriteAsync);
    }

    private static async Task<IResult> ListAsync(
        ApiQuery query, HttpRequest request, AppDbContext db, AgreementSelection selection, Viewer viewer, SchoolClock clock, CancellationToken cancellation)
    {
        var expiring = await Expiring.ReadAsync(db, clock.Today, cancellation);
        var kinds = await KindsAsync(db, cancellation);
        var page = await selection.Chosen(viewer, ListQuery.From(request), expiring).AsNoTracking().ToApiPageAsync(query, a => a.Id, a => new AgreementJson(a), cancellation, db);
        return page with { Items = [.. page.Items.Select(a => a.Of(kinds))] };
    }

    private static async Task<IResult> ShowAsync(string id, AppDbContext db, Viewer viewer, CancellationToken cancellation) =>
        ApiRecord.Of(AgreementId.TryParse(id, null, out var key) ? await FindAsync(db, viewer, key, cancellation) : null);

    private static async Task<IResult> AddAsync(ApiInput input, AppDbContext db, Drafting drafting, Viewer viewer, SchoolClock clock, CancellationToken cancellation)
    {
        var (agreement, form) = await WriteAgreement.WriteAsync(new FormRows(input.Values), drafting, db, viewer, clock, cancellation);
        return agreement is null ? input.Refused(form) : ApiRecord.Created((await FindAsync(db, viewer, agreement.Id, cancellation))!, Path);
    }

    private static async Task<IResult> RewriteAsync(string id, ApiInput input, AppDbContext db, Drafting drafting, Viewer viewer, CancellationToken cancellation)
    {
        if (!AgreementId.TryParse(id, null, out var key) || await db.ToChangeAsync(viewer, key, PartnersPermissions.EditAgreements, cancellation) is not { } agreement) return Results.NotFound();
        if (input.IsStale((await FindAsync(db, viewer, key, cancellation))!)) return ApiProblem.Stale;
        if (agreement.State != AgreementState.Draft) return new ApiProblem(StatusCodes.Status409Conflict, "no-draft");
        var (isWritten, form) = await WriteAgreement.RewriteAsync(new FormRows(input.Values), agreement, drafting, db, viewer, cancellation);
        return isWritten ? ApiRecord.Of(await FindAsync(db, viewer, key, cancellation)) : input.Refused(form);
    }

    private static async Task<AgreementJson?> FindAsync(AppDbContext db, Viewer viewer, AgreementId id, CancellationToken cancellation) =>
        (await db.Set<Agreement>().VisibleTo(viewer).AsNoTracking().Where(a => a.Id == id).Select(a => new AgreementJson(a)).SingleOrDefaultAsync(cancellation))
            ?.Of(await KindsAsync(db, cancellation));

    private static Task<Dictionary<string, string>> KindsAsync(AppDbContext db, CancellationToken cancellation) =>
        db.Set<AgreementKind>().ToDictionaryAsync(k => k.Id.ToString(), k => k.Code, StringComparer.Ordinal, cancellation);
}
