using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Forms;
using Entente.Ui.Lists;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Stays;

/// <summary>What the form of a stay offers, and whether what was entered can be.</summary>
internal sealed class StayForms(
    AppDbContext db, Viewer viewer, EditUnits units, IAgreements agreements, StayNames names, IPersons persons, IOrganisations organisations, AcademicCalendar calendar, TextCatalog texts)
{
    private const int MostAgreements = 500;

    public async Task<WriteStayModel> NewAsync(FormReader sent, CancellationToken cancellation) => new(sent)
    {
        Forms = await db.Set<MobilityForm>().AsNoTracking().OrderBy(f => f.Order).Select(f => new Choice(f.Code, f.Name.ToString())).ToListAsync(cancellation),
        Places = await PlacesAsync(cancellation),
        Units = await units.OfAsync(viewer, MobilityPermissions.Edit, cancellation),
    };

    /// <summary>The stay that was entered; none, with the errors noted, where it cannot be.</summary>
    public async Task<NewStay?> PlannedAsync(StayFields fields, WriteStayModel model, FormReader form, UnitId? unit, CancellationToken cancellation)
    {
        var place = model.Places.FirstOrDefault(p => p.Value == fields.Place);
        if (fields.Place.Length > 0 && place is null) form.Refuse("place", "form.choice");
        if (fields.Place.Length == 0 && fields.Partner is null) form.Refuse("partner", "stays.wrong.where");
        if (place is not null && fields.Partner is { } other && other != place.Partner) form.Refuse("partner", "stays.wrong.other-partner");
        if (place is not null && place.Direction != fields.Direction) form.Refuse("direction", "stays.wrong.direction");
        if (fields.Partner is { } partner && !await organisations.Cards(viewer).AnyAsync(o => o.Id == partner, cancellation)) form.Refuse("partner", "form.choice");
        var kind = await db.Set<MobilityForm>().AsNoTracking().SingleOrDefaultAsync(f => f.Code == fields.Form, cancellation);
        if (fields.Form.Length > 0 && kind is null) form.Refuse("form", "form.choice");
        if (fields.Person is { } person) await CheckAsync(fields, person, null, form, cancellation);
        if (!form.IsValid || unit is null) return null;
        return new(
            fields.Person!.Value, place?.Partner ?? fields.Partner!.Value, fields.Direction, kind!.Id, calendar.Of(fields.From!.Value), fields.From.Value, fields.Until!.Value, unit.Value, "hand")
        {
            Agreement = place?.Agreement,
            Line = place?.Line,
            Level = fields.Level,
            Topic = fields.Topic,
            HomeSupervisor = fields.Home,
            HostSupervisor = fields.Host,
        };
    }

    /// <summary>Notes what cannot be whatever the stay: people one may not see, two stays at a time.</summary>
    public async Task CheckAsync(StayFields fields, PersonId person, Id<Stay>? self, FormReader form, CancellationToken cancellation)
    {
        foreach (var (field, asked) in new[] { ("person", self is null ? fields.Person : null), ("home", fields.Home), ("host", fields.Host) })
            if (asked is { } one && !await persons.Cards(viewer).AnyAsync(p => p.Id == one, cancellation)) form.Refuse(field, "form.choice");
        if (fields.Home == person) form.Refuse("home", "stays.wrong.own-supervisor");
        if (fields.Host == person) form.Refuse("host", "stays.wrong.own-supervisor");
        if (fields is not { From: { } from, Until: { } until } || await OtherAsync(person, self, from, until, cancellation) is not { } other) return;
        form.Refuse(self is null ? "person" : "from", "stays.wrong.overlap", other.At, texts.Date(other.From), texts.Date(other.Until));
    }

    /// <summary>Another stay of the student within a span; none: the student is free.</summary>
    public async Task<(LocalizedText At, DateOnly From, DateOnly Until)?> OtherAsync(PersonId person, Id<Stay>? self, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var keys = names.SameAs(person);
        var others = db.Set<Stay>().VisibleTo(Viewer.System).AsNoTracking()
            .Where(s => keys.Contains(s.PersonId) && s.State != StayState.CalledOff && s.From <= until && (s.EndedOn ?? s.Until) >= from);
        if (self is { } own) others = others.Where(s => s.Id != own);
        if (await others.OrderBy(s => s.From).FirstOrDefaultAsync(cancellation) is not { } other) return null;
        return ((await names.PartnersAsync([other.OrganisationId], cancellation))[other.OrganisationId].Name, other.From, other.EndedOn ?? other.Until);
    }

    private async Task<IReadOnlyList<PlaceChoice>> PlacesAsync(CancellationToken cancellation)
    {
        var cards = await agreements.Cards(viewer).Where(a => a.EffectiveOn != null && a.State != AgreementState.Draft).OrderBy(a => a.Number).Take(MostAgreements).ToListAsync(cancellation);
        var keys = cards.ConvertAll(a => a.Id);
        var lines = await agreements.PlacesAsync(keys, cancellation);
        var parties = await agreements.PartnersAsync(keys, cancellation);
        var partners = await names.PartnersAsync([.. parties.Values.SelectMany(p => p).Distinct()], cancellation);
        return [.. cards.SelectMany(a => lines.GetValueOrDefault(a.Id, []).SelectMany(l => parties.GetValueOrDefault(a.Id, []).Where(p => (l.Partner is null || l.Partner == p) && partners.ContainsKey(p))
                .Select(p => new PlaceChoice($"{a.Id}/{l.Code}/{p}", $"{partners[p].Name} · {a.Number} · {l.Code}", a.Id, l.Code, p, l.Direction))))
            .OrderBy(p => p.Text, StringComparer.CurrentCulture)];
    }
}
