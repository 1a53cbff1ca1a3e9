namespace Entente.Mobility.Applications;

/// <summary>Something an application lacks.</summary>
/// <param name="TextKey">The sentence.</param>
/// <param name="Anchor">Where on the page it is mended.</param>
/// <param name="Args">What fills the sentence's places.</param>
public sealed record MissingItem(string TextKey, string Anchor, params object?[] Args);

/// <summary>Says what an application lacks, from what it and its call say now.</summary>
internal static class Missing
{
    public static IReadOnlyList<MissingItem> Of(MineModel mine, ApplicationView own)
    {
        var missing = new List<MissingItem>();
        if (own.Level is null) missing.Add(new("apply.missing.level", "level"));
        if (own.Grade is null && own.Choices.Any(c => c.LeastGrade is not null)) missing.Add(new("apply.missing.grade", "grade"));
        if (own.Choices.Count == 0) missing.Add(new("apply.missing.choice", "choice-1"));
        foreach (var closed in own.Choices.Where(c => c.ClosedReason is not null)) missing.Add(new("apply.missing.closed", "choice-1", closed.Partner.Name, closed.ClosedReason));
        foreach (var place in own.Choices)
            if (Eligibility.WhyNot(place, own) is { } why) missing.Add(new(why, "choice-1", place.Partner.Name));
        foreach (var document in mine.Call.Documents.Where(d => d.IsRequired && !own.Papers.ContainsKey(d.Key))) missing.Add(new("apply.missing.document", "documents", document.Name));
        if (mine.Questions is not null && !mine.AreAnswered) missing.Add(new("apply.missing.questions", "questions"));
        if (own.Recommendations.Count(r => !r.IsDeclined) < mine.Call.Recommendations) missing.Add(new("apply.missing.recommenders", "recommenders", mine.Call.Recommendations));
        return missing;
    }
}

/// <summary>Whether a student can get a place at all, by what the place needs.</summary>
internal static class Eligibility
{
    /// <summary>The text key of the first need that is not met; none: all are.</summary>
    public static string? WhyNot(Calls.PlaceRow place, ApplicationView own) =>
        place.Level is { } level && own.Level is { } at && at != level ? "apply.bar.level"
        : place.Field is { } field && own.Field?.StartsWith(field, StringComparison.Ordinal) != true ? "apply.bar.field"
        : place is { Language: { } language, LanguageLevel: { } least } && (own.Language != language || own.LanguageLevel is null || own.LanguageLevel < least) ? "apply.bar.language"
        : place.LeastGrade is { } grade && own.Grade is { } reached && reached < grade ? "apply.bar.grade"
        : null;
}
