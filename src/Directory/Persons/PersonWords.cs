using Entente.Foundation.Texts;

namespace Entente.Directory.Persons;

/// <summary>Words about people that several pages say.</summary>
internal static class PersonWords
{
    /// <summary>From when to when, as far as it is known.</summary>
    public static string Period(TextCatalog texts, DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => texts["directory.affiliation.undated"],
        ({ } first, null) => texts["directory.affiliation.since", texts.Date(first)],
        (null, { } last) => texts["directory.affiliation.until", texts.Date(last)],
        ({ } first, { } last) => texts["directory.affiliation.between", texts.Date(first), texts.Date(last)],
    };
}
