using System.Globalization;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Microsoft.Extensions.Primitives;

namespace Entente.Partners.Agreements;

/// <summary>The text of an agreement as fields of a form, and back.</summary>
internal static class ContentForm
{
    public const string Party = "party";
    public const string Place = "place";
    public const string Clause = "clause";

    private const int LongestText = 20_000;
    private static readonly char[] Commas = [',', '，', '、', ';', '；', ' ', '\n', '\r', '\t'];
    private static readonly char[] BeforeOffice = [',', '，', ';', '；'];

    /// <summary>The fields of a text.</summary>
    public static FormRows Of(AgreementContent content)
    {
        var rows = new FormRows(new(StringComparer.Ordinal));
        rows["number"] = content.Number;
        rows["kind"] = content.Kind;
        Put(rows, "title", content.Title);
        rows["school-signatories"] = Lines(content.Parties.FirstOrDefault(p => p.Organisation is null)?.Signatories);
        foreach (var party in content.Parties.Where(p => p.Organisation is not null))
            rows.Add(Party, ("organisation", party.Organisation!.Value.ToString()), ("role", party.Role.ToString()), ("signatories", Lines(party.Signatories)));
        rows.Set("units", new StringValues([.. content.Units.Select(u => u.ToString())]));
        rows["territory"] = string.Join(", ", content.Territory);
        rows["languages"] = string.Join(", ", content.Languages);
        rows["term"] = content.Term.ToString();
        rows["effective-on"] = Day(content.EffectiveOn);
        rows["ends-on"] = Day(content.EndsOn);
        rows["renewal-months"] = Whole(content.RenewalMonths);
        rows["notice-months"] = Whole(content.NoticeMonths);
        rows["year-weight"] = Whole(content.YearWeight);
        rows["semester-weight"] = Whole(content.SemesterWeight);
        if (content.Reciprocal) rows["reciprocal"] = "true";
        rows["carry-over-years"] = Whole(content.CarryOverYears);
        foreach (var place in content.Places)
            rows.Add(
                Place, ("code", place.Code), ("direction", place.Direction.ToString()), ("per-year", Whole(place.PerYear)), ("within", place.Within ?? ""),
                ("level", place.Level?.ToString() ?? ""), ("field", place.Field ?? ""), ("unit", place.Unit?.ToString() ?? ""),
                ("partner", place.Partner?.ToString() ?? ""), ("year", Whole(place.AcademicYear)));
        foreach (var clause in content.Keyed().Clauses)
        {
            if (rows.Add(Clause, ("code", clause.Code!)) is not { } row) break;
            Put(rows, row + "heading", clause.Heading);
            Put(rows, row + "text", clause.Text);
        }

        return rows;
    }

    /// <summary>The text as it was entered; what cannot be read is noted in the form, beside its field.</summary>
    public static AgreementContent Read(FormReader form)
    {
        var parties = Enumerable.Range(0, FormRows.Count(form, Party)).Select(i => PartyOf(form, $"{Party}-{i}-")).ToList();
        var territory = Codes(form.Text("territory", 400)).Select(c => c.ToUpperInvariant()).Distinct(StringComparer.Ordinal).ToList();
        if (territory.Where(c => c.Length != 2 || !c.All(char.IsAsciiLetterUpper)).ToList() is { Count: > 0 } unknown) form.Refuse("territory", "agreements.wrong.territory", string.Join(' ', unknown));
        return new()
        {
            Number = form.Text("number", 40, required: true),
            Kind = form.Text("kind", 40, required: true),
            Title = Text(form, "title", 400),
            Parties = [new(null, PartyRole.School, Signatories(form, "school-signatories")), .. parties.OfType<PartyContent>()],
            Units = [.. form.All("units").Select(u => UnitId.TryParse(u, null, out var id) ? id : (UnitId?)null).OfType<UnitId>().Distinct()],
            Territory = territory,
            Languages = [.. Codes(form.Text("languages", 200)).Distinct(StringComparer.Ordinal)],
            Term = form.Choice("term", TermKind.Fixed),
            EffectiveOn = form.Date("effective-on"),
            EndsOn = form.Date("ends-on"),
            RenewalMonths = form.Number("renewal-months", 1, 240),
            NoticeMonths = form.Number("notice-months", 0, 60),
            YearWeight = form.Number("year-weight", 1, 400) ?? 100,
            SemesterWeight = form.Number("semester-weight", 0, 400) ?? 50,
            Reciprocal = form.Flag("reciprocal"),
            CarryOverYears = form.Number("carry-over-years", 0, 20) ?? 0,
            Places = [.. Enumerable.Range(0, FormRows.Count(form, Place)).Select(i => PlaceOf(form, $"{Place}-{i}-"))],
            Clauses = ClauseCodes.Give([.. Enumerable.Range(0, FormRows.Count(form, Clause)).Select(i => ClauseOf(form, $"{Clause}-{i}-"))]),
        };
    }

    /// <summary>A text of every language of the product.</summary>
    public static LocalizedText Text(FormReader form, string field, int max)
    {
        var texts = Language.All.Select(l => (l.Tag, Text: form.Text($"{field}-{l.Segment}", max))).Where(t => t.Text.Length > 0);
        return new(texts.ToDictionary(t => t.Tag, t => t.Text, StringComparer.Ordinal));
    }

    /// <summary>Puts a text's languages into their fields.</summary>
    public static void Put(FormRows rows, string field, LocalizedText text)
    {
        foreach (var language in Language.All) rows[$"{field}-{language.Segment}"] = text.Exactly(language.Tag);
    }

    private static PartyContent? PartyOf(FormReader form, string row)
    {
        var organisation = form.Key<Contracts.Directory.OrganisationCard>(row + "organisation", required: true);
        var role = form.Choice(row + "role", PartyRole.Partner);
        var signatories = Signatories(form, row + "signatories");
        return organisation is { } key ? new(key, role, signatories) : null;
    }

    private static PlaceContent PlaceOf(FormReader form, string row)
    {
        var direction = form.Choice(row + "direction", PlaceDirection.Out);
        var level = form.Raw(row + "level").Length == 0 ? (StudyLevel?)null : form.Choice(row + "level", StudyLevel.Bachelor);
        var code = form.Text(row + "code", 40, required: true);
        return new(
            code, direction, form.Number(row + "per-year", 0, 10_000, required: true) ?? 0,
            form.Text(row + "within", 40) is { Length: > 0 } within ? within : null,
            level,
            form.Text(row + "field", 4) is { Length: > 0 } field ? field : null,
            form.Key<Contracts.Directory.UnitCard>(row + "unit"),
            form.Key<Contracts.Directory.OrganisationCard>(row + "partner"),
            form.Number(row + "year", 1950, 2200));
    }

    private static ClauseContent ClauseOf(FormReader form, string row) =>
        new(Text(form, row + "heading", 200), Text(form, row + "text", LongestText), form.Text(row + "code", 40) is { Length: > 0 } code ? code : null);

    private static List<SignatoryContent> Signatories(FormReader form, string field)
    {
        var signatories = new List<SignatoryContent>();
        foreach (var line in form.Text(field, 2000).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = line.IndexOfAny(BeforeOffice);
            signatories.Add(cut < 0 ? new(line, "") : new(line[..cut].Trim(), line[(cut + 1)..].Trim()));
        }

        return signatories;
    }

    private static string Lines(IReadOnlyList<SignatoryContent>? signatories) =>
        string.Join('\n', (signatories ?? []).Select(s => s.Title.Length == 0 ? s.Name : $"{s.Name}, {s.Title}"));

    private static string[] Codes(string text) => text.Split(Commas, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
