namespace Entente.Matching.Places;

/// <summary>What one outcome gives a student and another does not.</summary>
/// <param name="Student">The student's id.</param>
/// <param name="From">What they had; null for nothing.</param>
/// <param name="To">What they have then.</param>
/// <param name="FromPosition">Where it stood on their list, from 1.</param>
/// <param name="ToPosition">Where the other stands.</param>
public sealed record Move(string Student, string? From, string? To, int? FromPosition, int? ToPosition);

/// <summary>Two outcomes side by side.</summary>
/// <param name="Before">The first.</param>
/// <param name="After">The second.</param>
/// <param name="Moves">Every student whose place differs, by id.</param>
public sealed record Difference(Placement Before, Placement After, IReadOnlyList<Move> Moves)
{
    /// <summary>How many more have a place in the second.</summary>
    public int MorePlaced => After.Assignments.Count(a => a.Place is not null) - Before.Assignments.Count(a => a.Place is not null);

    /// <summary>What differs.</summary>
    public static Difference Between(Placement before, Placement after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var ids = before.Assignments.Concat(after.Assignments).Select(a => a.Student).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new(before, after,
        [
            .. ids.Select(id => (Id: id, From: before.Of(id), To: after.Of(id)))
                .Where(m => !string.Equals(m.From?.Place, m.To?.Place, StringComparison.Ordinal))
                .Select(m => new Move(m.Id, m.From?.Place, m.To?.Place, m.From?.Position, m.To?.Position)),
        ]);
    }
}
