using Entente.Directory.Model;
using Entente.Foundation.Texts;
using Entente.Ui.Lists;
using Entente.Ui.Records;

namespace Entente.Directory.Organisations;

/// <summary>The words for what organisations are.</summary>
internal static class OrganisationWords
{
    public static readonly IReadOnlyList<OrganisationTypes> AllTypes = [.. Enum.GetValues<OrganisationTypes>().Where(t => t != OrganisationTypes.None)];

    public static string Of(TextCatalog texts, OrganisationTypes types) => string.Join(
        Language.Current == Language.Chinese ? "、" : ", ", AllTypes.Where(t => types.HasFlag(t)).Select(t => texts["organisations.type." + t]));

    public static string Of(TextCatalog texts, OrganisationStatus status) => texts["organisations.status." + status];

    public static StateKind KindOf(OrganisationStatus status) => status == OrganisationStatus.Active ? StateKind.Done : StateKind.Neutral;

    public static IReadOnlyList<Choice> TypeChoices(TextCatalog texts) => [.. AllTypes.Select(t => new Choice(t.ToString(), texts["organisations.type." + t]))];

    public static IReadOnlyList<Choice> StatusChoices(TextCatalog texts) =>
        [.. Enum.GetValues<OrganisationStatus>().Select(s => new Choice(s.ToString(), Of(texts, s)))];

    /// <summary>Every country and region, in the order of the reader's language.</summary>
    public static IReadOnlyList<Choice> CountryChoices(TextCatalog texts) => CountriesByLanguage.GetOrAdd(Language.Current, language =>
        [.. Codes.Select(c => new Choice(c, Countries.In(texts, language, c))).OrderBy(c => c.Text, StringComparer.Create(language.Culture, ignoreCase: true))]);

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Language, IReadOnlyList<Choice>> CountriesByLanguage = new();

    private static readonly string[] Codes = [.. System.Globalization.CultureInfo.GetCultures(System.Globalization.CultureTypes.SpecificCultures)
        .Select(c => new System.Globalization.RegionInfo(c.Name).TwoLetterISORegionName)
        .Where(c => c.Length == 2 && c.All(char.IsAsciiLetterUpper) && c is not ("XK" or "IC" or "EA"))
        .Concat(["AQ", "BV", "GS", "HM", "TF", "VA"]).Distinct(StringComparer.Ordinal)];
}
