using System.Globalization;
using Entente.Foundation.Texts;
using Entente.Mobility.Model;

namespace Entente.Mobility.Calls;

/// <summary>Says what a student needs for a place.</summary>
internal static class CallNeeds
{
    /// <summary>The languages a certificate can be asked for in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "de", "fr", "es", "ja", "ko", "it", "ru"];

    private static readonly string[] Levels = ["A1", "A2", "B1", "B2", "C1", "C2"];

    /// <summary>The level of the Common European Framework by its number from 1.</summary>
    public static string Cefr(int level) => Levels[Math.Clamp(level, 1, 6) - 1];

    /// <summary>Whom a place prefers.</summary>
    public static string Preferred(TextCatalog texts, PlaceRow place) =>
        place.Priority == PlacePriority.Field ? texts["calls.priority.field.is", place.PriorityField] : texts["calls.priority." + place.Priority];

    public static string Of(TextCatalog texts, PlaceRow place)
    {
        var needs = new List<string>();
        if (place.Level is { } level) needs.Add(texts["mobility.level." + level]);
        if (place.Field is { } field) needs.Add(texts["calls.need.field.is", field]);
        if (place is { Language: { } language, LanguageLevel: { } least }) needs.Add(texts["calls.need.language.is", texts["mobility.language." + language], Cefr(least)]);
        if (place.LeastGrade is { } grade) needs.Add(texts["calls.need.grade.is", (grade / 100m).ToString("0.##", CultureInfo.InvariantCulture)]);
        return needs.Count == 0 ? texts["calls.need.none"] : string.Join(" · ", needs);
    }
}
