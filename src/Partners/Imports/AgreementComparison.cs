using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Import;
using Entente.Partners.Model;

namespace Entente.Partners.Imports;

/// <summary>
/// Compares a row with the agreement of its number. What the row leaves empty stays as it is. A draft is rewritten; the text of a
/// signed agreement is not: a difference is said, and an amendment is the way.
/// </summary>
internal static class AgreementComparison
{
    public static void Compare(AgreementLine row, AgreementWorld world)
    {
        var line = row.Line;
        line.State = row;
        if (row.Stored is not { } stored)
        {
            line.Basis = "new";
            line.Outcome = ImportOutcome.New;
            if (!line.IsRefused) row.Content = AgreementWriting.New(row);
            return;
        }

        line.Basis = FormattableString.Invariant($"{stored.Id}:{stored.Version}");
        var text = stored.Text;
        var differences = Differences(row, stored, text, world).ToList();
        if (differences.Count == 0)
        {
            line.Outcome = ImportOutcome.Unchanged;
            return;
        }

        line.Outcome = ImportOutcome.Changed;
        foreach (var (field, before, after) in differences)
        {
            line.Changes.Add(new(field, before, after));
            if (stored.State != AgreementState.Draft) line.Refuse(field, "import.agreements.not-a-draft", new TextRef(AgreementRules.Word(stored.State)), before, after);
            else if (field is AgreementColumns.SignedOn or AgreementColumns.State or AgreementColumns.Follows) line.Refuse(field, "import.agreements.draft-here", before, after);
        }

        if (!line.IsRefused) row.Content = AgreementWriting.Changed(row, text);
    }

    private static IEnumerable<(string Field, string Before, string After)> Differences(AgreementLine row, Agreement stored, AgreementContent text, AgreementWorld world)
    {
        var line = row.Line;
        if (line.Says(AgreementColumns.Kind) && row.Kind is { } kind && kind.Code != text.Kind) yield return (AgreementColumns.Kind, text.Kind, kind.Code);
        if (Differs(line, AgreementColumns.TitleEn, text.Title.Exactly("en")) is { } en) yield return en;
        if (Differs(line, AgreementColumns.TitleZh, text.Title.Exactly("zh-Hans")) is { } zh) yield return zh;
        if (row.Named.Count > 0 && row.KnowsPartners && Keys(row.PartnerCards.Select(c => c.Id)) != Keys(text.Parties.Select(p => p.Organisation).OfType<OrganisationId>()))
            yield return (AgreementColumns.Partners, text.Parties.Count(p => p.Organisation is not null).ToString(CultureInfo.InvariantCulture), line.Text(AgreementColumns.Partners));
        if (line.Says(AgreementColumns.Unit) && row.Unit is { } unit && unit.Id != stored.UnitId)
            yield return (AgreementColumns.Unit, world.Units.FirstOrDefault(u => u.Id == stored.UnitId)?.Code ?? "", unit.Code);
        if (Sets(line, AgreementColumns.Territory, text.Territory, row.Territory) is { } territory) yield return territory;
        if (line.Says(AgreementColumns.UnitsCovered) && Keys(row.UnitsCovered) != Keys(text.Units))
            yield return (AgreementColumns.UnitsCovered, Codes(text.Units, world), Codes(row.UnitsCovered, world));
        if (Sets(line, AgreementColumns.Languages, text.Languages, row.Languages) is { } languages) yield return languages;
        foreach (var (field, known, said) in new (string, DateOnly?, DateOnly?)[]
        {
            (AgreementColumns.SignedOn, stored.SignedOn, row.SignedOn),
            (AgreementColumns.EffectiveOn, text.EffectiveOn, line.Date(AgreementColumns.EffectiveOn)),
            (AgreementColumns.EndsOn, row.EndsOn == text.EndsOn ? row.EndsOn : stored.LastDay, row.EndsOn),
        })
        {
            if (said is { } day && day != known) yield return (field, Day(known), Day(day));
        }

        if (row.Term is { } term && term != text.Term) yield return (AgreementColumns.Term, AgreementColumns.Word(text.Term), AgreementColumns.Word(term));
        foreach (var (field, known) in new (string, int?)[]
        {
            (AgreementColumns.NoticeMonths, text.NoticeMonths), (AgreementColumns.RenewalMonths, text.RenewalMonths),
            (AgreementColumns.PlacesOut, AgreementWriting.PlacesOf(text, PlaceDirection.Out)), (AgreementColumns.PlacesIn, AgreementWriting.PlacesOf(text, PlaceDirection.In)),
            (AgreementColumns.SemesterWeight, text.SemesterWeight), (AgreementColumns.CarryOverYears, text.CarryOverYears),
        })
        {
            if (line.WholeNumber(field) is { } number && number != known) yield return (field, Whole(known), Whole(number));
        }

        if (line.Flag(AgreementColumns.Reciprocal) is { } flag && flag != text.Reciprocal) yield return (AgreementColumns.Reciprocal, YesNo(text.Reciprocal), YesNo(flag));
        if (row.State is { } state && Stage(state) != Stage(stored.State)) yield return (AgreementColumns.State, AgreementColumns.Word(stored.State), AgreementColumns.Word(state));
        if (row.Follows.Length > 0 && world.ByNumber.GetValueOrDefault(row.Follows)?.Id != stored.PredecessorId) yield return (AgreementColumns.Follows, "", row.Follows);
    }

    /// <summary>States that follow from each other by the calendar or by approval here are one: a table need not keep up with them.</summary>
    private static int Stage(AgreementState state) => state switch
    {
        < AgreementState.Signed => 0,
        AgreementState.Signed or AgreementState.Active or AgreementState.Expired => 1,
        AgreementState.Terminated => 2,
        _ => 3,
    };

    private static (string, string, string)? Differs(ImportLine line, string field, string known) =>
        line.Text(field) is { Length: > 0 } said && said != known ? (field, known, said) : null;

    private static (string, string, string)? Sets(ImportLine line, string field, IReadOnlyList<string> known, IReadOnlyList<string> said) =>
        line.Says(field) && !known.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(said) ? (field, string.Join(AgreementColumns.Between, known), string.Join(AgreementColumns.Between, said)) : null;

    private static string Keys<TCard>(IEnumerable<Id<TCard>> keys) => string.Join(' ', keys.Distinct().Order());

    private static string Codes(IEnumerable<UnitId> units, AgreementWorld world) =>
        string.Join(AgreementColumns.Between, units.Select(u => world.Units.FirstOrDefault(c => c.Id == u)?.Code));

    private static string Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string YesNo(bool flag) => flag ? "yes" : "no";
}
