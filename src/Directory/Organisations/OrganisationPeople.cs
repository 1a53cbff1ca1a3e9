using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Organisations;

/// <summary>The people who work at an organisation now, as far as the viewer sees people.</summary>
internal static class OrganisationPeople
{
    private const int Shown = 20;

    public static async Task<OrganisationPeopleModel> ReadAsync(
        AppDbContext db, Viewer viewer, IPersons persons, OrganisationId organisation, DateOnly today, CancellationToken cancellation)
    {
        var inChinese = Language.Current == Language.Chinese;
        var places = from a in db.Set<PersonAffiliation>().VisibleTo(viewer)
                     where a.OrganisationId == organisation && a.WithdrawnAt == null && (a.To == null || a.To >= today)
                     join p in persons.Cards(viewer) on a.PersonId equals p.Id
                     select new { p.Canonical, p.Name, p.SortKey, p.SortKeyZh, a.Title, a.UnitText };
        var total = await places.Select(p => p.Canonical).Distinct().CountAsync(cancellation);
        var first = await (inChinese ? places.OrderBy(p => p.SortKeyZh) : places.OrderBy(p => p.SortKey)).ThenBy(p => p.Canonical).Take(Shown).ToListAsync(cancellation);
        return new(total, [.. first.Select(p => new OrganisationPerson(p.Canonical, p.Name, string.Join(" · ", new[] { p.Title.ToString(), p.UnitText }.Where(t => t.Length > 0))))]);
    }
}

/// <summary>People of an organisation.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="First">The first of them.</param>
public sealed record OrganisationPeopleModel(int Total, IReadOnlyList<OrganisationPerson> First);

/// <summary>Somebody who works there.</summary>
public sealed record OrganisationPerson(PersonId Id, LocalizedText Name, string Office);
