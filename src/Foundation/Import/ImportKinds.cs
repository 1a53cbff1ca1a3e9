using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Foundation.Import;

/// <summary>The kinds of import of all rooms.</summary>
public sealed class ImportKinds(IEnumerable<IImportKind> kinds)
{
    /// <summary>Every kind, in the order the rooms were added.</summary>
    public IReadOnlyList<IImportKind> All { get; } = [.. kinds];

    /// <summary>A kind by its word; none where there is no such kind.</summary>
    public IImportKind? Find(string id) => All.FirstOrDefault(k => k.Id == id);

    /// <summary>The kinds a viewer may import somewhere.</summary>
    public IEnumerable<IImportKind> Of(Viewer viewer) => All.Where(k => viewer.May(k.Permission));
}

/// <summary>Who sees which imports.</summary>
public static class ImportVisibility
{
    /// <summary>The imports whose kind the viewer may import in the unit they are for.</summary>
    public static IQueryable<ImportRun> VisibleTo(this IQueryable<ImportRun> runs, Viewer viewer, ImportKinds kinds)
    {
        var permissions = kinds.All.Select(k => k.Permission).Distinct(StringComparer.Ordinal).ToList();
        var everywhere = permissions.Where(p => viewer.Reach(p).IsEverywhere).ToList();
        var named = runs.ViewerNamed();
        var seen = named.Where(r => everywhere.Contains(r.Permission));
        foreach (var permission in permissions.Except(everywhere, StringComparer.Ordinal).Where(p => !viewer.Reach(p).IsNowhere))
        {
            var units = viewer.Reach(permission).Units.ToList();
            seen = seen.Union(named.Where(r => r.Permission == permission && r.Unit != null && units.Contains(r.Unit.Value)));
        }

        return seen;
    }
}
