using Entente.Foundation.Texts;

namespace Entente.Directory.Persons;

/// <summary>Words about people that several pages say.</summary>
internal static class PersonWords
{
    /// <summary>Where something is known from; what the product itself wrote there is said in the reader's language.</summary>
    public static string Source(TextCatalog texts, string source) => texts.Has("directory.source." + source) ? texts["directory.source." + source] : source;

    /// <summary>From when to when, as far as it is known.</summary>
    public static string Period(TextCatalog texts, DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => texts["directory.affiliation.undated"],
        ({ } first, null) => texts["directory.affiliation.since", texts.Date(first)],
        (null, { } last) => texts["directory.affiliation.until", texts.Date(last)],
        ({ } first, { } last) => texts["directory.affiliation.between", texts.Date(first), texts.Date(last)],
    };
}
