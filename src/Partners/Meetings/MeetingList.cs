using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Search;
using Entente.Foundation.Tables;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Partners.Agreements;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Meetings;

/// <summary>The meetings with partners, those to come first, on a page or as a file.</summary>
internal static class MeetingList
{
    public const string Address = "/meetings";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, ShowAsync).Requires(PartnersPermissions.View);
        routes.MapGet(Address + "/export", Export).Requires(PartnersPermissions.View);
    }

    private static async Task<IResult> ShowAsync(HttpRequest request, MeetingRows rows, CancellationToken cancellation) =>
        Page.Show<MeetingListPage>(await rows.PageAsync(ListQuery.From(request), cancellation));

    private static IResult Export(HttpRequest request, string? format, MeetingRows rows) =>
        TableFile.Of("meetings", format, Columns, cancellation => rows.AllAsync(ListQuery.From(request), cancellation));

    private static IReadOnlyList<TableColumn<MeetingRow>> Columns { get; } =
    [
        new("Date", r => r.On),
        new("Begins", r => r.Starts?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)),
        new("Minutes", r => r.Minutes),
        new("Partner", r => r.Partner.En),
        new("Partner (Chinese)", r => r.Partner.Exactly("zh-Hans")),
        new("Subject", r => r.Subject.ToString()),
        new("Form", r => r.Form.ToString()),
        new("Place", r => r.Place),
        new("State", r => r.State.ToString()),
        new("From the school", r => string.Join("; ", r.School)),
        new("From the partner", r => string.Join("; ", r.Guests)),
        new("Minutes written", r => r.HasMinutes ? "yes" : "no"),
        new("Follow-ups open", r => r.Open),
        new("Agreement", r => r.Agreement),
        new("Key", r => r.Id.ToString("N")),
    ];
}

