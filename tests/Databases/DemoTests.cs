using Entente.Contracts.Figures;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Foundation.Log;
using Entente.Foundation.Settings;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Databases.Tests;

/// <summary>The demonstration school on both databases: always the same, and true to every law of the data.</summary>
public sealed class DemoTests
{
    private static readonly (string Id, long Value)[] Expected =
    [
        ("partners.agreements.active", 36),
        ("partners.agreements.student-exchange.active", 19),
        ("partners.agreements.joint-centre.active", 4),
        ("partners.partners.active", 31),
        ("partners.countries.active", 20),
    ];

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task It_loads_into_an_empty_database_only_and_counts_what_it_should(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);

        var first = await house.InAsync(s => DemoSchool.LoadAsync(s, CancellationToken.None));
        var second = await house.InAsync(s => DemoSchool.LoadAsync(s, CancellationToken.None));

        Assert.Equal((true, false), (first, second));
        var values = await house.InAsync(s => s.GetRequiredService<IFigureValues>().OfAsync([.. Expected.Select(e => e.Id)], null, Viewer.Public, CancellationToken.None));
        Assert.Equal(Expected, Expected.Select(e => (e.Id, values[e.Id].Value ?? -1)));
        await house.InAsync(async s =>
        {
            foreach (var law in s.GetServices<IInvariant>())
                Assert.Equal((law.Id, 0), (law.Id, (await law.BrokenByAsync(s.GetRequiredService<AppDbContext>(), CancellationToken.None)).Count));
        });
    }

    [Fact]
    public async Task It_is_the_same_on_both_databases_and_every_time()
    {
        Engines.Need(Engine.Postgres);
        var digests = new List<string>();
        foreach (var engine in new[] { Engine.Sqlite, Engine.Postgres, Engine.Sqlite })
        {
            await using var house = await TestHouse.OpenAsync(engine);
            await house.InAsync(s => DemoSchool.LoadAsync(s, CancellationToken.None));
            digests.Add(await house.InAsync(FigureDigests.AllAsync));
        }

        Assert.Equal(digests[0], digests[1]);
        Assert.Equal(digests[0], digests[2]);
    }
}

/// <summary>What every figure counted, in one text.</summary>
internal static class FigureDigests
{
    public static async Task<string> AllAsync(IServiceProvider services)
    {
        var figures = services.GetRequiredService<IFigureValues>();
        var db = services.GetRequiredService<AppDbContext>();
        var today = services.GetRequiredService<Foundation.Time.SchoolClock>().Today;
        var lines = new List<string>();
        foreach (var definition in figures.Definitions.Values.OrderBy(d => d.Id, StringComparer.Ordinal))
        {
            var window = definition.WindowAt(today);
            var keys = definition.Records(db, window).AsEnumerable().Select(r => $"{r.Record:N} {r.RecordVersion} {r.CountedAs} {r.Amount}").Order(StringComparer.Ordinal);
            lines.Add(definition.Id + ": " + string.Join("; ", keys));
        }

        return string.Join('\n', lines);
    }
}
