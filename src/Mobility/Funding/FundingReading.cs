using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Lists;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Funding;

/// <summary>Reads sources with their budgets and awards.</summary>
internal sealed class FundingReading(AppDbContext db, IPersons persons, IOrganisations organisations, IUnits units, AcademicCalendar calendar, SchoolClock clock, Viewer viewer)
{
    private const int Most = 500;

    public async Task<SourcesModel> AllAsync(CancellationToken cancellation)
    {
        var sources = await db.Set<FundingSource>().VisibleTo(viewer).AsNoTracking().Include(s => s.Budgets).OrderBy(s => s.RecordedAt).ThenBy(s => s.Id).Take(Most).ToListAsync(cancellation);
        var all = await units.AllAsync(cancellation);
        return new([.. sources.Select(s => View(s, all))], [.. all.Where(u => viewer.May(MobilityPermissions.Edit, u.Id.Value)).Select(u => new Choice(u.Id.ToString(), u.Name.ToString()))], calendar.Of(clock.Today));
    }

    public Task<FundingSource?> FindAsync(string id, CancellationToken cancellation) => Id<FundingSource>.TryParse(id, null, out var key)
        ? db.Set<FundingSource>().VisibleTo(viewer).Include(s => s.Budgets).SingleOrDefaultAsync(s => s.Id == key, cancellation)
        : Task.FromResult<FundingSource?>(null);

    /// <summary>A source with its awards, newest first, in a number of statements that does not depend on theirs.</summary>
    public async Task<SourceModel?> OfAsync(string id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } source) return null;
        db.ChangeTracker.Clear();
        var budgets = source.Budgets.Select(b => b.Id).ToList();
        var awards = await db.Set<Award>().VisibleTo(viewer).AsNoTracking().Include(a => a.Instalments).Where(a => budgets.Contains(a.BudgetId)).OrderByDescending(a => a.RecordedAt).ThenBy(a => a.Id).Take(Most).ToListAsync(cancellation);
        var people = awards.Select(a => a.PersonId).Distinct().ToList();
        var names = await persons.Cards(Viewer.System).Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var partners = await PartnersAsync(awards, cancellation);
        var reach = viewer.Reach(MobilityPermissions.View);
        var years = source.Budgets.Select(b => b.Year).ToList();
        var calls = (await db.Set<Call>().VisibleTo(viewer).AsNoTracking().Where(c => years.Contains(c.AcademicYear) && c.State != CallState.CalledOff).OrderByDescending(c => c.ClosesAt).Take(Most).ToListAsync(cancellation)).Where(c => reach.Covers(c.UnitId.Value));
        var key = source.Id;
        return new(View(source, await units.AllAsync(cancellation)), calendar.Of(clock.Today))
        {
            Calls = [.. calls.Select(c => new Choice(c.Id.ToString(), c.Title.ToString()))],
            Paying = (await db.Set<CallFunding>().Where(f => f.SourceId == key).Select(f => f.CallId).ToListAsync(cancellation)).Select(c => c.ToString()).ToHashSet(StringComparer.Ordinal),
            Awards = [.. awards.Select(a => new AwardRow(a.Id.Value, names[a.PersonId], a.OrganisationId is { } at ? partners.GetValueOrDefault(at) : null, a.Amount, a.Paid, a.State))],
        };
    }

    /// <summary>Whom an award can be given to: stays that are not over, and applications without a stay.</summary>
    public async Task<IReadOnlyList<Recipient>> RecipientsAsync(CancellationToken cancellation)
    {
        var stays = await db.Set<Stay>().VisibleTo(viewer).AsNoTracking().Where(s => s.Direction == PlaceDirection.Out && (s.State == StayState.Planned || s.State == StayState.UnderWay)).OrderBy(s => s.From).ThenBy(s => s.Id).Take(Most).ToListAsync(cancellation);
        var taken = db.Set<Stay>().VisibleTo(viewer).Where(s => s.ApplicationId != null).Select(s => s.ApplicationId);
        var reach = viewer.Reach(MobilityPermissions.View);
        var applications = (await db.Set<Application>().VisibleTo(viewer).AsNoTracking().Where(a => a.State == ApplicationState.Submitted && !taken.Contains(a.Id)).OrderBy(a => a.Id).Take(Most).ToListAsync(cancellation)).Where(a => reach.Covers(a.CallUnitId.Value)).ToList();
        var people = stays.Select(s => s.PersonId).Concat(applications.Select(a => a.PersonId)).Distinct().ToList();
        var names = await persons.Cards(Viewer.System).Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var calls = applications.Select(a => a.CallId).Distinct().ToList();
        var titles = await db.Set<Call>().VisibleTo(viewer).Where(c => calls.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Title, cancellation);
        var at = stays.Select(s => s.OrganisationId).Distinct().ToList();
        var partners = await organisations.Cards(Viewer.System).Where(o => at.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);
        return
        [
            .. stays.Select(s => new Recipient("stay-" + s.Id, $"{names[s.PersonId]} · {partners[s.OrganisationId]}", s.PersonId, s.OrganisationId, s.Id.Value, null, calendar.Of(s.From))),
            .. applications.Where(a => titles.ContainsKey(a.CallId)).Select(a => new Recipient("application-" + a.Id, $"{names[a.PersonId]} · {titles[a.CallId]}", a.PersonId, null, null, a.Id.Value, null)),
        ];
    }

    private async Task<Dictionary<OrganisationId, LocalizedText>> PartnersAsync(IReadOnlyCollection<Award> awards, CancellationToken cancellation)
    {
        var at = awards.Select(a => a.OrganisationId).OfType<OrganisationId>().Distinct().ToList();
        return await organisations.Cards(Viewer.System).Where(o => at.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);
    }

    private SourceView View(FundingSource source, IReadOnlyList<UnitCard> all) => new(source.Id.Value, source.Name, source.Currency, all.Single(u => u.Id == source.UnitId).Name, source.UnitId.Value, viewer.May(MobilityPermissions.Edit, source.UnitId.Value))
    {
        Budgets = [.. source.Budgets.OrderByDescending(b => b.Year).Select(b => new BudgetView(b.Id.Value, b.Year, calendar.Name(b.Year), b.Amount, b.Awarded))],
    };
}

