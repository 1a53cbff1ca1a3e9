using System.Linq.Expressions;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Partners.Model;

/// <summary>Who sees what: those who may view partners in the unit that keeps a record. The ledger is seen with its agreement.</summary>
internal static class Visibility
{
    public static IQueryable<Agreement> VisibleTo(this IQueryable<Agreement> agreements, Viewer viewer) =>
        Narrow(agreements, viewer, units => a => units.Contains(a.UnitId));

    public static IQueryable<Contact> VisibleTo(this IQueryable<Contact> contacts, Viewer viewer) =>
        Narrow(contacts, viewer, units => c => units.Contains(c.UnitId));

    public static IQueryable<Note> VisibleTo(this IQueryable<Note> notes, Viewer viewer) =>
        Narrow(notes, viewer, units => n => units.Contains(n.UnitId));

    public static IQueryable<FactSheet> VisibleTo(this IQueryable<FactSheet> sheets, Viewer viewer) =>
        Narrow(sheets, viewer, units => f => units.Contains(f.UnitId));

    public static IQueryable<Questionnaire> VisibleTo(this IQueryable<Questionnaire> questionnaires, Viewer viewer) =>
        Narrow(questionnaires, viewer, units => q => units.Contains(q.UnitId));

    public static IQueryable<OpenPoint> VisibleTo(this IQueryable<OpenPoint> points, Viewer viewer) =>
        Narrow(points, viewer, units => p => units.Contains(p.UnitId));

    /// <summary>Those of the units, and those one takes part in or owes something from.</summary>
    public static IQueryable<Meeting> VisibleTo(this IQueryable<Meeting> meetings, Viewer viewer)
    {
        var reach = viewer.Reach(PartnersPermissions.View);
        if (reach.IsEverywhere) return meetings.ViewerNamed();
        var units = reach.Ids<UnitCard>();
        PersonId? person = viewer.Person is { } known ? new PersonId(known) : null;
        AccountId? account = viewer.Me();
        return meetings.ViewerNamed().Where(m => units.Contains(m.UnitId)
            || (person != null && m.Participants.Any(p => p.PersonId == person))
            || (account != null && m.FollowUps.Any(f => f.OwnerId == account)));
    }

    /// <summary>The ledger of agreements that were already narrowed to what the viewer may see.</summary>
    public static IQueryable<PlaceEntry> Of(this IQueryable<PlaceEntry> entries, IQueryable<Agreement> visible) =>
        entries.ViewerNamed().Where(e => visible.Any(a => a.Id == e.AgreementId));

    private static IQueryable<T> Narrow<T>(IQueryable<T> records, Viewer viewer, Func<IReadOnlyList<UnitId>, Expression<Func<T, bool>>> within)
        where T : class, IScoped
    {
        var reach = viewer.Reach(PartnersPermissions.View);
        return reach.IsEverywhere ? records.ViewerNamed() : records.ViewerNamed().Where(within(reach.Ids<UnitCard>()));
    }
}
