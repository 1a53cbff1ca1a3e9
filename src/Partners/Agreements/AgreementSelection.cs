using System.Globalization;
using System.Linq.Expressions;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Search;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Partners.Model;
using Entente.Ui.Lists;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>Which agreements an address asks for, in which order: the same for the page, the file and the command line.</summary>
internal sealed class AgreementSelection(AppDbContext db, ISearch search, IOrganisations organisations, IOrganisationNames names, IUnits units, SchoolClock clock)
{
    /// <summary>The value of the state filter that is computed rather than stored.</summary>
    public const string ExpiringWord = "expiring";

    private const int FarthestDays = 36500;

    /// <summary>The agreements as rows, narrowed and ordered.</summary>
    public IQueryable<AgreementRow> Of(Viewer viewer, ListQuery query, Expiring expiring) =>
        Ordered(Chosen(viewer, query, expiring), viewer, query).Select(a => new AgreementRow(
            a.Id, a.Number, a.Title, a.KindId, a.UnitId, a.State, a.Term, a.SignedOn, a.EffectiveOn, a.LastDay, a.NoticeOn,
            a.Places.Where(p => p.Direction == PlaceDirection.Out && p.Within == null && p.AcademicYear == null).Sum(p => p.PerYear),
            a.Places.Where(p => p.Direction == PlaceDirection.In && p.Within == null && p.AcademicYear == null).Sum(p => p.PerYear)));

    /// <summary>The agreements themselves, narrowed.</summary>
    public IQueryable<Agreement> Chosen(Viewer viewer, ListQuery query, Expiring expiring)
    {
        var chosen = db.Set<Agreement>().VisibleTo(viewer);
        if (query.Filter("state") is { } word)
        {
            if (word == ExpiringWord) chosen = chosen.Where(expiring.Condition());
            else if (AgreementColumns.StateOf(word) is { } state) chosen = chosen.Where(a => a.State == state);
        }

        if (query.Filter("kind") is { } kind) chosen = chosen.Where(a => db.Set<AgreementKind>().Any(k => k.Id == a.KindId && k.Code == kind));
        if (query.Filter("unit") is { } unit) chosen = chosen.Where(a => units.Cards().Any(u => u.Code == unit && (u.Id == a.UnitId || a.Units.Any(c => c.UnitId == u.Id))));
        if (query.Filter("country") is { } country)
            chosen = chosen.Where(a => a.Parties.Any(p => organisations.Cards(viewer).Any(o => o.Id == p.OrganisationId && o.Country == country)));
        if (int.TryParse(query.Filter("within"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= FarthestDays)
        {
            var (today, until) = (clock.Today, clock.Today.AddDays(days));
            chosen = chosen.Where(a => a.State == AgreementState.Active && a.LastDay != null && a.LastDay >= today && a.LastDay <= until);
        }

        return query.Text.Length == 0 ? chosen : Found(chosen, viewer, query.Text);
    }

    /// <summary>Those the search finds, and those of partners it finds under the names they have today.</summary>
    private IQueryable<Agreement> Found(IQueryable<Agreement> agreements, Viewer viewer, string text)
    {
        var found = search.Found<Agreement>(AgreementSearch.KindId, text).VisibleTo(viewer).Select(a => a.Id);
        var named = names.Like(text);
        return agreements.Where(a => found.Contains(a.Id) || a.Parties.Any(p => named.Any(n => n == p.OrganisationId)));
    }

    private IQueryable<Agreement> Ordered(IQueryable<Agreement> agreements, Viewer viewer, ListQuery query) => query.SortColumn switch
    {
        "end" => Sort(agreements, a => a.LastDay ?? DateOnly.MaxValue, query.Descending),
        "signed" => Sort(agreements, a => a.SignedOn ?? DateOnly.MaxValue, query.Descending),
        "state" => Sort(agreements, ByLife, query.Descending),
        "partner" when Language.Current == Language.Chinese =>
            Sort(agreements, a => organisations.Cards(viewer).Where(o => o.Id == a.LeadPartnerId).Select(o => o.SortKeyZh).FirstOrDefault(), query.Descending),
        "partner" => Sort(agreements, a => organisations.Cards(viewer).Where(o => o.Id == a.LeadPartnerId).Select(o => o.SortKey).FirstOrDefault(), query.Descending),
        "number" when !query.Descending => agreements.OrderBy(a => a.Number),
        _ => agreements.OrderByDescending(a => a.Number),
    };

    /// <summary>States in the order of life; stored as words, they would sort by spelling.</summary>
    private static readonly Expression<Func<Agreement, int>> ByLife = a =>
        a.State == AgreementState.Draft ? 0 : a.State == AgreementState.InReview ? 1 : a.State == AgreementState.Approved ? 2
        : a.State == AgreementState.OutForSignature ? 3 : a.State == AgreementState.Signed ? 4 : a.State == AgreementState.Active ? 5
        : a.State == AgreementState.Expired ? 6 : a.State == AgreementState.Terminated ? 7 : 8;

    private static IQueryable<Agreement> Sort<T>(IQueryable<Agreement> agreements, Expression<Func<Agreement, T>> by, bool descending) =>
        (descending ? agreements.OrderByDescending(by) : agreements.OrderBy(by)).ThenBy(a => a.Number);
}
