using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Tables;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Whereabouts;

/// <summary>Where everyone is now: by country and city, with whom to call; to be printed in a crisis, or taken along as a file.</summary>
internal static class ShowWhereabouts
{
    public const string Address = "/whereabouts";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, ShowAsync).Requires(MobilityPermissions.View);
        routes.MapGet(Address + "/export", Export).Requires(MobilityPermissions.View);
    }

    private static async Task<IResult> ShowAsync(HttpRequest request, WhereaboutsReading reading, SchoolClock clock, CancellationToken cancellation)
    {
        var country = request.Query["country"].ToString();
        return Page.Show<WhereaboutsPage>(new WhereaboutsModel(await reading.NowAsync(cancellation), country.Length == 2 ? country : null, clock.Today));
    }

    private static IResult Export(string? format, WhereaboutsReading reading) => TableFile.Of("whereabouts", format, Columns, reading.NowAsync);

    private static IReadOnlyList<TableColumn<PersonAway>> Columns { get; } =
    [
        new("Country", r => r.Partner.Country),
        new("City", r => r.Partner.City.En),
        new("Partner", r => r.Partner.Name.En),
        new("Student", r => r.Person.En),
        new("Student (Chinese)", r => r.Person.Exactly("zh-Hans")),
        new("Until", r => r.Until),
        new("Phone", r => r.Contact?.Phone),
        new("Address", r => r.Contact?.Address),
        new("Emergency contact", r => r.Contact?.EmergencyName),
        new("Emergency phone", r => r.Contact?.EmergencyPhone),
        new("Host phone", r => r.Contact?.HostPhone),
        new("Home supervisor", r => r.HomeSupervisor?.En),
    ];
}

/// <summary>Reads who of the school is abroad now, in a number of statements that does not depend on theirs.</summary>
internal sealed class WhereaboutsReading(AppDbContext db, Viewer viewer, StayNames names)
{
    private const int Most = 5_000;

    public async Task<IReadOnlyList<PersonAway>> NowAsync(CancellationToken cancellation)
    {
        var stays = await db.Set<Stay>().VisibleTo(viewer).AsNoTracking().Where(s => s.State == StayState.UnderWay && s.Direction == PlaceDirection.Out).OrderBy(s => s.Until).ThenBy(s => s.Id).Take(Most).ToListAsync(cancellation);
        var ids = stays.ConvertAll(s => s.Id);
        var contacts = await db.Set<StayContact>().ViewerNamed().AsNoTracking().Where(c => ids.Contains(c.StayId)).ToDictionaryAsync(c => c.StayId, cancellation);
        var people = await names.PersonsAsync([.. stays.SelectMany(s => new[] { s.PersonId, s.HomeSupervisorId }).OfType<PersonId>().Distinct()], cancellation);
        var partners = await names.PartnersAsync([.. stays.Select(s => s.OrganisationId).Distinct()], cancellation);
        return [.. stays.Select(s => new PersonAway(s.Id.Value, people[s.PersonId], partners[s.OrganisationId], s.Until, contacts.TryGetValue(s.Id, out var contact) ? ContactLine.Of(contact) : null, s.HomeSupervisorId is { } home ? people.GetValueOrDefault(home) : null))];
    }
}

/// <summary>A student who is abroad.</summary>
public sealed record PersonAway(Guid Stay, LocalizedText Person, OrganisationCard Partner, DateOnly Until, ContactLine? Contact, LocalizedText? HomeSupervisor)
{
    public string Address => ShowStay.AddressOf(new(Stay));
}

/// <summary>What the page shows.</summary>
public sealed record WhereaboutsModel(IReadOnlyList<PersonAway> All, string? Country, DateOnly Today)
{
    /// <summary>Those in the country asked for; all where none is.</summary>
    public IReadOnlyList<PersonAway> Shown => Country is null ? All : [.. All.Where(p => p.Partner.Country == Country)];

    public int WithoutContact => Shown.Count(p => p.Contact is null);
}
