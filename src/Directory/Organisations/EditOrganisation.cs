using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Organisations;

/// <summary>Edits what the office says of an organisation. Names left out are withdrawn, not deleted; names of the registry stay.</summary>
internal static class EditOrganisation
{
    public const string Route = OrganisationList.Route + "/{id}/edit";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(DirectoryPermissions.Edit);
        routes.MapPost(Route, EditAsync).Requires(DirectoryPermissions.Edit);
    }

    private static async Task<IResult> ShowAsync(string id, AppDbContext db, CancellationToken cancellation) =>
        await FindAsync(db, id, cancellation) is { } organisation
            ? Page.Show<EditOrganisationPage>(await ModelAsync(db, organisation, FormReader.Empty, cancellation))
            : Results.NotFound();

    private static async Task<IResult> EditAsync(string id, HttpRequest request, AppDbContext db, TextCatalog texts, CancellationToken cancellation)
    {
        if (await FindAsync(db, id, cancellation) is not { } organisation) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        return await WriteAsync(form, organisation, db, texts, cancellation)
            ? Page.SeeOther(ShowOrganisation.Address(organisation.Id))
            : Page.Refuse<EditOrganisationPage>(await ModelAsync(db, organisation, form, cancellation));
    }

    /// <summary>Writes what a form says into an organisation and saves; where something is wrong, it stands in the form.</summary>
    public static async Task<bool> WriteAsync(FormReader form, Organisation organisation, AppDbContext db, TextCatalog texts, CancellationToken cancellation)
    {
        var said = OrganisationForm.Read(form, texts);
        if (form.Number("version", 0, int.MaxValue) is { } version && version != organisation.Version) form.Refuse("", "organisations.form.changed");
        if (!form.IsValid) return false;
        db.Write.Action = "directory.organisations.edit";
        said.WriteTo(organisation);
        await NameAsync(db, organisation, said, cancellation);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private static async Task NameAsync(AppDbContext db, Organisation organisation, OrganisationForm said, CancellationToken cancellation)
    {
        var standing = await db.Set<OrganisationName>().Where(n => n.OrganisationId == organisation.Id && n.WithdrawnAt == null).ToListAsync(cancellation);
        var wanted = said.Name.Texts.Select(t => (Text: t.Value, Language: t.Key, Kind: OrganisationNameKind.Display))
            .Concat(said.OtherNames.Select(o => (Text: o, Language: OrganisationName.Undetermined, Kind: OrganisationNameKind.Alias))).ToList();
        foreach (var gone in standing.Where(n => n.Source == FactSource.Hand && !wanted.Exists(w => w.Text == n.Text))) gone.WithdrawnAt = db.Write.Now;
        foreach (var (text, language, kind) in wanted.Where(w => !standing.Exists(n => n.Text == w.Text)))
            db.Add(OrganisationName.Of(organisation.Id, text, language, kind, FactSource.Hand, db.Write.Now));
    }

    internal static async Task<Organisation?> FindAsync(AppDbContext db, string id, CancellationToken cancellation) =>
        OrganisationId.TryParse(id, null, out var key) ? await db.Set<Organisation>().SingleOrDefaultAsync(o => o.Id == key, cancellation) : null;

    private static async Task<EditOrganisationModel> ModelAsync(AppDbContext db, Organisation organisation, FormReader form, CancellationToken cancellation)
    {
        var names = await db.Set<OrganisationName>().AsNoTracking()
            .Where(n => n.OrganisationId == organisation.Id && n.WithdrawnAt == null && n.Source == FactSource.Hand && n.Kind == OrganisationNameKind.Alias)
            .OrderBy(n => n.Id).Select(n => n.Text).ToListAsync(cancellation);
        return new() { Organisation = organisation, OtherNames = string.Join('\n', names), Form = form };
    }
}

/// <summary>What the page shows.</summary>
public sealed record EditOrganisationModel
{
    internal Organisation Organisation { get; init; } = null!;

    internal string OtherNames { get; init; } = null!;

    internal FormReader Form { get; init; } = null!;
}
