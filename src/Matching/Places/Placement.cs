using System.Reflection;

namespace Entente.Matching.Places;

/// <summary>What one student got.</summary>
/// <param name="Student">The student's id.</param>
/// <param name="Place">The place's id; null when there was none.</param>
/// <param name="Position">Where the place stands on the student's list, from 1; null without a place.</param>
public sealed record Assignment(string Student, string? Place, int? Position);

/// <summary>How good an exact optimum is.</summary>
/// <param name="Placed">Students with a place.</param>
/// <param name="Positions">Sum of the positions of what they got, from 1.</param>
/// <param name="IsProven">Whether it is proven that no allocation is better; otherwise the steps ended first.</param>
public sealed record OptimumReport(int Placed, long Positions, bool IsProven);

/// <summary>The outcome of one run. The same problem, mechanism, seed, steps and build give the same bytes (<see cref="Json"/>).</summary>
/// <param name="Mechanism">What ran.</param>
/// <param name="Seed">What ties and the lottery were drawn with.</param>
/// <param name="Input">The problem's digest.</param>
/// <param name="Assignments">Every student, by id in the order of code points; empty when refused.</param>
public sealed record Placement(Mechanism Mechanism, string Seed, string Input, IReadOnlyList<Assignment> Assignments)
{
    /// <summary>The build that computed: version of this library and of the solver's.</summary>
    public static string ThisBuild { get; } =
        $"{typeof(Placement).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion}; or-tools 9.15.6755";

    // With the list it was made of, for a copy with other assignments takes the field along.
    private Tuple<IReadOnlyList<Assignment>, Dictionary<string, Assignment>>? _found;

    /// <summary>Why nothing ran; null when it did.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Only of <see cref="Mechanism.ExactOptimum"/>.</summary>
    public OptimumReport? Optimum { get; init; }

    /// <summary>Only of <see cref="Mechanism.SerialDictatorship"/> and <see cref="Mechanism.Lottery"/>: the order in which the students chose, by id.</summary>
    public IReadOnlyList<string> Order { get; init; } = [];

    /// <summary>Whether it was changed after the run, because students withdrew or places closed (<see cref="Repair"/>).</summary>
    public bool IsRepaired { get; init; }

    /// <summary>Most steps the solver might take (thousandths of OR-Tools' deterministic time); 0 where none is used.</summary>
    public long Steps { get; init; }

    /// <summary>The build that computed it.</summary>
    public string Build { get; init; } = ThisBuild;

    /// <summary>The canonical JSON, in UTF-8.</summary>
    public ReadOnlyMemory<byte> Json => PlacementJson.Of(this);

    /// <summary>SHA-256 over <see cref="Json"/>, in lower-case hexadecimal.</summary>
    public string Digest => CanonicalJson.DigestOf(Json.Span);

    /// <summary>What a student got; null when there is no such student or the run was refused.</summary>
    public Assignment? Of(string student)
    {
        var found = _found;
        if (found is null || !ReferenceEquals(found.Item1, Assignments))
            _found = found = Tuple.Create(Assignments, Assignments.ToDictionary(a => a.Student, StringComparer.Ordinal));
        return found.Item2.GetValueOrDefault(student);
    }

    /// <summary>Equal when the canonical forms are.</summary>
    public bool Equals(Placement? other) => other is not null && Json.Span.SequenceEqual(other.Json.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Digest);
}
