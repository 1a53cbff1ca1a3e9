using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Ui.Lists;

namespace Entente.Mobility.Grades;

/// <summary>The ways in which grades of a host can be converted: by its distribution where one is known and large enough, by each table of the packs in force.</summary>
internal sealed class GradeConversions(GradeReading reading, IConversionTables tables, IGradingRules rules, TextCatalog texts)
{
    /// <summary>How much of a long name is kept in the source of a transcript.</summary>
    private const int LongestName = 80;

    /// <summary>The ways, the preferred one first, with sentences about those that are not offered.</summary>
    public async Task<OfferedConversions> OfAsync(OrganisationId host, CancellationToken cancellation)
    {
        var rule = await rules.TodayAsync(cancellation);
        var (ways, not) = (new List<GradeConversion>(), new List<string>());
        var known = await reading.OfPartnerAsync(host, rule, cancellation);
        var home = known.Count == 0 ? null : await reading.HomeAsync(rule, cancellation);
        foreach (var (line, theirs) in known)
        {
            if (rule is null) not.Add(texts["grades.not.rule"]);
            else if (home is null) not.Add(texts["grades.not.home"]);
            else if (line.IsSmall) not.Add(texts["grades.not.small", Named(line), line.Total, rule.FewestPasses]);
            else if (home.Passed.Total < rule.FewestPasses) not.Add(texts["grades.not.small.home", home.Passed.Total, rule.FewestPasses]);
            else ways.Add(ByDistribution(line, theirs, home, rule));
        }

        var byTable = (await tables.OfAsync("grades.", cancellation)).Select(ByTable);
        var credits = known.Select(k => k.Line).FirstOrDefault(l => l.CreditHundredths is not null) is { } counted ? new CreditFactor(counted.Name, counted.CreditHundredths!.Value) : null;
        return new(rule?.IsPreferred == true ? [.. ways, .. byTable] : [.. byTable, .. ways], [.. not.Distinct(StringComparer.Ordinal)], rule?.IsPreferred == true && ways.Count > 0 ? ways[0].Code : null) { Credits = credits };
    }

    private GradeConversion ByTable(ConversionTable table) => new(table.Code, table.Title, table.Source, grade => table.Of(grade) is not { } converted ? null
        : new(converted, texts.InEach("grades.how.table", grade.Trim(), converted, table.Title)));

    private GradeConversion ByDistribution(GradeLine line, KnownDistribution theirs, KnownDistribution home, GradingRule rule)
    {
        var title = Named(line);
        var name = line.Field.Length == 0 ? line.Name.En : $"{line.Name.En}, {line.Field}";
        return new("distribution." + line.Key, title, $"{name[..Math.Min(name.Length, LongestName)]} v{line.Number} · {rule.Source}", grade =>
        {
            if (theirs.Fails(grade)) return new(home.Failing.Count > 0 ? home.Failing[0] : null, texts.InEach("grades.how.fail", line.Name, grade.Trim())) { IsFail = true };
            return theirs.Passed.Convert(grade, home.Passed, rule.Pick) is { } match ? new(match.Chosen, GradeWords.How(texts, line, theirs, home, rule.Pick, match)) : null;
        });
    }

    private LocalizedText Named(GradeLine line) => line.Field.Length == 0 ? texts.InEach("grades.by.whole", line.Name, line.Years) : texts.InEach("grades.by.field", line.Name, line.Field, line.Years);
}

/// <summary>The ways in which grades of a host can be converted.</summary>
/// <param name="Ways">The ways, the preferred one first.</param>
/// <param name="Not">Why others are not offered, in words.</param>
/// <param name="Preferred">The one to begin with; none: whoever enters the transcript chooses.</param>
public sealed record OfferedConversions(IReadOnlyList<GradeConversion> Ways, IReadOnlyList<string> Not, string? Preferred)
{
    public static OfferedConversions None { get; } = new([], [], null);

    /// <summary>What credits of the host are here; none: they count as they are.</summary>
    public CreditFactor? Credits { get; init; }

    public IReadOnlyList<Choice> Choices => [.. Ways.Select(w => new Choice(w.Code, w.Title.ToString()))];
}

/// <summary>One way of converting grades.</summary>
/// <param name="Code">What is sent when it is chosen.</param>
/// <param name="Title">Its name.</param>
/// <param name="Source">What is kept beside what was converted by it.</param>
/// <param name="Of">What becomes of a grade; none: it is not known there.</param>
public sealed record GradeConversion(string Code, LocalizedText Title, string Source, Func<string, ConvertedGrade?> Of);

/// <summary>What became of a grade.</summary>
/// <param name="Grade">The grade at home; none: a failing one, for which no word is known.</param>
/// <param name="How">Why, in words.</param>
public sealed record ConvertedGrade(string? Grade, LocalizedText How)
{
    /// <summary>Whether the course was failed.</summary>
    public bool IsFail { get; init; }
}

/// <summary>What a credit of a host is here.</summary>
/// <param name="Host">The host.</param>
/// <param name="Hundredths">Credits here for one there, hundredths.</param>
public sealed record CreditFactor(LocalizedText Host, int Hundredths)
{
    /// <summary>Credits of the host in credits here, tenths; a half tenth counts up.</summary>
    public int Of(int tenths) => (int)decimal.Round(tenths * Hundredths / 100m, MidpointRounding.AwayFromZero);

    /// <summary>How it was reckoned, in words.</summary>
    public LocalizedText How(TextCatalog texts, int tenths) => texts.InEach("grades.how.credits", Stays.PlanFields.Written(tenths), Host, GradeWords.Factor(Hundredths), Stays.PlanFields.Written(Of(tenths)));
}