/// <summary>Reads the list of meetings; the same number of statements whatever their number.</summary>
internal sealed class MeetingRows(
    AppDbContext db, Viewer viewer, ISearch search, IOrganisationNames organisationNames, PartnerNames partners, IPersons persons, IObligations obligations, SchoolClock clock)
{
    private const int MostExported = 50_000;

    public async Task<MeetingListModel> PageAsync(ListQuery query, CancellationToken cancellation)
    {
        var found = await Ordered(Chosen(query), query).ToListPageAsync(query, cancellation);
        return new(new(await RowsAsync(found.Items, cancellation), found.Total, query), viewer.May(PartnersPermissions.Edit));
    }

    public async Task<IReadOnlyList<MeetingRow>> AllAsync(ListQuery query, CancellationToken cancellation) =>
        await RowsAsync(await Ordered(Chosen(query), query).Take(MostExported).ToListAsync(cancellation), cancellation);

    private IQueryable<Meeting> Chosen(ListQuery query)
    {
        var (today, chosen) = (clock.Today, db.Set<Meeting>().VisibleTo(viewer).AsNoTracking().Where(m => m.WithdrawnAt == null));
        if (Enum.TryParse<MeetingState>(query.Filter("state"), out var state)) chosen = chosen.Where(m => m.State == state);
        chosen = query.Filter("when") switch
        {
            "coming" => chosen.Where(m => m.On >= today),
            "month" => chosen.Where(m => m.On <= today && m.On >= today.AddDays(-31)),
            "year" => chosen.Where(m => m.On <= today && m.On >= today.AddYears(-1)),
            "no-minutes" => chosen.Where(m => m.State == MeetingState.Held && !m.Editions.Any()),
            _ => chosen,
        };
        if (OrganisationId.TryParse(query.Filter("partner"), null, out var partner)) chosen = chosen.Where(m => m.OrganisationId == partner);
        if (AgreementId.TryParse(query.Filter("agreement"), null, out var agreement)) chosen = chosen.Where(m => m.AgreementId == agreement);
        if (query.Filter("mine") is not null)
        {
            PersonId? me = viewer.Person is { } person ? new PersonId(person) : null;
            AccountId? account = viewer.Me();
            chosen = chosen.Where(m => (me != null && m.Participants.Any(p => p.PersonId == me)) || m.AccountId == account);
        }

        if (query.Text.Length == 0) return chosen;
        var ids = search.Found<Meeting>(MeetingSearch.KindId, query.Text).VisibleTo(viewer).Select(m => m.Id);
        var named = organisationNames.Like(query.Text);
        return chosen.Where(m => ids.Contains(m.Id) || named.Any(n => n == m.OrganisationId));
    }

    private static IOrderedQueryable<Meeting> Ordered(IQueryable<Meeting> meetings, ListQuery query) => query.SortColumn == "on" && !query.Descending
        ? meetings.OrderBy(m => m.On).ThenBy(m => m.Starts).ThenBy(m => m.Id)
        : meetings.OrderByDescending(m => m.On).ThenByDescending(m => m.Starts).ThenBy(m => m.Id);

    private async Task<IReadOnlyList<MeetingRow>> RowsAsync(IReadOnlyList<Meeting> meetings, CancellationToken cancellation)
    {
        var ids = meetings.Select(m => m.Id).ToList();
        var names = await partners.NamesAsync([.. meetings.Select(m => m.OrganisationId).Distinct()], cancellation);
        var guests = await db.Set<MeetingParticipant>().AsNoTracking().Where(p => ids.Contains(p.MeetingId)).OrderBy(p => p.Order).ToListAsync(cancellation);
        var people = guests.Select(g => g.PersonId).OfType<PersonId>().Distinct().ToList();
        var called = await persons.Cards(Viewer.System).Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var written = await db.Set<MeetingMinutes>().Where(e => ids.Contains(e.MeetingId)).Select(e => e.MeetingId).Distinct().ToListAsync(cancellation);
        var followUps = await db.Set<MeetingFollowUp>().AsNoTracking().Where(f => ids.Contains(f.MeetingId)).ToListAsync(cancellation);
        var open = (await obligations.OfAllAsync([.. followUps.Select(f => f.Ref())], cancellation)).Where(o => o.State == ObligationState.Open).Select(o => o.Subject).ToHashSet();
        var agreements = meetings.Select(m => m.AgreementId).OfType<AgreementId>().Distinct().ToList();
        var numbers = await db.Set<Agreement>().VisibleTo(viewer).Where(a => agreements.Contains(a.Id)).Select(a => new { a.Id, a.Number }).ToDictionaryAsync(a => a.Id, a => a.Number, cancellation);
        return [.. meetings.Select(m => new MeetingRow(m.Id.Value, m.Subject, names[m.OrganisationId], m.On, m.Starts, m.Form, m.State)
        {
            Minutes = m.Minutes,
            Place = m.Place,
            School = SideOf(m, ContactSide.School),
            Guests = SideOf(m, ContactSide.Partner),
            HasMinutes = written.Contains(m.Id),
            Open = followUps.Count(f => f.MeetingId == m.Id && open.Contains(f.Ref())),
            Agreement = m.AgreementId is { } agreement ? numbers.GetValueOrDefault(agreement) : null,
        })];

        IReadOnlyList<string> SideOf(Meeting meeting, ContactSide side) =>
            [.. guests.Where(g => g.MeetingId == meeting.Id && g.Side == side).Select(g => g.Name ?? called.GetValueOrDefault(g.PersonId!.Value)?.ToString() ?? "")];
    }
}

/// <summary>A meeting as the list shows it.</summary>
public sealed record MeetingRow(Guid Id, LocalizedText Subject, LocalizedText Partner, DateOnly On, TimeOnly? Starts, MeetingForm Form, MeetingState State)
{
    public int? Minutes { get; init; }

    public string? Place { get; init; }

    public IReadOnlyList<string> School { get; init; } = [];

    public IReadOnlyList<string> Guests { get; init; } = [];

    public bool HasMinutes { get; init; }

    /// <summary>How many follow-ups are open.</summary>
    public int Open { get; init; }

    public string? Agreement { get; init; }
}

/// <summary>What the list shows.</summary>
public sealed record MeetingListModel(ListPage<MeetingRow> Page, bool MayEdit);
