using Entente.Contracts.Figures;
using Entente.Foundation.Texts;

namespace Entente.Figures.Counting;

/// <summary>The words of a figure, and its number as people read it.</summary>
internal static class FigureWords
{
    public static string NameOf(this TextCatalog texts, FigureDefinition figure) => texts[$"figure.{figure.Id}.name"];

    public static string DefinitionOf(this TextCatalog texts, FigureDefinition figure) => texts[$"figure.{figure.Id}.definition"];

    /// <summary>The noun of what is counted, for a number.</summary>
    public static string UnitOf(this TextCatalog texts, FigureDefinition figure, long? value) =>
        texts[$"figure.{figure.Id}.unit.{(value == 1 ? "one" : "other")}"];

    /// <summary>The number as it is written in the language: 1,234.</summary>
    public static string Number(long value) => value.ToString("N0", Language.Current.Culture);

    /// <summary>The number, or the words for one that is withheld.</summary>
    public static string NumberOr(this TextCatalog texts, FigureDefinition figure, long? value) =>
        value is { } known ? Number(known) : texts["figures.withheld.short", figure.SuppressUpTo];

    /// <summary>For which dates a figure holds, as a phrase.</summary>
    public static string WindowOf(this TextCatalog texts, FigureWindow window) => window.From == window.AsOf
        ? texts["figures.as-of", texts.Date(window.AsOf)]
        : texts["figures.from-to", texts.Date(window.From), texts.Date(window.AsOf)];
}
