using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Persons;

/// <summary>Takes two records for one human being, and parts them again. Keys are never rewritten.</summary>
internal sealed class Merging(AppDbContext db, Viewer viewer)
{
    /// <summary>Shows one person as another from now on, with all that were merged into it before.</summary>
    /// <returns>The text key of what speaks against it; none: it is done.</returns>
    public async Task<string?> MergeAsync(PersonId merged, PersonId into, string reason, CancellationToken cancellation)
    {
        await using var whole = await db.Database.BeginTransactionAsync(cancellation);
        if (await ReasonAgainstAsync(merged, into, cancellation) is { } against) return against;
        var merge = new PersonMerge { MergedId = merged, CanonicalId = into, Reason = reason, By = By, At = db.Write.Now };
        db.Add(merge);
        var followers = await PersonReading.Aliases(db, Viewer.System).Where(a => a.CanonicalId == merged).ToListAsync(cancellation);
        foreach (var alias in followers) (alias.EndedAt, alias.EndedByMergeId) = (db.Write.Now, merge.Id);
        await db.SaveChangesAsync(cancellation);
        List<PersonId> moved = [merged, .. followers.Select(f => f.PersonId)];
        db.AddRange(moved.Select(person => new PersonAlias { PersonId = person, CanonicalId = into, MergeId = merge.Id }));
        foreach (var person in moved) db.Tell(new PersonsMerged(person, into));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Somebody merged the same person at the same moment: one alias in force is all the database takes.
            return "directory.merge.already";
        }

        await whole.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Undoes a merge: each stands for itself again, or for whom it stood before.</summary>
    public async Task<string?> UndoAsync(Id<PersonMerge> id, CancellationToken cancellation)
    {
        await using var whole = await db.Database.BeginTransactionAsync(cancellation);
        var merge = await db.Set<PersonMerge>().VisibleTo(Viewer.System).SingleOrDefaultAsync(m => m.Id == id, cancellation);
        if (merge is null || merge.UndoneAt is not null) return "directory.merge.undone-already";
        var made = await db.Set<PersonAlias>().VisibleTo(Viewer.System).Where(a => a.MergeId == id).ToListAsync(cancellation);
        if (made.Exists(a => a.EndedByMergeId is not null)) return "directory.merge.later-first";
        foreach (var alias in made) alias.EndedAt = db.Write.Now;
        (merge.UndoneAt, merge.UndoneBy) = (db.Write.Now, By);
        await db.SaveChangesAsync(cancellation);
        var before = await db.Set<PersonAlias>().VisibleTo(Viewer.System).Where(a => a.EndedByMergeId == id).ToListAsync(cancellation);
        foreach (var alias in before) (alias.EndedAt, alias.EndedByMergeId) = (null, null);
        foreach (var alias in made) db.Tell(new PersonsParted(alias.PersonId, merge.CanonicalId));
        await db.SaveChangesAsync(cancellation);
        await whole.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Notes that two are two; they are not proposed again.</summary>
    public async Task PartAsync(PersonId one, PersonId other, CancellationToken cancellation)
    {
        var (first, second) = one.CompareTo(other) < 0 ? (one, other) : (other, one);
        if (await db.Set<PersonsApart>().VisibleTo(Viewer.System).AnyAsync(a => a.FirstId == first && a.SecondId == second, cancellation)) return;
        db.Add(new PersonsApart { FirstId = first, SecondId = second, By = By, At = db.Write.Now });
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>What speaks against a merge: a person merged already, on either side, would make a chain or a circle.</summary>
    public async Task<string?> ReasonAgainstAsync(PersonId merged, PersonId into, CancellationToken cancellation)
    {
        if (merged == into) return "directory.merge.same";
        var aliased = await PersonReading.Aliases(db, Viewer.System).Where(a => a.PersonId == merged || a.PersonId == into)
            .Select(a => new { a.PersonId, a.CanonicalId }).ToListAsync(cancellation);
        if (aliased.Exists(a => (a.PersonId == merged && a.CanonicalId == into) || (a.PersonId == into && a.CanonicalId == merged))) return "directory.merge.already";
        return aliased.Count > 0 ? "directory.merge.merged-away" : null;
    }

    private AccountId? By => viewer.Me();
}
