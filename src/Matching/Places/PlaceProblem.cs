using System.Text.Json.Serialization;

namespace Entente.Matching.Places;

/// <summary>
/// Everything an allocation depends on: who asks, what there is, and which limits hold over several places. Frozen and hashed
/// (<see cref="Digest"/>) before a mechanism runs on it.
/// </summary>
/// <param name="Students">Who asks for a place.</param>
/// <param name="Places">What there is to be given.</param>
/// <param name="Nests">Limits over several places: an agreement, a faculty, a funding line. They may lie in one another.</param>
public sealed record PlaceProblem(IReadOnlyList<Student> Students, IReadOnlyList<Place> Places, IReadOnlyList<Nest> Nests)
{
    /// <summary>Thousandths that make one place: weights, capacities and caps are counted in them.</summary>
    public const int One = 1000;

    /// <summary>Pairs the caller excludes for a reason of its own.</summary>
    public IReadOnlyList<Bar> Barred { get; init; } = [];

    /// <summary>SHA-256, in lower-case hexadecimal, over the canonical JSON: the same whatever the order of lists whose order means nothing.</summary>
    public string Digest => CanonicalJson.DigestOf(CanonicalJson.Of(this));

    /// <summary>What is wrong or remarkable; nothing may be run while one of them is a <see cref="Gravity.Fault"/>.</summary>
    public IReadOnlyList<ProblemFinding> Check() => ProblemCheck.Of(this);

    /// <summary>The canonical JSON in UTF-8 that <see cref="Digest"/> is taken of.</summary>
    public byte[] ToJson() => CanonicalJson.Of(this);

    /// <summary>Equal when the canonical forms are.</summary>
    public bool Equals(PlaceProblem? other) => other is not null && string.Equals(Digest, other.Digest, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Digest);
}

/// <summary>Somebody who asks for a place.</summary>
/// <param name="Id">Unlike any other student's; compared by code points.</param>
/// <param name="Rank">1 is best. Equal ranks are a tie, which the lottery number of the seed breaks (<see cref="LotteryNumber"/>).</param>
/// <param name="Choices">Ids of the places asked for, the dearest first. What is not named is not wanted.</param>
public sealed record Student(string Id, int Rank, IReadOnlyList<string> Choices)
{
    /// <summary>Level of study ("master", "doctor"); null when not known.</summary>
    public string? Level { get; init; }

    /// <summary>Field of study; null when not known.</summary>
    public string? Field { get; init; }

    /// <summary>Languages by name with levels 1 to 6 (A1 to C2 of the CEFR); 0 or absent is none.</summary>
    public IReadOnlyDictionary<string, int> Languages { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Grade in hundredths of the school's scale, more is better (8750 is 87.50); null when not known.</summary>
    public int? Grade { get; init; }

    /// <summary>What the student takes of a place, in thousandths: 1000 a whole one, 500 half a year of one.</summary>
    public int Weight { get; init; } = PlaceProblem.One;
}

/// <summary>A place at a partner, or several alike.</summary>
/// <param name="Id">Unlike any other place's; compared by code points.</param>
/// <param name="Capacity">How much of it there is, in thousandths: 1000 is one student of weight 1000.</param>
public sealed record Place(string Id, int Capacity)
{
    /// <summary>Student ids, the first preferred. Who is not named follows, by rank. Null takes the order of the smallest nest around it that names one, else the rank. To exclude somebody, bar the pair.</summary>
    public IReadOnlyList<string>? Priority { get; init; }

    /// <summary>Levels of study taken; null for all.</summary>
    public IReadOnlyList<string>? Levels { get; init; }

    /// <summary>Fields of study taken; null for all.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>Least level of each language asked for, 1 to 6 (A1 to C2 of the CEFR); null for none.</summary>
    public IReadOnlyDictionary<string, int>? Languages { get; init; }

    /// <summary>Least grade in hundredths; null for none.</summary>
    public int? LeastGrade { get; init; }

    /// <summary>What a student here costs the budgets of the nests the place lies in, in minor units of the call's currency.</summary>
    public long Cost { get; init; }

    /// <summary>Whether the place was withdrawn: it stays among the choices, and nobody gets it.</summary>
    [JsonPropertyName("closed")]
    public bool IsClosed { get; init; }
}

/// <summary>A limit over several places.</summary>
/// <param name="Id">Unlike any other nest's; compared by code points.</param>
/// <param name="Places">Ids of the places in it. For deferred acceptance nests lie in one another or apart (a laminar family).</param>
public sealed record Nest(string Id, IReadOnlyList<string> Places)
{
    /// <summary>Most that may be given in all, in thousandths; null for no limit.</summary>
    public int? Cap { get; init; }

    /// <summary>Most the students placed here may cost together, in minor units; null for no limit.</summary>
    public long? Budget { get; init; }

    /// <summary>Student ids, the first preferred, for all its places that name no order of their own; null for none.</summary>
    public IReadOnlyList<string>? Priority { get; init; }
}

/// <summary>A pair that may not be, for a reason the caller knows.</summary>
/// <param name="Student">The student's id.</param>
/// <param name="Place">The place's id.</param>
/// <param name="Reason">The caller's key or words, kept as they are.</param>
public sealed record Bar(string Student, string Place, string Reason);
