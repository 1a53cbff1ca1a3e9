using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Search;
using Entente.Foundation.Tables;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Stays;

/// <summary>The stays, the latest first, on a page or as a file.</summary>
internal static class StayList
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(ShowStay.List, ShowAsync).Requires(MobilityPermissions.View);
        routes.MapGet(ShowStay.List + "/export", Export).Requires(MobilityPermissions.View);
    }

    private static async Task<IResult> ShowAsync(HttpRequest request, StayRows rows, CancellationToken cancellation) =>
        Page.Show<StayListPage>(await rows.PageAsync(ListQuery.From(request), cancellation));

    private static IResult Export(HttpRequest request, string? format, StayRows rows) =>
        TableFile.Of("stays", format, Columns, cancellation => rows.AllAsync(ListQuery.From(request), cancellation));

    private static IReadOnlyList<TableColumn<StayRow>> Columns { get; } =
    [
        new("Student", r => r.Person.En),
        new("Student (Chinese)", r => r.Person.Exactly("zh-Hans")),
        new("Direction", r => r.Direction.ToString()),
        new("Partner", r => r.Partner.Name.En),
        new("Partner (Chinese)", r => r.Partner.Name.Exactly("zh-Hans")),
        new("Country", r => r.Partner.Country),
        new("Form", r => r.FormCode),
        new("Level", r => r.Level?.ToString()),
        new("Academic year", r => r.Year),
        new("From", r => r.From),
        new("Until", r => r.EndedOn ?? r.Until),
        new("Days", r => r.Days),
        new("State", r => r.IsBrokenOff ? "BrokenOff" : r.State.ToString()),
        new("Topic", r => r.Topic.En),
        new("Topic (Chinese)", r => r.Topic.Exactly("zh-Hans")),
        new("Home supervisor", r => r.HomeSupervisor?.En),
        new("Host supervisor", r => r.HostSupervisor?.En),
        new("Agreement", r => r.Agreement),
        new("Key", r => r.Key.ToString("N")),
    ];
}

