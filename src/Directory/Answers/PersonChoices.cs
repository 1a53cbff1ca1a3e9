using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Ui.Forms;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Answers;

/// <summary>Persons to pick in a form, by any of their names in either script, the words in any order.</summary>
internal sealed class PersonChoices(AppDbContext db, IPersons persons) : IPickSource
{
    public string Kind => "persons";

    public async Task<IReadOnlyList<PickChoice>> FindAsync(Viewer viewer, string text, int max, CancellationToken cancellation)
    {
        var words = NameFolding.InAnyOrder(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return [];
        var names = db.Set<PersonName>().VisibleTo(viewer).Where(n => n.WithdrawnAt == null);
        foreach (var word in words.Take(6)) names = names.Where(n => n.Folded.Contains(word));
        var ids = await persons.Cards(viewer).Where(c => names.Any(n => n.PersonId == c.Id))
            .OrderBy(c => c.SortKey).ThenBy(c => c.Id).Select(c => c.Canonical).Take(max * 2).ToListAsync(cancellation);
        return await ReadAsync(viewer, [.. ids.Distinct().Take(max)], cancellation);
    }

    public Task<IReadOnlyList<PickChoice>> OfAsync(Viewer viewer, IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        ReadAsync(viewer, [.. keys.Select(k => PersonId.TryParse(k, null, out var id) ? id : default).Where(i => i != default)], cancellation);

    private async Task<IReadOnlyList<PickChoice>> ReadAsync(Viewer viewer, List<PersonId> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return [];
        var cards = await persons.Cards(viewer).Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToListAsync(cancellation);
        var works = await db.Set<PersonAffiliation>().VisibleTo(viewer)
            .Where(a => ids.Contains(a.PersonId) && a.WithdrawnAt == null && a.To == null && a.OrganisationId != null)
            .Join(db.Set<Organisation>(), a => a.OrganisationId, o => o.Id, (a, o) => new { a.PersonId, o.Name }).ToListAsync(cancellation);
        var places = works.ToLookup(w => w.PersonId, w => w.Name.ToString());
        return [.. ids.Join(cards, i => i, c => c.Id, (_, c) => new PickChoice(c.Id.ToString(), c.Name.ToString(), string.Join(" · ", places[c.Id].Distinct(StringComparer.Ordinal))))];
    }
}
