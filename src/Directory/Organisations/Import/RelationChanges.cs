using Entente.Directory.Model;
using NodaTime;

namespace Entente.Directory.Organisations.Import;

/// <summary>What an import changes in the relations: new ones, ones no longer stated, and ends that arrived.</summary>
internal sealed class RelationChanges
{
    private readonly KnownOrganisations directory;
    private readonly Dictionary<string, OrganisationId> arrived;

    public RelationChanges(KnownOrganisations directory, Statements stated, IEnumerable<Organisation> added, Instant now)
    {
        this.directory = directory;
        arrived = added.ToDictionary(o => o.Ror!, o => o.Id, StringComparer.Ordinal);
        Added = [.. stated.Relations.Where(r => !directory.Relations.ContainsKey(r)).Select(r => Of(r, now))];
        foreach (var (said, relation) in directory.Relations)
        {
            var (from, to) = (IdOf(said.FromRor), IdOf(said.ToRor));
            var isGone = !stated.Relations.Contains(said) && CouldState(stated, said);
            if (!isGone && relation.FromId == from && relation.ToId == to) continue;
            (relation.FromId, relation.ToId) = (from, to);
            if (isGone) relation.WithdrawnAt = now;
            Changed.Add(relation);
        }
    }

    public List<OrganisationRelation> Added { get; }

    public List<OrganisationRelation> Changed { get; } = [];

    public bool IsEmpty => Added.Count == 0 && Changed.Count == 0;

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

    private OrganisationId? IdOf(string ror) =>
        directory.ByRor.TryGetValue(ror, out var known) ? known.Id : arrived.TryGetValue(ror, out var id) ? id : null;
}
