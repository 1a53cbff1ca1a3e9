using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Partners.Ledger;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

using Entente.Ui.Forms;

namespace Entente.Partners.Partners;

/// <summary>Reads everything a partner's page shows.</summary>
internal sealed class PartnerReading(
    AppDbContext db, IOrganisations organisations, IOrganisationRelations relations, IPersons persons, IAccounts accounts, EditUnits units, BalancePages balances,
    IFollows follows, IObligations obligations, IEnumerable<IPartnerPanelSource> panels, TextCatalog texts, SchoolClock clock)
{
    /// <summary>The record kind of agreements, under which their obligations are kept.</summary>
    public const string AgreementRecord = "partners.agreement";

    /// <summary>Months ahead for which ends are listed as falling due.</summary>
    private const int HorizonMonths = 18;

    /// <summary>The partner on a date; none where the viewer knows no such organisation.</summary>
    public async Task<PartnerModel?> OfAsync(OrganisationId id, Viewer viewer, DateOnly? asOf, CancellationToken cancellation)
    {
        if (await organisations.Cards(viewer).SingleOrDefaultAsync(o => o.Id == id, cancellation) is not { } organisation) return null;
        var on = asOf ?? clock.Today;
        var isToday = on == clock.Today;
        var agreements = await AgreementsAsync(id, viewer, on, cancellation);
        var notes = await NotesAsync(id, viewer, on, cancellation);
        var contacts = await ContactsAsync(id, viewer, on, cancellation);
        var shown = new List<PartnerPanel>();
        var moments = new List<PartnerMoment>();
        foreach (var source in panels)
        {
            if (isToday) shown.AddRange(await source.PanelsAsync(id, viewer, cancellation));
            moments.AddRange(await source.TimelineAsync(id, viewer, cancellation));
        }

        var inForce = agreements.Where(a => a.IsInForce).OrderBy(a => a.LastDay ?? DateOnly.MaxValue).ToList();
        var coming = agreements.Where(a => !a.IsInForce && IsComing(a, on)).ToList();
        return new()
        {
            Organisation = organisation,
            On = on,
            IsToday = isToday,
            InForce = inForce,
            Coming = coming,
            Past = [.. agreements.Except(inForce).Except(coming).OrderByDescending(a => a.LastDay)],
            Due = isToday ? await DueAsync(id, viewer, inForce, coming, cancellation) : [],
            Contacts = [.. contacts.Where(c => c.Until is null || c.Until >= on)],
            FormerContacts = [.. contacts.Where(c => c.Until < on).OrderByDescending(c => c.Until)],
            Notes = notes,
            Panels = [.. shown.OrderBy(p => p.Order)],
            Timeline = PartnerTimeline.Of(texts, agreements, contacts, notes, moments, on, isToday),
            Places = PlacePicture.Of(await balances.OfPartnerAsync(id, viewer, on, cancellation)),
            Relatives = await relations.OfAsync(id, cancellation),
            LastContact = notes.Where(n => PartnerSet.HumanContact.Contains(n.Kind)).Select(n => (DateOnly?)n.On).Max(),
            Since = agreements.Select(a => a.SignedOn?.Year).Min(),
            Featured = await db.Set<PartnerProfile>().Where(p => p.OrganisationId == id).Select(p => p.Featured).FirstOrDefaultAsync(cancellation),
            IsFollowed = await follows.IsFollowedAsync(viewer, PartnerRecordNames.RecordOf(id), cancellation),
            MayEdit = viewer.May(PartnersPermissions.Edit),
            Units = await units.OfAsync(viewer, PartnersPermissions.Edit, cancellation),
        };
    }

    // On a past date, what had not been begun by then was not known.
    private async Task<List<AgreementLine>> AgreementsAsync(OrganisationId id, Viewer viewer, DateOnly on, CancellationToken cancellation)
    {
        var all = await db.Set<Agreement>().VisibleTo(viewer).AsNoTracking().Include(a => a.Steps).AsSplitQuery()
            .Where(a => a.Parties.Any(p => p.OrganisationId == id)).OrderBy(a => a.Number).ToListAsync(cancellation);
        var kinds = await db.Set<AgreementKind>().AsNoTracking().ToDictionaryAsync(k => k.Id, k => k.Name, cancellation);
        var followed = all.Select(a => a.PredecessorId).ToHashSet();
        var isInForce = InForce.On(on).Compile();
        return [.. all.Where(a => on >= clock.Today || a.Steps.Exists(s => s.On <= on) || a.SignedOn <= on)
            .Select(a => new AgreementLine(a.Id, a.Number, a.Title, kinds[a.KindId])
            {
                State = a.State,
                SignedOn = a.SignedOn,
                EffectiveOn = a.EffectiveOn,
                LastDay = a.LastDay,
                Renews = a is { Term: TermKind.Automatic, EndedOn: null, NoticeOn: null },
                IsInForce = isInForce(a),
                HasSuccessor = followed.Contains(a.Id),
                Steps = [.. a.Steps.Select(s => new AgreementStepLine(s.To, s.On, s.Reason))],
            })];
    }

    private async Task<List<NoteLine>> NotesAsync(OrganisationId id, Viewer viewer, DateOnly on, CancellationToken cancellation)
    {
        var notes = await db.Set<Note>().VisibleTo(viewer).AsNoTracking()
            .Where(n => n.OrganisationId == id && n.WithdrawnAt == null && n.On <= on)
            .OrderByDescending(n => n.On).ThenByDescending(n => n.RecordedAt).ToListAsync(cancellation);
        var authors = await accounts.OfAsync([.. notes.Select(n => n.AccountId).OfType<AccountId>().Distinct()], cancellation);
        var names = await NamesAsync([.. notes.Select(n => n.PersonId).OfType<PersonId>().Distinct()], cancellation);
        return [.. notes.Select(n => new NoteLine(
            n.Id.Value, n.Kind, n.On, n.Text,
            n.AccountId is { } account && authors.TryGetValue(account, out var card) ? card.Name
                : n.PersonId is { } person ? names.GetValueOrDefault(person)?.ToString() : null)
        {
            IsOwn = viewer.Account is { } own && n.AccountId?.Value == own && n.MeetingId is null,
            Meeting = n.MeetingId?.Value,
        })];
    }

    private async Task<List<ContactLine>> ContactsAsync(OrganisationId id, Viewer viewer, DateOnly on, CancellationToken cancellation)
    {
        var contacts = await db.Set<Contact>().VisibleTo(viewer).AsNoTracking()
            .Where(c => c.OrganisationId == id && (c.From == null || c.From <= on)).ToListAsync(cancellation);
        var names = await NamesAsync([.. contacts.Select(c => c.PersonId).Distinct()], cancellation);
        return [.. contacts.Select(c => new ContactLine(c.Id.Value, c.PersonId, names.GetValueOrDefault(c.PersonId) ?? LocalizedText.Empty, c.Side, c.Role)
        {
            Title = c.Title,
            Email = c.Email,
            Language = c.Language,
            Signs = c.Signs,
            From = c.From,
            Until = c.Until,
            MayEdit = viewer.May(PartnersPermissions.Edit, c.UnitId.Value),
        }).OrderBy(c => c.Role).ThenBy(c => c.Name.ToString(), StringComparer.Ordinal)];
    }

    // Whoever sees a contact or a note sees who it is.
    private Task<Dictionary<PersonId, LocalizedText>> NamesAsync(List<PersonId> people, CancellationToken cancellation) =>
        persons.Cards(Viewer.System).Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);

    private async Task<IReadOnlyList<DueLine>> DueAsync(
        OrganisationId id, Viewer viewer, IReadOnlyList<AgreementLine> inForce, IReadOnlyList<AgreementLine> coming, CancellationToken cancellation)
    {
        var today = clock.Today;
        var horizon = today.AddMonths(HorizonMonths);
        var due = new List<DueLine>();
        var meetings = db.Set<Meeting>().VisibleTo(viewer).AsNoTracking().Where(m => m.OrganisationId == id && m.WithdrawnAt == null);
        due.AddRange((await meetings.Where(m => m.State == MeetingState.Planned && m.On >= today).Select(m => new { m.Id, m.Subject, m.On }).ToListAsync(cancellation))
            .Select(m => new DueLine(m.On, texts["meetings.due", m.Subject], "/meetings/" + m.Id, false)));
        var followUps = await meetings.SelectMany(m => m.FollowUps).Select(f => f.Id).ToListAsync(cancellation);
        List<RecordRef> subjects = [.. inForce.Concat(coming).Select(l => new RecordRef(AgreementRecord, l.Id.Value)), .. followUps.Select(f => new RecordRef(MeetingFollowUp.RecordKind, f.Value))];
        due.AddRange((await obligations.OfAllAsync(subjects, cancellation))
            .Where(o => o.State == ObligationState.Open).Select(o => new DueLine(o.Due, o.Title.ToString(), o.Address, o.Due < today)));
        due.AddRange(inForce.Where(l => l.LastDay is { } last && last >= today && last <= horizon)
            .Select(l => new DueLine(l.LastDay!.Value, texts[l.Renews ? "partners.record.due.renews" : "partners.record.due.ends", l.Number], l.Address, false)));
        due.AddRange(coming.Where(l => l.State == AgreementState.Signed && l.EffectiveOn >= today)
            .Select(l => new DueLine(l.EffectiveOn!.Value, texts["partners.record.due.begins", l.Number], l.Address, false)));
        return [.. due.OrderBy(d => d.On)];
    }

    // What will be in force: in preparation, or signed for a day that has not come.
    private static bool IsComing(AgreementLine line, DateOnly on) =>
        line.SignedOn is null || line.SignedOn > on ? line.State < AgreementState.Expired || line.SignedOn > on : line.EffectiveOn > on;
}
