using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Meetings;

/// <summary>One meeting: who meets whom about what, its minutes and what is to be done; open to those who take part, too.</summary>
internal static class ShowMeeting
{
    public const string Route = MeetingList.Address + "/{id}";

    public static string AddressOf(Id<Meeting> meeting) => MeetingList.Address + "/" + meeting;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, ShowAsync).ForAccounts();

    private static async Task<IResult> ShowAsync(string id, MeetingViews views, CancellationToken cancellation) =>
        await views.OfAsync(id, cancellation) is { } view ? Page.Show<MeetingPage>(view) : Results.NotFound();
}

/// <summary>Reads a meeting with the names and the states of what is owed from it.</summary>
internal sealed class MeetingViews(
    AppDbContext db, Viewer viewer, IOrganisations organisations, IPersons persons, IAccounts accounts, IUnits units, IObligations obligations, FollowUpOwners owners, SchoolClock clock)
{
    public async Task<MeetingView?> OfAsync(string id, CancellationToken cancellation)
    {
        if (!Id<Meeting>.TryParse(id, null, out var key)) return null;
        var meeting = await db.Set<Meeting>().VisibleTo(viewer).AsNoTracking().Include(m => m.Participants).Include(m => m.Editions).Include(m => m.FollowUps)
            .AsSplitQuery().SingleOrDefaultAsync(m => m.Id == key, cancellation);
        if (meeting is null) return null;

        // Whoever sees a meeting sees with whom it is and who takes part.
        var partner = await organisations.Cards(Viewer.System).SingleAsync(o => o.Id == meeting.OrganisationId, cancellation);
        var people = meeting.Participants.Select(p => p.PersonId).OfType<PersonId>().ToList();
        var names = await persons.Cards(Viewer.System).Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var actors = await accounts.OfAsync(
            [.. new[] { meeting.AccountId, meeting.WithdrawnById }.Concat(meeting.Editions.Select(e => e.AccountId)).Concat(meeting.FollowUps.Select(f => f.OwnerId)).OfType<AccountId>().Distinct()],
            cancellation);
        var owed = (await obligations.OfAllAsync([.. meeting.FollowUps.Select(f => f.Ref())], cancellation)).ToLookup(o => o.Subject);
        var mayEdit = viewer.May(PartnersPermissions.Edit, meeting.UnitId.Value);
        string? NameOf(AccountId? account) => account is { } known && actors.TryGetValue(known, out var card) ? card.Name : null;
        return new()
        {
            Id = meeting.Id.Value,
            Subject = meeting.Subject,
            Partner = partner,
            Agreement = meeting.AgreementId is not { } about ? null
                : await db.Set<Agreement>().VisibleTo(viewer).Where(a => a.Id == about).Select(a => new Choice(a.Id.ToString(), a.Number)).FirstOrDefaultAsync(cancellation),
            On = meeting.On,
            Starts = meeting.Starts,
            Minutes = meeting.Minutes,
            Form = meeting.Form,
            Place = meeting.Place,
            Agenda = meeting.Agenda,
            State = meeting.State,
            Reason = meeting.Reason,
            WithdrawnReason = meeting.WithdrawnAt is null ? null : meeting.WithdrawReason,
            WithdrawnBy = NameOf(meeting.WithdrawnById),
            By = NameOf(meeting.AccountId),
            Unit = (await units.AllAsync(cancellation)).First(u => u.Id == meeting.UnitId).Name,
            Guests = [.. meeting.Participants.OrderBy(p => p.Side).ThenBy(p => p.Order).Select(p => new GuestLine(p.Side, p.PersonId, p.Name ?? (p.PersonId is { } one ? names.GetValueOrDefault(one)?.ToString() : null) ?? ""))],
            Editions = [.. meeting.Editions.OrderByDescending(e => e.Number).Select(e => new MinutesLine(e.Number, e.Text, e.Reason, NameOf(e.AccountId), clock.DateOf(e.RecordedAt)))],
            FollowUps = [.. meeting.FollowUps.OrderBy(f => f.Due).ThenBy(f => f.Id).Select(f => new FollowUpLine(f.Id.ToString(), f.Text, NameOf(f.OwnerId), f.Role, f.Due)
            {
                Subject = f.Ref(),
                State = owed[f.Ref()].LastOrDefault()?.State ?? ObligationState.Released,
                Receipt = owed[f.Ref()].LastOrDefault()?.Receipt,
                IsOverdue = f.Due < clock.Today,
                MayFulfil = mayEdit || (f.OwnerId is { } owner && owner.Value == viewer.Account),
            })],
            MayEdit = mayEdit && meeting.WithdrawnAt is null,
            MaySeePartner = viewer.May(PartnersPermissions.View),
            Owners = mayEdit && meeting.WithdrawnAt is null ? await owners.OfAsync(meeting, cancellation) : [],
            Today = clock.Today,
        };
    }
}

/// <summary>What the page of a meeting shows.</summary>
public sealed record MeetingView
{
    public required Guid Id { get; init; }

    public required LocalizedText Subject { get; init; }

    public required OrganisationCard Partner { get; init; }

    /// <summary>The agreement it is about: its key and number.</summary>
    public Choice? Agreement { get; init; }

    public required DateOnly On { get; init; }

    public TimeOnly? Starts { get; init; }

    public int? Minutes { get; init; }

    public MeetingForm Form { get; init; }

    public string? Place { get; init; }

    public string? Agenda { get; init; }

    public MeetingState State { get; init; }

    public string? Reason { get; init; }

    /// <summary>Why it was taken back; none: it was not.</summary>
    public string? WithdrawnReason { get; init; }

    public string? WithdrawnBy { get; init; }

    public string? By { get; init; }

    public required LocalizedText Unit { get; init; }

    public IReadOnlyList<GuestLine> Guests { get; init; } = [];

    /// <summary>The minutes, the latest edition first.</summary>
    public IReadOnlyList<MinutesLine> Editions { get; init; } = [];

    public IReadOnlyList<FollowUpLine> FollowUps { get; init; } = [];

    public bool MayEdit { get; init; }

    /// <summary>Whether the viewer sees partners at all; one who only takes part does not.</summary>
    public bool MaySeePartner { get; init; }

    /// <summary>Who can owe something from it.</summary>
    public IReadOnlyList<Choice> Owners { get; init; } = [];

    public DateOnly Today { get; init; }

    /// <summary>The step that was refused, with its form.</summary>
    public string? Refused { get; init; }

    public FormReader SentForm { get; init; } = FormReader.Empty;

    public string Address => MeetingList.Address + "/" + Id.ToString("N");

    public bool IsWithdrawn => WithdrawnReason is not null;

    /// <summary>The form of a step, where it was refused.</summary>
    public FormReader FormOf(string step) => Refused == step ? SentForm : FormReader.Empty;
}

/// <summary>Somebody who takes part.</summary>
public sealed record GuestLine(ContactSide Side, PersonId? Person, string Name);

/// <summary>One edition of the minutes.</summary>
public sealed record MinutesLine(int Number, string Text, string? Reason, string? By, DateOnly On);

/// <summary>Something to be done.</summary>
public sealed record FollowUpLine(string Key, string Text, string? Owner, string Role, DateOnly Due)
{
    public RecordRef Subject { get; init; }

    public ObligationState State { get; init; }

    public string? Receipt { get; init; }

    public bool IsOverdue { get; init; }

    public bool MayFulfil { get; init; }

    public bool IsOpen => State == ObligationState.Open;
}
