using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Partners.Model;
using Entente.Partners.Notes;
using Entente.Partners.Partners;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;

using Entente.Ui.Forms;

namespace Entente.Partners.Api;

/// <summary>Notes about partners through the API, written by the rules of the partner's page.</summary>
internal static class NoteApi
{
    private static readonly ApiFields Fields = new ApiFields().Key("/partner", "partner", required: true).Word<NoteKind>("/kind", "kind").Date("/on", "on", required: true)
        .Text("/text", "text", required: true).Key("/agreement", "agreement").Key("/unit", "unit");

    public static void Map(ApiRoutes api)
    {
        api.List<NoteJson>(
            "/notes", "listNotes", "What was written down about partners.", PartnersPermissions.View, ListAsync, knowsChanges: true,
            new ApiFilter("partner", "The id of a partner."), new("kind", "What it is about.", Enum.GetNames<NoteKind>()));
        api.Record<NoteJson>("/notes/{id}", "getNote", "One note.", PartnersPermissions.View, ShowAsync);
        api.Create<NoteJson>("/notes", "addNote", "Writes down a remark, a meeting, a call, a mail or a visit.", PartnersPermissions.Edit, Fields, AddAsync);
    }

    private static async Task<IResult> ListAsync(ApiQuery query, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var notes = Shown(db, viewer);
        if (query["partner"].Length > 0)
        {
            var partner = OrganisationId.TryParse(query["partner"], null, out var key) ? key : default;
            notes = notes.Where(n => n.OrganisationId == partner);
        }

        if (Enum.TryParse<NoteKind>(query["kind"], ignoreCase: true, out var kind)) notes = notes.Where(n => n.Kind == kind);
        return await notes.ToApiPageAsync(query, n => n.Id, n => new NoteJson(n), cancellation, db);
    }

    private static async Task<IResult> ShowAsync(string id, AppDbContext db, Viewer viewer, CancellationToken cancellation) =>
        ApiRecord.Of(Id<Note>.TryParse(id, null, out var key) ? await FindAsync(db, viewer, key, cancellation) : null);

    private static async Task<IResult> AddAsync(
        ApiInput input, AppDbContext db, IOrganisations organisations, EditUnits units, Viewer viewer, SchoolClock clock, CancellationToken cancellation)
    {
        var form = input.Form;
        var partner = form.Key<OrganisationCard>("partner", required: true);
        if (partner is { } known && !await organisations.Cards(viewer).AnyAsync(o => o.Id == known, cancellation)) form.Refuse("partner", "form.choice");
        var note = await AddNote.WriteAsync(form, partner ?? default, db, units, viewer, clock, cancellation);
        return note is null ? input.Refused(form) : ApiRecord.Created((await FindAsync(db, viewer, note.Id, cancellation))!, "/notes");
    }

    private static Task<NoteJson?> FindAsync(AppDbContext db, Viewer viewer, Id<Note> id, CancellationToken cancellation) =>
        Shown(db, viewer).Where(n => n.Id == id).Select(n => new NoteJson(n)).SingleOrDefaultAsync(cancellation);

    private static IQueryable<Note> Shown(AppDbContext db, Viewer viewer) => db.Set<Note>().VisibleTo(viewer).AsNoTracking().Where(n => n.WithdrawnAt == null);
}

/// <summary>A note as the API gives it.</summary>
public sealed record NoteJson : IApiItem
{
    internal NoteJson(Note note)
    {
        (Id, Version, Partner, Agreement) = (note.Id.ToString(), note.Version, note.OrganisationId.ToString(), note.AgreementId?.ToString());
        (Kind, On, Text, RecordedAt, Unit) = (ApiFields.WordOf(note.Kind.ToString()), note.On, note.Text, note.RecordedAt, note.UnitId.ToString());
    }

    public string Id { get; }

    public int Version { get; }

    /// <summary>The id of the partner.</summary>
    public string Partner { get; }

    /// <summary>The id of the agreement it is about.</summary>
    public string? Agreement { get; }

    public string Kind { get; }

    /// <summary>The day it is about.</summary>
    public DateOnly On { get; }

    public LocalizedText Text { get; }

    public Instant RecordedAt { get; }

    /// <summary>The unit that keeps it.</summary>
    public string Unit { get; }
}
