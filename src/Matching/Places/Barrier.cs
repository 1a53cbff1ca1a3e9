namespace Entente.Matching.Places;

/// <summary>What keeps a student from a place before anybody compares them with others.</summary>
public enum BarrierKind
{
    /// <summary>The place is closed.</summary>
    Closed,

    /// <summary>The student's level of study is not among those taken, or not known.</summary>
    Level,

    /// <summary>The student's field is not among those taken, or not known.</summary>
    Field,

    /// <summary>A language is below the level asked for.</summary>
    Language,

    /// <summary>The grade is below the least, or not known.</summary>
    Grade,

    /// <summary>The student needs more than the place, or a nest around it, holds even when empty.</summary>
    TooLarge,

    /// <summary>The caller excluded the pair; <see cref="Barrier.Name"/> is its reason.</summary>
    Caller,
}

/// <summary>One thing that keeps a student from a place.</summary>
/// <param name="Kind">What.</param>
/// <param name="Name">The language, the nest, the student's level or field, or the caller's reason.</param>
/// <param name="Needed">The least level, the least grade, or what the student needs in thousandths (minor units for a budget).</param>
/// <param name="Had">What the student has, or what there is; null when not known.</param>
public sealed record Barrier(BarrierKind Kind, string? Name = null, long? Needed = null, long? Had = null)
{
    /// <summary>The first barrier between the two in the order of <see cref="BarrierKind"/>; null when the student may take the place.</summary>
    /// <param name="student">The student.</param>
    /// <param name="place">The place.</param>
    /// <param name="around">The nests the place lies in.</param>
    /// <param name="barred">The caller's reason, when it excluded the pair.</param>
    internal static Barrier? Between(Student student, Place place, IEnumerable<Nest> around, string? barred)
    {
        if (place.IsClosed) return new(BarrierKind.Closed);
        if (place.Levels is { } levels && (student.Level is null || !levels.Contains(student.Level, StringComparer.Ordinal))) return new(BarrierKind.Level, student.Level);
        if (place.Fields is { } fields && (student.Field is null || !fields.Contains(student.Field, StringComparer.Ordinal))) return new(BarrierKind.Field, student.Field);
        foreach (var (language, least) in (place.Languages ?? NoLanguages).OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            var level = student.Languages.GetValueOrDefault(language);
            if (level < least) return new(BarrierKind.Language, language, least, level);
        }

        if (place.LeastGrade is { } grade && !(student.Grade >= grade)) return new(BarrierKind.Grade, Needed: grade, Had: student.Grade);
        if (student.Weight > place.Capacity) return new(BarrierKind.TooLarge, Needed: student.Weight, Had: place.Capacity);
        foreach (var nest in around)
        {
            if (student.Weight > nest.Cap) return new(BarrierKind.TooLarge, nest.Id, student.Weight, nest.Cap);
            if (place.Cost > nest.Budget) return new(BarrierKind.TooLarge, nest.Id, place.Cost, nest.Budget);
        }

        return barred is null ? null : new(BarrierKind.Caller, barred);
    }

    private static readonly Dictionary<string, int> NoLanguages = [];
}
