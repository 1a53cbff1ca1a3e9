using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Ui.Forms;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Answers;

/// <summary>Organisations to pick in a form, by any of their names.</summary>
internal sealed class OrganisationChoices(AppDbContext db, TextCatalog texts) : IPickSource
{
    public string Kind => "organisations";

    public async Task<IReadOnlyList<PickChoice>> FindAsync(Viewer viewer, string text, int max, CancellationToken cancellation)
    {
        var folded = NameFolding.Of(text);
        if (folded.Length == 0) return [];
        // The shorter the name in which the text stands, the nearer it is to what was meant.
        var ids = await db.Set<OrganisationName>().AsNoTracking()
            .Where(n => n.WithdrawnAt == null && n.Folded.Contains(folded))
            .GroupBy(n => n.OrganisationId)
            .Select(g => new { Id = g.Key, Rest = g.Min(n => n.Folded.Length) })
            .OrderBy(g => g.Rest).ThenBy(g => g.Id)
            .Take(max).Select(g => g.Id).ToListAsync(cancellation);
        var found = await ReadAsync(ids, cancellation);
        return [.. ids.Where(found.ContainsKey).Select(i => found[i])];
    }

    public async Task<IReadOnlyList<PickChoice>> OfAsync(Viewer viewer, IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        var ids = keys.Select(k => OrganisationId.TryParse(k, null, out var id) ? id : default).Where(i => i != default).ToList();
        var found = await ReadAsync(ids, cancellation);
        return [.. ids.Where(found.ContainsKey).Select(i => found[i])];
    }

    private async Task<Dictionary<OrganisationId, PickChoice>> ReadAsync(List<OrganisationId> ids, CancellationToken cancellation)
    {
        var read = await db.Set<Organisation>().AsNoTracking()
            .Where(o => ids.Contains(o.Id) && o.Status != OrganisationStatus.Withdrawn)
            .Select(o => new { o.Id, o.Name, o.City, o.Country }).ToListAsync(cancellation);
        return read.ToDictionary(o => o.Id, o => new PickChoice(
            o.Id.ToString(), o.Name.ToString(), string.Join(" · ", new[] { o.City.ToString(), Countries.In(texts, o.Country) }.Where(p => p.Length > 0))));
    }
}
