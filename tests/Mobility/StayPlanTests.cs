using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

public sealed class StayPlanTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_planned_stay_is_recorded_with_what_is_owed_for_it(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var id = await host.StayAsync(await host.PersonAsync("Gao", "Lan", "高岚"), await host.PartnerAsync());
        await host.InAsync(async s =>
        {
            var stay = await s.GetRequiredService<AppDbContext>().Set<Stay>().VisibleTo(Viewer.System).SingleAsync();
            Assert.Equal((id, StayState.Planned, "hand"), (stay.Id, stay.State, stay.Source));
            var owed = await s.GetRequiredService<IObligations>().OfAsync(stay.Ref(), CancellationToken.None);
            Assert.Contains((StayDuties.Arrival, stay.From), owed.Select(o => (o.Kind, o.Due)));
            Assert.Contains("Gao Lan", owed[0].Title.En, StringComparison.Ordinal);
        });
    }
}
