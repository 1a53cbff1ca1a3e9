using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Partners;

/// <summary>The partners a viewer may see: organisations with any agreement, contact, note or profile; and what is asked of them in queries.</summary>
internal sealed class PartnerSet(AppDbContext db, IOrganisations organisations, Viewer viewer, DateOnly on)
{
    /// <summary>The kinds of notes that tell of a talk between people; a remark does not.</summary>
    public static readonly NoteKind[] HumanContact = [NoteKind.Meeting, NoteKind.Call, NoteKind.Mail, NoteKind.Visit];

    /// <summary>From how many on they are <see cref="AreMany"/>.</summary>
    public const int Many = 2_000;

    /// <summary>
    /// Whether they are so many that it is faster to ask of each organisation, in the order of the list, whether it is a partner, than to
    /// collect the partners first. Both give the same.
    /// </summary>
    public bool AreMany { get; init; }

    /// <summary>Whatever the set depends on besides the records: two of the same name hold the same.</summary>
    public string Seen { get; } = string.Join(',', viewer.Reach(PartnersPermissions.View).IsEverywhere ? ["*"] : viewer.Reach(PartnersPermissions.View).Units.Order().Select(u => u.ToString("N")))
        + on.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    public IQueryable<Agreement> Agreements { get; } = db.Set<Agreement>().VisibleTo(viewer);

    public IQueryable<Agreement> AgreementsInForce { get; } = db.Set<Agreement>().VisibleTo(viewer).Where(InForce.On(on));

    public IQueryable<Contact> Contacts { get; } = db.Set<Contact>().VisibleTo(viewer);

    public IQueryable<Note> Notes { get; } = db.Set<Note>().VisibleTo(viewer).Where(n => n.WithdrawnAt == null);

    /// <summary>The notes that tell of a talk, up to the date.</summary>
    public IQueryable<Note> Talks => Notes.Where(n => HumanContact.Contains(n.Kind) && n.On <= on);

    /// <summary>Which partner has which agreement in force.</summary>
    public IQueryable<PartnerAgreement> InForceOf =>
        from party in db.Set<AgreementParty>()
        join agreement in AgreementsInForce on party.AgreementId equals agreement.Id
        where party.OrganisationId != null
        select new PartnerAgreement { Partner = party.OrganisationId!.Value, Agreement = agreement.Id, KindId = agreement.KindId, LastDay = agreement.LastDay };

    /// <summary>The cards of the partners.</summary>
    public IQueryable<OrganisationCard> Cards
    {
        get
        {
            var all = organisations.Cards(viewer);
            if (!AreMany)
            {
                var keys = Keys;
                return all.Where(o => keys.Contains(o.Id));
            }

            var (ofAgreements, contacts, notes, profiles) = (OfAgreements, Contacts, Notes, db.Set<PartnerProfile>());
            return all.Where(o => ofAgreements.Any(k => k == o.Id) || contacts.Any(c => c.OrganisationId == o.Id)
                || notes.Any(n => n.OrganisationId == o.Id) || profiles.Any(p => p.OrganisationId == o.Id));
        }
    }

    /// <summary>The keys of the partners.</summary>
    public IQueryable<OrganisationId> Keys => OfAgreements
        .Union(Contacts.Select(c => c.OrganisationId))
        .Union(Notes.Select(n => n.OrganisationId))
        .Union(db.Set<PartnerProfile>().Select(p => p.OrganisationId));

    private IQueryable<OrganisationId> OfAgreements =>
        from party in db.Set<AgreementParty>()
        join agreement in Agreements on party.AgreementId equals agreement.Id
        where party.OrganisationId != null
        select party.OrganisationId!.Value;
}

/// <summary>An agreement in force with a partner, in a query.</summary>
internal sealed class PartnerAgreement
{
    public OrganisationId Partner { get; init; }

    public AgreementId Agreement { get; init; }

    public Id<AgreementKind> KindId { get; init; }

    public DateOnly? LastDay { get; init; }
}
