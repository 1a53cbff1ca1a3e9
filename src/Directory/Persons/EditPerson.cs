using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Persons;

/// <summary>Changes a person's name and identifiers; a name no longer used is withdrawn, not overwritten. Adds and withdraws addresses of mail and further names.</summary>
internal static class EditPerson
{
    public static string Address(PersonId id) => $"/people/{id}/edit";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/people/{id:guid}/edit", ShowAsync).Requires(DirectoryPermissions.Edit);
        routes.MapPost("/people/{id:guid}/edit", EditAsync).Requires(DirectoryPermissions.Edit);
        routes.MapPost("/people/{id:guid}/names", AddNameAsync).Requires(DirectoryPermissions.Edit);
        routes.MapPost("/people/{id:guid}/names/{name:guid}/withdraw", WithdrawNameAsync).Requires(DirectoryPermissions.Edit);
        routes.MapPost("/people/{id:guid}/mails", AddMailAsync).Requires(DirectoryPermissions.Edit);
        routes.MapPost("/people/{id:guid}/mails/{mail:guid}/withdraw", WithdrawMailAsync).Requires(DirectoryPermissions.Edit);
    }

    private static async Task<IResult> ShowAsync(PersonId id, AppDbContext db, Viewer viewer, CancellationToken cancellation) =>
        await ModelAsync(FormReader.Empty, id, db, viewer, cancellation) is { } model ? Page.Show<EditPersonPage>(model) : Results.NotFound();

    private static async Task<IResult> EditAsync(PersonId id, HttpContext context, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        if (await ModelAsync(form, id, db, viewer, cancellation) is not { } model) return Results.NotFound();
        var input = PersonInput.Read(form);
        if (input.Orcid is { } orcid && await PersonReading.Canonical(db, viewer).AnyAsync(p => p.Orcid == orcid && p.Id != id, cancellation))
            form.Refuse("orcid", "directory.person.orcid-taken");
        if (!form.IsValid) return Page.Refuse<EditPersonPage>(model);
        var person = await db.Set<Person>().VisibleTo(viewer).SingleAsync(p => p.Id == id, cancellation);
        var names = await NamesOf(db, viewer, id).ToListAsync(cancellation);
        var wanted = Answers.Persons.NamesOf(id, input.Name, db.Write.Now);
        foreach (var name in names.Where(n => n.Kind == PersonNameKind.Preferred && !wanted.Exists(w => Same(w, n)))) name.WithdrawnAt = db.Write.Now;
        db.AddRange(wanted.Where(w => !names.Exists(n => n.Kind == PersonNameKind.Preferred && Same(w, n))));
        person.Orcid = input.Orcid;
        person.Call([.. wanted, .. names.Where(n => n.WithdrawnAt is null)]);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowPerson.Address(id));
    }

    private static async Task<IResult> AddNameAsync(PersonId id, HttpContext context, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        if (await ModelAsync(form, id, db, viewer, cancellation) is not { } model) return Results.NotFound();
        var full = form.Text("full", PersonName.Longest, required: true);
        var kind = form.Choice("kind", PersonNameKind.Variant);
        if (kind == PersonNameKind.Preferred) form.Refuse("kind", "form.choice");
        if (!form.IsValid) return Page.Refuse<EditPersonPage>(model);
        if (!model.OtherNames.Any(n => n.Full == full)) db.Add(PersonName.Whole(id, kind, full, db.Write.Now));
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(Address(id));
    }

    private static async Task<IResult> WithdrawNameAsync(PersonId id, Id<PersonName> name, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var found = await NamesOf(db, viewer, id).SingleOrDefaultAsync(n => n.Id == name && n.Kind != PersonNameKind.Preferred, cancellation);
        if (found is null) return Results.NotFound();
        found.WithdrawnAt = db.Write.Now;
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(Address(id));
    }

    private static async Task<IResult> AddMailAsync(PersonId id, HttpContext context, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        if (await ModelAsync(form, id, db, viewer, cancellation) is not { } model) return Results.NotFound();
        var address = form.Text("address", PersonEmail.Longest, required: true);
        if (address.Length > 0 && !PersonEmail.IsAddress(address)) form.Refuse("address", "directory.account.no-address", address);
        if (!form.IsValid) return Page.Refuse<EditPersonPage>(model);
        if (!model.Mails.Any(m => m.Text.Equals(address, StringComparison.OrdinalIgnoreCase))) db.Add(PersonEmail.Of(id, address, db.Write.Now));
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(Address(id));
    }

    private static async Task<IResult> WithdrawMailAsync(PersonId id, Id<PersonEmail> mail, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var found = await db.Set<PersonEmail>().VisibleTo(viewer).SingleOrDefaultAsync(e => e.Id == mail && e.PersonId == id && e.WithdrawnAt == null, cancellation);
        if (found is null) return Results.NotFound();
        found.WithdrawnAt = db.Write.Now;
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(Address(id));
    }

    private static bool Same(PersonName one, PersonName other) =>
        one.Full == other.Full && one.Family == other.Family && one.Given == other.Given && one.FamilyFirst == other.FamilyFirst;

    private static IQueryable<PersonName> NamesOf(AppDbContext db, Viewer viewer, PersonId id) =>
        db.Set<PersonName>().VisibleTo(viewer).Where(n => n.PersonId == id && n.WithdrawnAt == null);

    private static async Task<EditPersonModel?> ModelAsync(FormReader form, PersonId id, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (await PersonReading.Canonical(db, viewer).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } person) return null;
        var names = await NamesOf(db, viewer, id).AsNoTracking().ToListAsync(cancellation);
        var mails = await db.Set<PersonEmail>().VisibleTo(viewer).Where(e => e.PersonId == id && e.WithdrawnAt == null).OrderBy(e => e.RecordedAt)
            .Select(e => new TextRow(e.Id.ToString(), e.Address)).ToListAsync(cancellation);
        var latin = names.Find(n => n.Kind == PersonNameKind.Preferred && !NameFolding.HasHan(n.Full));
        var native = names.Find(n => n.Kind == PersonNameKind.Preferred && NameFolding.HasHan(n.Full));
        return new(
            form, id, person.Name, latin is { Family.Length: 0 } ? latin.Full : latin?.Family ?? "", latin?.Given ?? "", latin?.FamilyFirst ?? true, native?.Full ?? "", person.Orcid ?? "",
            [.. names.Where(n => n.Kind != PersonNameKind.Preferred).Select(n => new OtherName(n.Id.ToString(), n.Full, n.Kind.ToString()))], mails);
    }
}

/// <summary>What the page shows.</summary>
public sealed record EditPersonModel(
    FormReader Form, PersonId Id, LocalizedText Name, string Family, string Given, bool FamilyFirst, string Native, string Orcid,
    IReadOnlyList<OtherName> OtherNames, IReadOnlyList<TextRow> Mails);

/// <summary>A further name.</summary>
public sealed record OtherName(string Id, string Full, string Kind);

/// <summary>A text that can be withdrawn.</summary>
public sealed record TextRow(string Id, string Text);
