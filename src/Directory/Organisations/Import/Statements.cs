using Entente.Foundation.Import;
using Entente.Foundation.Texts;

namespace Entente.Directory.Organisations.Import;

/// <summary>What a file says, against what the directory knows: only what is new or changed is kept.</summary>
internal sealed class Statements
{
    private readonly HashSet<string> mentioned = new(StringComparer.Ordinal);
    private readonly HashSet<string> unchanged = new(StringComparer.Ordinal);
    private readonly List<string> refusedRors = [];
    private int refusedRows;

    public int Rows { get; private set; }

    public List<Stated> New { get; } = [];

    public List<Stated> Changed { get; } = [];

    /// <summary>Rows of which only a relation is new or no longer stated.</summary>
    public int ChangedInRelations { get; private set; }

    public int Refused => refusedRows + refusedRors.Count;

    public List<string> Reasons { get; } = [];

    public HashSet<StatedRelation> Relations { get; } = [];

    /// <summary>Whether the file has a row for the organisation.</summary>
    public bool Mentions(string? ror) => ror is not null && mentioned.Contains(ror);

    /// <summary>Takes a row: a statement, or none where it was refused.</summary>
    public void Take(StatedOrganisation? statement, KnownOrganisations directory)
    {
        Rows++;
        if (statement is null)
        {
            refusedRows++;
            return;
        }

        mentioned.Add(statement.Ror);
        Relations.UnionWith(statement.Relations);
        var stated = new Stated(statement, statement.Digest());
        if (!directory.ByRor.TryGetValue(statement.Ror, out var known)) New.Add(stated);
        else if (known.Digest.AsSpan().SequenceEqual(stated.Digest)) unchanged.Add(statement.Ror);
        else Changed.Add(stated);
    }

    /// <summary>Refuses rows that were read, because of what they say together.</summary>
    public void Refuse(string reason, IEnumerable<string> rors)
    {
        Reasons.Add(reason);
        var taken = rors.Where(r => mentioned.Contains(r) && !refusedRors.Contains(r, StringComparer.Ordinal)).ToList();
        refusedRors.AddRange(taken);
        New.RemoveAll(s => taken.Contains(s.Statement.Ror, StringComparer.Ordinal));
        Changed.RemoveAll(s => taken.Contains(s.Statement.Ror, StringComparer.Ordinal));
        unchanged.ExceptWith(taken);
    }

    /// <summary>Counts the row that states a changed relation, where nothing else of it changed.</summary>
    public void Relate(StatedRelation relation)
    {
        if (unchanged.Remove(relation.FromRor) || unchanged.Remove(relation.ToRor)) ChangedInRelations++;
    }

    public ImportReport Report(TextCatalog texts, int mostReasons)
    {
        var reasons = Reasons.Take(mostReasons).ToList();
        if (Reasons.Count > mostReasons) reasons.Add(texts["organisations.import.more", Reasons.Count - mostReasons]);
        if (Refused > 0) reasons.Add(texts["organisations.import.nothing"]);
        return new(New.Count, Changed.Count + ChangedInRelations, unchanged.Count, Refused, reasons);
    }
}

/// <summary>A statement with its digest.</summary>
internal readonly record struct Stated(StatedOrganisation Statement, byte[] Digest);