/// <summary>Reads the list of stays; the same number of statements whatever their number.</summary>
internal sealed class StayRows(
    AppDbContext db, Viewer viewer, ISearch search, StayNames names, IPersons persons, IOrganisations organisations, IOrganisationNames organisationNames, IAgreements agreements,
    AcademicCalendar calendar, SchoolClock clock)
{
    private const int MostExported = 50_000;

    public async Task<StayListModel> PageAsync(ListQuery query, CancellationToken cancellation)
    {
        var found = await Ordered(Chosen(query), query).ToListPageAsync(query, cancellation);
        var visible = db.Set<Stay>().VisibleTo(viewer);
        var years = await visible.Select(s => s.AcademicYear).Distinct().OrderDescending().ToListAsync(cancellation);
        var partners = (await names.PartnersAsync(await visible.Select(s => s.OrganisationId).Distinct().ToListAsync(cancellation), cancellation)).Values;
        return new(new(await OfAsync(found.Items, cancellation), found.Total, query), viewer.May(MobilityPermissions.Edit))
        {
            Years = [.. years.Select(y => new Choice(y.ToString(CultureInfo.InvariantCulture), calendar.Name(y)))],
            Partners = [.. partners.Select(p => new Choice(p.Id.ToString(), p.Name.ToString())).OrderBy(p => p.Text, StringComparer.CurrentCulture)],
            Forms = await db.Set<MobilityForm>().OrderBy(f => f.Order).Select(f => new Choice(f.Code, f.Name.ToString())).ToListAsync(cancellation),
        };
    }

    public async Task<IReadOnlyList<StayRow>> AllAsync(ListQuery query, CancellationToken cancellation) =>
        await OfAsync(await Ordered(Chosen(query), query).Take(MostExported).ToListAsync(cancellation), cancellation);

    private IQueryable<Stay> Chosen(ListQuery query)
    {
        var chosen = db.Set<Stay>().VisibleTo(viewer).AsNoTracking();
        if (int.TryParse(query.Filter("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) chosen = chosen.Where(s => s.AcademicYear == year);
        if (OrganisationId.TryParse(query.Filter("partner"), null, out var partner)) chosen = chosen.Where(s => s.OrganisationId == partner);
        if (AgreementId.TryParse(query.Filter("agreement"), null, out var agreement)) chosen = chosen.Where(s => s.AgreementId == agreement);
        if (Enum.TryParse<PlaceDirection>(query.Filter("direction"), out var direction)) chosen = chosen.Where(s => s.Direction == direction);
        if (query.Filter("form") is { } form) chosen = chosen.Where(s => db.Set<MobilityForm>().Any(f => f.Id == s.FormId && f.Code == form));
        if (query.Filter("state") == "BrokenOff") chosen = chosen.Where(s => s.State == StayState.Returned && s.Reason != null);
        else if (Enum.TryParse<StayState>(query.Filter("state"), out var state)) chosen = chosen.Where(s => s.State == state);
        if (query.Text.Length == 0) return chosen;
        var ids = search.Found<Stay>(StaySearch.KindId, query.Text).VisibleTo(viewer).Select(s => s.Id);
        var named = organisationNames.Like(query.Text);
        return chosen.Where(s => ids.Contains(s.Id) || named.Any(n => n == s.OrganisationId));
    }

    private IQueryable<Stay> Ordered(IQueryable<Stay> stays, ListQuery query) => query.SortColumn switch
    {
        "person" => query.Descending
            ? stays.Join(persons.Cards(Viewer.System), s => s.PersonId, p => p.Id, (s, p) => new { s, p.SortKey }).OrderByDescending(x => x.SortKey).ThenBy(x => x.s.Id).Select(x => x.s)
            : stays.Join(persons.Cards(Viewer.System), s => s.PersonId, p => p.Id, (s, p) => new { s, p.SortKey }).OrderBy(x => x.SortKey).ThenBy(x => x.s.Id).Select(x => x.s),
        "partner" => query.Descending
            ? stays.Join(organisations.Cards(Viewer.System), s => s.OrganisationId, o => o.Id, (s, o) => new { s, o.SortKey }).OrderByDescending(x => x.SortKey).ThenBy(x => x.s.Id).Select(x => x.s)
            : stays.Join(organisations.Cards(Viewer.System), s => s.OrganisationId, o => o.Id, (s, o) => new { s, o.SortKey }).OrderBy(x => x.SortKey).ThenBy(x => x.s.Id).Select(x => x.s),
        "from" when !query.Descending => stays.OrderBy(s => s.From).ThenBy(s => s.Id),
        _ => stays.OrderByDescending(s => s.From).ThenBy(s => s.Id),
    };

    public async Task<IReadOnlyList<StayRow>> OfAsync(IReadOnlyList<Stay> stays, CancellationToken cancellation)
    {
        var people = await names.PersonsAsync([.. stays.SelectMany(s => new[] { s.PersonId, s.HomeSupervisorId, s.HostSupervisorId }).OfType<PersonId>().Distinct()], cancellation);
        var partners = await names.PartnersAsync([.. stays.Select(s => s.OrganisationId).Distinct()], cancellation);
        var forms = await db.Set<MobilityForm>().AsNoTracking().ToDictionaryAsync(f => f.Id, cancellation);
        var under = stays.Select(s => s.AgreementId).OfType<AgreementId>().Distinct().ToList();
        var numbers = await agreements.Cards(Viewer.System).Where(a => under.Contains(a.Id)).Select(a => new { a.Id, a.Number }).ToDictionaryAsync(a => a.Id, a => a.Number, cancellation);
        return [.. stays.Select(s => new StayRow(s.Id.Value, s.PersonId, people[s.PersonId], partners[s.OrganisationId], forms[s.FormId].Name, forms[s.FormId].Code, s.Direction, calendar.Name(s.AcademicYear), s.From, s.Until, s.State)
        {
            EndedOn = s.EndedOn,
            IsBrokenOff = s is { State: StayState.Returned, Reason: not null },
            Level = s.Level,
            Days = s.DaysBy(clock.Today),
            Topic = s.Topic,
            HomeSupervisor = s.HomeSupervisorId is { } home ? people.GetValueOrDefault(home) : null,
            HostSupervisor = s.HostSupervisorId is { } host ? people.GetValueOrDefault(host) : null,
            Agreement = s.AgreementId is { } agreement ? numbers.GetValueOrDefault(agreement) : null,
        })];
    }
}

/// <summary>A stay as lists show it.</summary>
public sealed record StayRow(
    Guid Key, PersonId PersonId, LocalizedText Person, OrganisationCard Partner, LocalizedText Form, string FormCode, PlaceDirection Direction, string Year, DateOnly From, DateOnly Until, StayState State)
{
    public DateOnly? EndedOn { get; init; }

    public bool IsBrokenOff { get; init; }

    public StudyLevel? Level { get; init; }

    public int Days { get; init; }

    public LocalizedText Topic { get; init; } = LocalizedText.Empty;

    public LocalizedText? HomeSupervisor { get; init; }

    public LocalizedText? HostSupervisor { get; init; }

    public string? Agreement { get; init; }

    public string Address => ShowStay.AddressOf(new(Key));
}

/// <summary>What the list shows.</summary>
public sealed record StayListModel(ListPage<StayRow> Page, bool MayEdit)
{
    public IReadOnlyList<Choice> Years { get; init; } = [];

    public IReadOnlyList<Choice> Partners { get; init; } = [];

    public IReadOnlyList<Choice> Forms { get; init; } = [];
}
