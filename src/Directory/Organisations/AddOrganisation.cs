using Entente.Contracts.Directory;
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

/// <summary>Adds an organisation by hand; one the directory has already, by its ROR identifier or by its names, is shown instead.</summary>
internal static class AddOrganisation
{
    public const string Route = OrganisationList.Route + "/new";

    /// <summary>From this score on a candidate of the matcher may be the same organisation.</summary>
    private const double Alike = 0.6;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, () => Page.Show<AddOrganisationPage>(new AddOrganisationModel(FormReader.Empty, []))).Requires(DirectoryPermissions.Edit);
        routes.MapPost(Route, AddAsync).Requires(DirectoryPermissions.Edit);
    }

    private static async Task<IResult> AddAsync(
        HttpRequest request, AppDbContext db, IOrganisations organisations, TextCatalog texts, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        var (added, there, alike) = await WriteAsync(form, db, organisations, texts, cancellation);
        return (added ?? there) is { } organisation
            ? Page.SeeOther(ShowOrganisation.Address(organisation))
            : Page.Refuse<AddOrganisationPage>(new AddOrganisationModel(form, alike));
    }

    /// <summary>Adds what a form says and saves; or finds the one that is there already; or notes in the form what is wrong, with those that are alike.</summary>
    public static async Task<(OrganisationId? Added, OrganisationId? There, IReadOnlyList<OrganisationCandidate> Alike)> WriteAsync(
        FormReader form, AppDbContext db, IOrganisations organisations, TextCatalog texts, CancellationToken cancellation)
    {
        var written = form.Text("ror", 60);
        var ror = RorIdentifier.Read(written);
        if (written.Length > 0 && ror is null) form.Refuse("ror", "organisations.form.ror", written);
        if (ror is not null && await db.Set<Organisation>().Where(o => o.Ror == ror).Select(o => (OrganisationId?)o.Id).SingleOrDefaultAsync(cancellation) is { } there)
            return (null, there, []);
        if (ror is not null && form.Raw("name-en").Length + form.Raw("name-zh").Length == 0) form.Refuse("ror", "organisations.form.ror-unknown", ror);
        var said = OrganisationForm.Read(form, texts);
        if (!form.IsValid) return (null, null, []);
        if (!form.Flag("distinct") && await AlikeAsync(said, organisations, cancellation) is { Count: > 0 } alike)
        {
            form.Refuse("distinct", "organisations.form.alike");
            return (null, null, alike);
        }

        db.Write.Action = "directory.organisations.add";
        var id = organisations.Add(new(said.Name, said.Country, said.City, ror, said.Website));
        said.WriteTo(db.Set<Organisation>().Local.Single(o => o.Id == id));
        foreach (var name in said.OtherNames)
            db.Add(OrganisationName.Of(id, name, OrganisationName.Undetermined, OrganisationNameKind.Alias, FactSource.Hand, db.Write.Now));
        await db.SaveChangesAsync(cancellation);
        return (id, null, []);
    }

    private static async Task<IReadOnlyList<OrganisationCandidate>> AlikeAsync(OrganisationForm said, IOrganisations organisations, CancellationToken cancellation)
    {
        var questions = said.Name.Texts.Values.Select(n => new OrganisationQuestion(n, said.Country, said.City.En)).ToList();
        var proposals = await organisations.MatchAsync(questions, cancellation);
        return [.. proposals.SelectMany(p => p.Candidates).Where(c => c.Score >= Alike).OrderByDescending(c => c.Score).DistinctBy(c => c.Organisation.Id).Take(5)];
    }
}

/// <summary>What the page shows.</summary>
public sealed record AddOrganisationModel(FormReader Form, IReadOnlyList<OrganisationCandidate> Alike);
