using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests;

public sealed class VisibilityTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_query_that_names_no_viewer_throws(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await using var scope = house.Enter();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();

        await Assert.ThrowsAsync<NoViewerException>(() => db.Set<Agreement>().ToListAsync());
        Assert.Equal([], await db.Set<Agreement>().VisibleTo(Viewer.Public).ToListAsync());
        Assert.Equal([], await db.Set<Agreement>().VisibleTo(Viewer.System).ToListAsync());
    }
}
