using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;

namespace Entente.Partners.Partners;

/// <summary>How places, amounts and kinds are written on the pages of partners.</summary>
internal static class PartnerWords
{
    /// <summary>City and country or region.</summary>
    public static string PlaceOf(TextCatalog texts, OrganisationCard organisation)
    {
        var country = Countries.In(texts, organisation.Country);
        var city = organisation.City.ToString();
        return city.Length == 0 || city == country ? country
            : Language.Current == Language.Chinese ? country + " " + city : city + ", " + country;
    }

    /// <summary>What is owed as a table shows it; a dash where places are not held against each other.</summary>
    public static string Owed(TextCatalog texts, int? hundredths) => hundredths is { } known ? PlaceAmounts.Signed(known) : texts["partners.none"];

    /// <summary>A kind within a sentence: in English with a small letter.</summary>
    public static string InSentence(LocalizedText kind)
    {
        var text = kind.ToString();
        return Language.Current == Language.English && text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }

    /// <summary>The name in a language other than the reader's, where it differs.</summary>
    public static (Language Language, string Text)? OtherName(LocalizedText name) => Language.All
        .Where(l => l != Language.Current && name.Exactly(l.Tag).Length > 0 && name.Exactly(l.Tag) != name.ToString())
        .Select(l => ((Language, string)?)(l, name.Exactly(l.Tag))).FirstOrDefault();
}