/// <summary>What the list of sources shows.</summary>
public sealed record SourcesModel(IReadOnlyList<SourceView> Sources, IReadOnlyList<Choice> Units, int Year)
{
    public FormReader Sent { get; init; } = FormReader.Empty;
}

/// <summary>What the page of a source shows.</summary>
public sealed record SourceModel(SourceView Source, int Year)
{
    public IReadOnlyList<AwardRow> Awards { get; init; } = [];

    /// <summary>The calls whose places it could pay.</summary>
    public IReadOnlyList<Choice> Calls { get; init; } = [];

    /// <summary>The calls whose places it pays.</summary>
    public IReadOnlySet<string> Paying { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public FormReader Sent { get; init; } = FormReader.Empty;
}

/// <summary>A source.</summary>
public sealed record SourceView(Guid Key, LocalizedText Name, string Currency, LocalizedText Unit, Guid UnitKey, bool MayEdit)
{
    public IReadOnlyList<BudgetView> Budgets { get; init; } = [];

    public string Address => KeepSources.AddressOf(Key);
}

/// <summary>What a source has for a year, minor units.</summary>
public sealed record BudgetView(Guid Key, int Year, string Name, long Amount, long Awarded)
{
    public long Left => Amount - Awarded;
}

/// <summary>An award of a source.</summary>
public sealed record AwardRow(Guid Key, LocalizedText Person, LocalizedText? Partner, long Amount, long Paid, AwardState State);

/// <summary>Somebody an award can be given to.</summary>
public sealed record Recipient(string Value, string Text, PersonId Person, OrganisationId? Partner, Guid? Stay, Guid? Application, int? Year);
