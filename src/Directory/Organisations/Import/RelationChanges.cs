using Entente.Directory.Model;
using NodaTime;

namespace Entente.Directory.Organisations.Import;

/// <summary>What an import changes in the relations: new ones, ones no longer stated, and ends that arrived.</summary>
internal sealed class RelationChanges
{
    private readonly KnownOrganisations directory;

    public RelationChanges(KnownOrganisations directory, Statements stated, Instant now)
    {
        this.directory = directory;
        var novel = stated.Relations.Where(r => !directory.Relations.ContainsKey(r)).ToList();
        novel.ForEach(stated.Relate);
        Added = [.. novel.Select(r => Of(r, now))];
        foreach (var (said, relation) in directory.Relations)
        {
            if (stated.Relations.Contains(said) || !CouldState(stated, said)) continue;
            stated.Relate(said);
            relation.WithdrawnAt = now;
            Changed.Add(relation);
        }
    }

    public List<OrganisationRelation> Added { get; }

    public List<OrganisationRelation> Changed { get; } = [];

    public bool IsEmpty => Added.Count == 0 && Changed.Count == 0;

    /// <summary>Ties relations, new and standing, to ends that arrive with this import.</summary>
    public void Tie(IEnumerable<Organisation> arrived)
    {
        var ids = arrived.ToDictionary(o => o.Ror!, o => o.Id, StringComparer.Ordinal);
        OrganisationId? Arrived(string? ror) => ror is not null && ids.TryGetValue(ror, out var id) ? id : null;
        foreach (var relation in Added.Concat(directory.Relations.Values))
        {
            var (from, to) = (relation.FromId ?? Arrived(relation.FromRor), relation.ToId ?? Arrived(relation.ToRor));
            if (relation.FromId == from && relation.ToId == to) continue;
            (relation.FromId, relation.ToId) = (from, to);
            if (relation.Version > 0 && !Changed.Contains(relation)) Changed.Add(relation);
        }
    }

    /// <summary>Whether the file has a row for everyone who could have stated the relation; the table names no children, so a parent does not count.</summary>
    private bool CouldState(Statements stated, StatedRelation said) =>
        stated.Mentions(said.FromRor)
        && (said.Kind == OrganisationRelationKind.Parent || stated.Mentions(said.ToRor) || IdOf(said.ToRor) is null);

    private OrganisationRelation Of(StatedRelation said, Instant now) => new()
    {
        Kind = said.Kind,
        FromId = IdOf(said.FromRor),
        FromRor = said.FromRor,
        ToId = IdOf(said.ToRor),
        ToRor = said.ToRor,
        Source = FactSource.Ror,
        RecordedAt = now,
    };

    private OrganisationId? IdOf(string ror) => directory.ByRor.TryGetValue(ror, out var known) ? known.Id : null;
}
