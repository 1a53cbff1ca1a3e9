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

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_agreement_is_found_in_either_script_by_those_who_may_see_its_unit(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var delft = await scene.Partner("Delft University of Technology", "代尔夫特理工大学", "NL");
        await scene.Draft(scene.Content("SX-7", delft), scene.Water);

        foreach (var text in new[] { "SX-7", "exchange Delft", "代尔夫特", "学生交换" })
        {
            Assert.Equal((text, 1), (text, await FoundAsync(scene, text, Scene.For(scene.Water))));
            Assert.Equal((text, 0), (text, await FoundAsync(scene, text, Scene.For(scene.Air))));
        }
    }

    private static Task<int> FoundAsync(Scene scene, string text, Viewer viewer) => scene.House.InAsync(async s =>
        (await s.GetRequiredService<Foundation.Search.ISearch>().FindAsync(viewer, text, 20, CancellationToken.None)).Count(h => h.Kind == "agreement"));
}
