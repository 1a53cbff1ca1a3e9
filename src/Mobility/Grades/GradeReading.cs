using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Grades;

/// <summary>Reads distributions of grades: the school's own, and those of partners, the newest of each field first.</summary>
internal sealed class GradeReading(AppDbContext db, IOrganisations organisations, IGradingRules rules, IAccounts accounts, SchoolClock clock, TextCatalog texts)
{
    private const int Most = 2_000;

    /// <summary>The newest of every institution and field.</summary>
    public async Task<GradesModel> AllAsync(CancellationToken cancellation)
    {
        var stored = await db.Set<GradingTable>().AsNoTracking()
            .Where(t => !db.Set<GradingTable>().Any(n => n.OrganisationId == t.OrganisationId && n.Field == t.Field && n.Number > t.Number)).Take(Most).ToListAsync(cancellation);
        var names = await NamesAsync(stored, cancellation);
        var rule = await rules.TodayAsync(cancellation);
        return new([.. stored.Select(t => Line(t, names, rule)).OrderBy(l => l.Organisation is not null).ThenBy(l => l.Name.ToString(), StringComparer.CurrentCulture).ThenBy(l => l.Field, StringComparer.CurrentCulture)], rule);
    }

    /// <summary>One with its versions and what becomes of its grades here.</summary>
    public async Task<GradeTableModel?> OfAsync(string id, CancellationToken cancellation)
    {
        if (!Id<GradingTable>.TryParse(id, null, out var key) || await db.Set<GradingTable>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == key, cancellation) is not { } table) return null;
        var (organisation, field) = (table.OrganisationId, table.Field);
        var versions = await db.Set<GradingTable>().AsNoTracking().Where(t => t.OrganisationId == organisation && t.Field == field).OrderByDescending(t => t.Number).ToListAsync(cancellation);
        var names = await NamesAsync([table], cancellation);
        var by = await accounts.OfAsync([.. versions.Select(v => v.RecordedById).OfType<AccountId>().Distinct()], cancellation);
        var rule = await rules.TodayAsync(cancellation);
        var home = organisation is null ? null : await HomeAsync(rule, cancellation);
        var line = Line(table, names, rule);
        var read = table.Read();
        return new(line, read)
        {
            Source = table.Source,
            Rule = rule,
            Home = home,
            Matches = rule is null || home is null || line.IsSmall || home.Passed.Total < rule.FewestPasses ? [] : [.. read.Passed.Shares.Select(s => read.Passed.Convert(s.Grade, home.Passed, rule.Pick)!)],
            Versions = [.. versions.Select(v => new GradeVersion(v.Id.ToString(), v.Number, clock.DateOf(v.RecordedAt), v.RecordedById is { } who && by.TryGetValue(who, out var card) ? card.Name : "–"))],
        };
    }

    /// <summary>Those of a partner that hold now, the whole institution first.</summary>
    public async Task<IReadOnlyList<(GradeLine Line, KnownDistribution Known)>> OfPartnerAsync(OrganisationId organisation, GradingRule? rule, CancellationToken cancellation)
    {
        var stored = await db.Set<GradingTable>().AsNoTracking().Where(t => t.OrganisationId == organisation && !db.Set<GradingTable>().Any(n => n.OrganisationId == t.OrganisationId && n.Field == t.Field && n.Number > t.Number))
            .OrderBy(t => t.Field).ToListAsync(cancellation);
        var names = await NamesAsync(stored, cancellation);
        return [.. stored.Select(t => (Line(t, names, rule), t.Read()))];
    }

    /// <summary>The school's own: what the office entered last for the whole school, else what the pack brings.</summary>
    public async Task<KnownDistribution?> HomeAsync(GradingRule? rule, CancellationToken cancellation) =>
        (await db.Set<GradingTable>().AsNoTracking().Where(t => t.OrganisationId == null && t.Field == "").OrderByDescending(t => t.Number).FirstOrDefaultAsync(cancellation))?.Read() ?? rule?.Home;

    private async Task<Dictionary<OrganisationId, LocalizedText>> NamesAsync(IReadOnlyCollection<GradingTable> tables, CancellationToken cancellation)
    {
        var ids = tables.Select(t => t.OrganisationId).OfType<OrganisationId>().Distinct().ToList();
        return await organisations.Cards(Viewer.System).Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);
    }

    private GradeLine Line(GradingTable table, Dictionary<OrganisationId, LocalizedText> names, GradingRule? rule)
    {
        var known = table.Read();
        return new(table.Id.ToString(), table.OrganisationId, table.OrganisationId is { } at ? names[at] : texts.InEach("grades.home"), table.Field, table.Number, known.Years, known.Passed.Total)
        {
            RecordedOn = clock.DateOf(table.RecordedAt),
            CreditHundredths = table.CreditHundredths,
            IsSmall = known.Passed.Total < rule?.FewestPasses,
        };
    }
}

/// <summary>A distribution in a list.</summary>
public sealed record GradeLine(string Key, OrganisationId? Organisation, LocalizedText Name, string Field, int Number, string Years, long Total)
{
    public DateOnly RecordedOn { get; init; }

    /// <summary>How many credits here one credit there is, hundredths.</summary>
    public int? CreditHundredths { get; init; }

    /// <summary>Whether it counts too few passes for the pack in force.</summary>
    public bool IsSmall { get; init; }

    public string Address => ShowGrades.List + "/" + Key;
}

/// <summary>What the list shows.</summary>
public sealed record GradesModel(IReadOnlyList<GradeLine> Lines, GradingRule? Rule)
{
    public bool MayEdit { get; init; }

    public bool HasHome => Rule?.Home is not null || Lines.Any(l => l.Organisation is null && l.Field.Length == 0);
}

/// <summary>What the page of a distribution shows.</summary>
public sealed record GradeTableModel(GradeLine Line, KnownDistribution Known)
{
    public required string Source { get; init; }

    public GradingRule? Rule { get; init; }

    /// <summary>The school's own; none: nobody entered it, or this is it.</summary>
    public KnownDistribution? Home { get; init; }

    /// <summary>What becomes of each grade here; empty: nothing can be converted by it.</summary>
    public IReadOnlyList<GradeMatch> Matches { get; init; } = [];

    public IReadOnlyList<GradeVersion> Versions { get; init; } = [];

    public bool MayEdit { get; init; }
}

/// <summary>A version of a distribution.</summary>
public sealed record GradeVersion(string Key, int Number, DateOnly On, string By);
