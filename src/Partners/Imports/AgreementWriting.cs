using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Partners.Model;

namespace Entente.Partners.Imports;

/// <summary>Makes the text of an agreement from a row.</summary>
internal static class AgreementWriting
{
    private const string Out = "out";
    private const string In = "in";

    /// <summary>The text of a new agreement.</summary>
    public static AgreementContent New(AgreementLine row) => Written(row, new()
    {
        Number = row.Number,
        Title = LocalizedText.Empty,
        Kind = row.Kind!.Code,
        Parties = [new(null, PartyRole.School, [])],
        Units = row.Unit is { } unit ? [unit.Id] : [],
        Territory = [.. row.PartnerCards.Select(c => c.Country).Distinct(StringComparer.Ordinal)],
        Term = row.EndsOn is null || row is { State: AgreementState.Terminated or AgreementState.Superseded, Term: null } ? TermKind.OpenEnded : TermKind.Fixed,
        EffectiveOn = row.EffectiveOn,
    });

    /// <summary>The text of a draft with what the row says laid over it.</summary>
    public static AgreementContent Changed(AgreementLine row, AgreementContent text) => Written(row, text);

    /// <summary>What the text offers in a direction every year, over the lines that stand in none.</summary>
    public static int? PlacesOf(AgreementContent text, PlaceDirection direction)
    {
        var lines = Yearly(text, direction);
        return lines.Count == 0 ? null : lines.Sum(p => p.PerYear);
    }

    /// <summary>What contradicts itself in the text, as findings on the row.</summary>
    public static void Check(AgreementLine row)
    {
        if (row.Content is not { } content) return;
        foreach (var wrong in ContentRules.Contradictions(content)) row.Line.Refuse(FieldOf(wrong), "import.agreements.wrong", new Foundation.Import.TextRef(wrong.TextKey, wrong.Args));
        if (row.Line.IsRefused) row.Content = null;
    }

    private static AgreementContent Written(AgreementLine row, AgreementContent text)
    {
        var line = row.Line;
        var term = row.Term ?? text.Term;
        var title = text.Title.Texts.ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);
        if (line.Text(AgreementColumns.TitleEn) is { Length: > 0 } en) title["en"] = en;
        if (line.Text(AgreementColumns.TitleZh) is { Length: > 0 } zh) title["zh-Hans"] = zh;
        return text with
        {
            Kind = row.Kind?.Code ?? text.Kind,
            Title = new(title),
            Parties = row.Named.Count == 0 ? text.Parties : Parties(row, text),
            Units = row.UnitsCovered.Count > 0 ? row.UnitsCovered : text.Units,
            Territory = row.Territory.Count > 0 ? row.Territory : text.Territory,
            Languages = row.Languages.Count > 0 ? row.Languages : text.Languages,
            Term = term,
            EffectiveOn = line.Date(AgreementColumns.EffectiveOn) ?? text.EffectiveOn,
            EndsOn = term == TermKind.OpenEnded ? null : row.EndsOn ?? text.EndsOn,
            RenewalMonths = term == TermKind.Automatic ? line.WholeNumber(AgreementColumns.RenewalMonths) ?? text.RenewalMonths : null,
            NoticeMonths = line.WholeNumber(AgreementColumns.NoticeMonths) ?? text.NoticeMonths,
            Places = Places(row, text),
            SemesterWeight = line.WholeNumber(AgreementColumns.SemesterWeight) ?? text.SemesterWeight,
            Reciprocal = line.Flag(AgreementColumns.Reciprocal) ?? text.Reciprocal,
            CarryOverYears = line.WholeNumber(AgreementColumns.CarryOverYears) ?? text.CarryOverYears,
        };
    }

    private static IReadOnlyList<PartyContent> Parties(AgreementLine row, AgreementContent text) =>
    [
        .. text.Parties.Where(p => p.Organisation is null),
        .. row.PartnerCards.Select(c => text.Parties.FirstOrDefault(p => p.Organisation == c.Id) ?? new PartyContent(c.Id, PartyRole.Partner, [])),
    ];

    private static IReadOnlyList<PlaceContent> Places(AgreementLine row, AgreementContent text)
    {
        var places = text.Places.ToList();
        foreach (var (field, code, direction) in new[] { (AgreementColumns.PlacesOut, Out, PlaceDirection.Out), (AgreementColumns.PlacesIn, In, PlaceDirection.In) })
        {
            if (row.Line.WholeNumber(field) is not { } number || number == PlacesOf(text, direction)) continue;
            var lines = Yearly(text, direction);
            if (lines.Count > 1) row.Line.Refuse(field, "import.agreements.several-lines");
            else if (lines.Count == 1) places[places.IndexOf(lines[0])] = lines[0] with { PerYear = number };
            else places.Add(new(code, direction, number));
        }

        return places;
    }

    private static List<PlaceContent> Yearly(AgreementContent text, PlaceDirection direction) =>
        [.. text.Places.Where(p => p.Direction == direction && p.Within is null && p.AcademicYear is null)];

    private static string FieldOf(FieldError wrong) => wrong.Field switch
    {
        "ends-on" => AgreementColumns.EndsOn,
        "renewal-months" => AgreementColumns.RenewalMonths,
        "notice-months" => AgreementColumns.NoticeMonths,
        _ when wrong.Field.StartsWith("party", StringComparison.Ordinal) => AgreementColumns.Partners,
        _ when wrong.Field.StartsWith("place", StringComparison.Ordinal) => AgreementColumns.PlacesOut,
        _ => AgreementColumns.Number,
    };
}
