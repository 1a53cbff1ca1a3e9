using Entente.Contracts.Partners;
using Entente.Foundation.Web;

namespace Entente.Partners.Model;

/// <summary>What the text of an agreement must not say, and what it must say before it is submitted. Fields are named as in the form.</summary>
internal static class ContentRules
{
    /// <summary>The broad fields of ISCED-F 2013.</summary>
    public static IReadOnlyList<string> BroadFields { get; } = ["00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10"];

    /// <summary>What contradicts itself.</summary>
    public static IEnumerable<FieldError> Contradictions(AgreementContent content) => [.. OfDates(content), .. OfParties(content), .. OfPlaces(content)];

    /// <summary>What is missing before the text can be approved.</summary>
    public static IEnumerable<FieldError> Missing(AgreementContent content)
    {
        if (content.Title.Texts.Count == 0) yield return new("title", "agreements.missing.title");
        if (content.Parties.All(p => p.Organisation is null)) yield return new("new-partner", "agreements.missing.partner");
        if (content.Units.Count == 0) yield return new("units", "agreements.missing.units");
        if (content.Territory.Count == 0) yield return new("territory", "agreements.missing.territory");
        if (content.EffectiveOn is null) yield return new("effective-on", "agreements.missing.begin");
        if (content.Term != TermKind.OpenEnded && content.EndsOn is null) yield return new("ends-on", "agreements.missing.end");
        if (content.Term == TermKind.Automatic && content.RenewalMonths is null) yield return new("renewal-months", "agreements.missing.renewal");
        if (content.Term != TermKind.Fixed && content.NoticeMonths is null) yield return new("notice-months", "agreements.missing.notice");
    }

    private static IEnumerable<FieldError> OfDates(AgreementContent content)
    {
        if (content is { Term: TermKind.OpenEnded, EndsOn: not null }) yield return new("ends-on", "agreements.wrong.end-open");
        if (content.Term != TermKind.Automatic && content.RenewalMonths is not null) yield return new("renewal-months", "agreements.wrong.renewal-not-automatic");
        if (content is not { EffectiveOn: { } begin, EndsOn: { } end }) yield break;
        if (end < begin) yield return new("ends-on", "agreements.wrong.end-before-begin", begin, end);
        else if (content.NoticeMonths is { } months && begin.AddMonths(months) > end) yield return new("notice-months", "agreements.wrong.notice-longer", months);
    }

    private static IEnumerable<FieldError> OfParties(AgreementContent content)
    {
        var seen = new HashSet<OrganisationId>();
        foreach (var (partner, i) in content.Parties.Select(p => p.Organisation).OfType<OrganisationId>().Select((p, i) => (p, i)))
            if (!seen.Add(partner)) yield return new($"party-{i}-role", "agreements.wrong.party-twice");
    }

    private static IEnumerable<FieldError> OfPlaces(AgreementContent content)
    {
        var byCode = content.Places.GroupBy(p => p.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var (place, i) in content.Places.Select((p, i) => (p, i)))
        {
            var row = $"place-{i}-";
            if (!IsCode(place.Code)) yield return new(row + "code", "agreements.wrong.code", place.Code);
            else if (byCode[place.Code] != place && content.Places.Take(i).Any(p => p.Code == place.Code)) yield return new(row + "code", "agreements.wrong.code-twice", place.Code);
            if (place.Field is { } field && !BroadFields.Contains(field, StringComparer.Ordinal)) yield return new(row + "field", "agreements.wrong.field", field);
            if (place.Partner is { } partner && content.Parties.All(p => p.Organisation != partner)) yield return new(row + "partner", "agreements.wrong.place-partner");
            if (place.AcademicYear is { } year && IsOutsideTerm(content, year)) yield return new(row + "year", "agreements.wrong.year", year);
            if (place.Within is { } code && Nesting(place, code, byCode, row) is { } wrong) yield return wrong;
        }
    }

    private static FieldError? Nesting(PlaceContent place, string within, Dictionary<string, PlaceContent> byCode, string row)
    {
        if (!byCode.TryGetValue(within, out var outer)) return new(row + "within", "agreements.wrong.within-unknown", within);
        var visited = new HashSet<string>(StringComparer.Ordinal) { place.Code };
        for (var at = within; at is not null && byCode.TryGetValue(at, out var next); at = next.Within)
            if (!visited.Add(at)) return new(row + "within", "agreements.wrong.within-circle", place.Code);
        if (outer.Direction != place.Direction) return new(row + "within", "agreements.wrong.within-direction", within);
        return place.PerYear > outer.PerYear ? new(row + "per-year", "agreements.wrong.within-more", place.Code, place.PerYear, within, outer.PerYear) : null;
    }

    private static bool IsOutsideTerm(AgreementContent content, int year) =>
        (content.EffectiveOn is { } begin && year < begin.Year - 1) || (content is { Term: TermKind.Fixed, EndsOn: { } end } && year > end.Year);

    private static bool IsCode(string code) =>
        code.Length > 0 && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && code[0] != '-';
}
