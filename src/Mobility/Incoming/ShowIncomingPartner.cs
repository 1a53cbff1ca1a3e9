using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Entente.Ui.Forms;
using Entente.Ui.Links;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Mobility.Incoming;

/// <summary>The students of one partner in a year, and asking the partner to nominate until a deadline.</summary>
internal static class ShowIncomingPartner
{
    private const string Route = IncomingOverview.Address + "/partners/{partner}";

    public static string AddressOf(OrganisationId partner, int year) => $"{IncomingOverview.Address}/partners/{partner}?year={year}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(MobilityPermissions.View);
        routes.MapPost(Route + "/invite", InviteAsync).Requires(MobilityPermissions.Edit);
    }

    private static async Task<IResult> ShowAsync(string partner, string? year, HttpContext context, IncomingPartnerReading reading, LinkOnce once, EntenteSettings settings, CancellationToken cancellation) =>
        await reading.OfAsync(partner, year, FormReader.Empty, cancellation) is { } model ? Page.Show<IncomingPartnerPage>(model with { Made = MadeLink.Of(once.Take(context, model.Path), settings) }) : Results.NotFound();

    private static async Task<IResult> InviteAsync(
        string partner, string? year, HttpContext context, AppDbContext db, IncomingPartnerReading reading, IncomingLetters letters, EditUnits units, LinkOnce once, Viewer viewer, CancellationToken cancellation)
    {
        var sent = await FormReader.ReadAsync(context.Request, cancellation);
        if (await reading.OfAsync(partner, year, sent, cancellation) is not { } model) return Results.NotFound();
        var contact = model.Contacts.FirstOrDefault(c => c.Key.ToString("N") == sent.Raw("contact"));
        if (contact is null) sent.Refuse("contact", "form.choice");
        var zone = sent.Text("zone", 60, required: true);
        if (zone.Length > 0 && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null) sent.Refuse("zone", "form.choice");
        var (closes, time, apply) = (sent.Date("closes", required: true), sent.Time("closes-time", required: true), sent.Date("apply-by", required: true));
        if (apply < closes) sent.Refuse("apply-by", "incoming.wrong.apply-by");
        var unit = await units.ChosenAsync(sent, viewer, MobilityPermissions.Edit, cancellation);
        if (model.Lines.Count == 0) sent.Refuse("", "incoming.wrong.no-places");
        if (sent.IsValid && LocalMoment.Of(zone, closes!.Value, time!.Value).Last <= db.Write.Now) sent.Refuse("closes", "incoming.wrong.closes");
        if (!sent.IsValid || contact is null || unit is null) return Page.Refuse<IncomingPartnerPage>(model);
        var (of, to) = (model.Partner.Id, unit.Value);
        var invitation = await db.Set<IncomingInvitation>().VisibleTo(viewer).SingleOrDefaultAsync(i => i.OrganisationId == of && i.AcademicYear == model.Year && i.UnitId == to, cancellation);
        if (invitation is null)
        {
            db.Add(invitation = new()
            {
                OrganisationId = of,
                AcademicYear = model.Year,
                UnitId = to,
                Name = "",
                Email = "",
                Language = "",
                Zone = zone,
                ClosesOn = closes!.Value,
                ClosesTime = time!.Value,
                ApplyBy = apply!.Value,
                SentAt = db.Write.Now,
            });
        }

        (invitation.Name, invitation.Email, invitation.Language, invitation.ContactId) = (contact.Name.ToString(), contact.Email, (Language.Of(contact.Language) ?? Language.English).Tag, contact.Person);
        (invitation.Zone, invitation.ClosesOn, invitation.ClosesTime, invitation.ApplyBy, invitation.SentAt, invitation.AskedById) = (zone, closes!.Value, time!.Value, apply!.Value, db.Write.Now, viewer.Me());
        invitation.Time();
        var token = await letters.InviteAsync(invitation, viewer, cancellation);
        db.Write.Action = "mobility.incoming.invite";
        await db.SaveChangesAsync(cancellation);
        once.Keep(context, contact.Email, OutsideLinks.PathOf(token), model.Path);
        return Page.SeeOther(model.Address);
    }
}

/// <summary>Reads a partner's year.</summary>
internal sealed class IncomingPartnerReading(
    AppDbContext db, IOrganisations organisations, IPartnerContacts contacts, IncomingPlaces places, IncomingReading reading, IPlaceBalances balances, EditUnits units, AcademicCalendar calendar, SchoolClock clock, Viewer viewer)
{
    public async Task<IncomingPartnerModel?> OfAsync(string partner, string? asked, FormReader sent, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(partner, null, out var of) || await organisations.Cards(viewer).SingleOrDefaultAsync(o => o.Id == of, cancellation) is not { } card) return null;
        var year = IncomingOverview.YearOf(asked) ?? calendar.Of(clock.Today);
        var invitation = await db.Set<IncomingInvitation>().VisibleTo(viewer).AsNoTracking().Where(i => i.OrganisationId == of && i.AcademicYear == year).OrderByDescending(i => i.SentAt).FirstOrDefaultAsync(cancellation);
        return new(card, year, calendar.Name(year), sent)
        {
            Invitation = invitation is null ? null : new(invitation.Name, invitation.Email, clock.DateOf(invitation.SentAt), invitation.ClosesAt, invitation.Zone, invitation.ClosesOn, invitation.ClosesTime, invitation.ApplyBy),
            Lines = [.. (await places.AllAsync(year, viewer, cancellation)).Where(l => l.Partner == of).Select(l => new GuestLine(l.Agreement.Id, l.Agreement.Number, l.Line.Code, l.Line.Level, l.Line.PerYear, Math.Max(0, l.Left / 100), l.Line.Within is not null))],
            Students = await reading.LinesAsync(db.Set<IncomingStudent>().VisibleTo(viewer).Where(s => s.OrganisationId == of && s.AcademicYear == year), cancellation),
            Balance = (await balances.AllAsync(viewer, cancellation)).GetValueOrDefault(of),
            Contacts = (await contacts.OfAsync([of], viewer, cancellation)).GetValueOrDefault(of, []),
            Units = await units.OfAsync(viewer, MobilityPermissions.Edit, cancellation),
            Zone = clock.Zone.Id,
            Today = clock.Today,
        };
    }
}

/// <summary>What the page of a partner's year shows.</summary>
public sealed record IncomingPartnerModel(OrganisationCard Partner, int Year, string YearName, FormReader Sent)
{
    public InvitationLine? Invitation { get; init; }

    public IReadOnlyList<GuestLine> Lines { get; init; } = [];

    public IReadOnlyList<IncomingLine> Students { get; init; } = [];

    public PlaceBalance? Balance { get; init; }

    public IReadOnlyList<PartnerContactCard> Contacts { get; init; } = [];

    /// <summary>The units one may invite for; none: the viewer may not.</summary>
    public IReadOnlyList<UnitCard> Units { get; init; } = [];

    public required string Zone { get; init; }

    public required DateOnly Today { get; init; }

    public MadeLink? Made { get; init; }

    public string Path => $"{IncomingOverview.Address}/partners/{Partner.Id}";

    public string Address => ShowIncomingPartner.AddressOf(Partner.Id, Year);
}

/// <summary>How a partner was asked.</summary>
public sealed record InvitationLine(string Name, string Email, DateOnly SentOn, Instant ClosesAt, string Zone, DateOnly ClosesOn, TimeOnly ClosesTime, DateOnly ApplyBy);

/// <summary>A line of places for guests.</summary>
public sealed record GuestLine(AgreementId Agreement, string Number, string Code, StudyLevel? Level, int PerYear, int Left, bool IsWithin);
