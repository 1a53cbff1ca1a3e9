using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Ui.Forms;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Persons;

/// <summary>Persons to pick in a form, found in either script; where they work tells those of one name apart.</summary>
internal sealed class PersonPick(AppDbContext db, IOrganisations organisations) : IPickSource
{
    public string Kind => "persons";

    public async Task<IReadOnlyList<PickChoice>> FindAsync(Viewer viewer, string text, int max, CancellationToken cancellation) =>
        await ChoicesAsync(PersonReading.Canonical(db, viewer).Matching(db, viewer, text)
            .OrderBy(p => p.SortKey).ThenBy(p => p.Id).Take(max), viewer, cancellation);

    public async Task<IReadOnlyList<PickChoice>> OfAsync(Viewer viewer, IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        var ids = keys.Select(k => PersonId.TryParse(k, null, out var id) ? id : default).ToList();
        return await ChoicesAsync(db.Set<Person>().VisibleTo(viewer).Where(p => ids.Contains(p.Id)), viewer, cancellation);
    }

    private async Task<IReadOnlyList<PickChoice>> ChoicesAsync(IQueryable<Person> persons, Viewer viewer, CancellationToken cancellation)
    {
        var people = await persons.Select(p => new { p.Id, p.Name }).ToListAsync(cancellation);
        var ids = people.Select(p => p.Id).ToList();
        var tree = await UnitTree.ReadAsync(db, cancellation);
        var places = (await (
            from a in db.Set<PersonAffiliation>().VisibleTo(viewer)
            where ids.Contains(a.PersonId) && a.WithdrawnAt == null && a.To == null
            join o in organisations.Cards(viewer) on a.OrganisationId equals o.Id into found
            from o in found.DefaultIfEmpty()
            select new { a.PersonId, a.UnitId, Name = o == null ? null : o.Name }).ToListAsync(cancellation))
            .ToLookup(a => a.PersonId, a => a.Name ?? (a.UnitId is { } unit ? tree.Find(unit)?.Name : null));
        return [.. people.Select(p => new PickChoice(
            p.Id.ToString(),
            string.Join(" · ", p.Name.Texts.OrderByDescending(t => t.Key == Language.Current.Tag).Select(t => t.Value).Distinct(StringComparer.Ordinal)),
            places[p.Id].FirstOrDefault()?.ToString()))];
    }
}
