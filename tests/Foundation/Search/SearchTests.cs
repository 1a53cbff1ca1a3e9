using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Search;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Tests.Search;

public sealed class SearchTests
{
    private static readonly (string En, string Zh, string City)[] Names =
    [
        ("Qingdao University", "青岛大学", "Qingdao"),
        ("Qingdao Agricultural University", "青岛农业大学", "Qingdao"),
        ("Ocean University of China", "中国海洋大学", "Qingdao"),
        ("Qinghua Island College", "岛青学院", "Haikou"),
        ("Université de Genève", "日内瓦大学", "Genève"),
        ("Chulalongkorn จุฬาลงกรณ์มหาวิทยาลัย", "", "Bangkok"),
        ("Straße Institute", "", "Köln"),
        ("O'Neill Science-Lab 2.0", "", "Łódź"),
    ];

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Finds_in_either_script_alike_on_both_databases(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await house.InAsync(async scope =>
        {
            foreach (var (en, zh, city) in Names)
                scope.GetRequiredService<IOrganisations>().Add(new(new LocalizedText(en, zh), "CN", new LocalizedText(city, "")));
            await scope.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });
        await house.InAsync(async scope =>
        {
            var search = scope.GetRequiredService<ISearch>();
            async Task<string> Found(string text, int max = 20) =>
                string.Join(" | ", (await search.FindAsync(Viewer.System, text, max, default)).Select(h => h.Title.En));

            Assert.Equal("Qingdao University | Qingdao Agricultural University", await Found("青岛"));
            Assert.Equal("Qingdao University | Qingdao Agricultural University | Ocean University of China", await Found("qingdao"));
            Assert.Equal("Qingdao University", await Found("青岛大学"));
            Assert.Equal(4, (await Found("大学")).Split(" | ").Length);
            Assert.Equal("Qinghua Island College", await Found("岛青"));
            Assert.Equal("Ocean University of China", await Found("海"));
            Assert.Equal("Université de Genève", await Found("universite GENEVE"));
            Assert.Equal("Chulalongkorn จุฬาลงกรณ์มหาวิทยาลัย", await Found("จุฬาลงกรณ์"));
            Assert.Equal("Straße Institute", await Found("strasse koln"));
            Assert.Equal("O'Neill Science-Lab 2.0", await Found("oneill lab 2"));
            Assert.Equal("O'Neill Science-Lab 2.0", await Found("ŁÓDŹ"));
            Assert.Equal("Qingdao University", await Found("qingd", 1));
            Assert.Equal("", await Found("agric qingdao nowhere"));
            Assert.Equal("", await Found("ingdao"));
            Assert.Equal("", await Found("\"'*:&|()-"));
            Assert.Equal("", await Found("' OR 1=1 \u0000 \ud800"));
            Assert.Equal([], await search.FindAsync(Viewer.Public, "qingdao", 20, default));
        });
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_index_is_written_with_the_record_and_can_be_rebuilt(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await house.InAsync(async scope =>
        {
            var db = scope.GetRequiredService<AppDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            scope.GetRequiredService<IOrganisations>().Add(new(new LocalizedText("Given Up", ""), "FR", LocalizedText.Empty));
            await db.SaveChangesAsync();
            Assert.Single(await scope.GetRequiredService<ISearch>().FindAsync(Viewer.System, "given", 5, default));
            await transaction.RollbackAsync();
        });
        await house.InAsync(async scope =>
        {
            var db = scope.GetRequiredService<AppDbContext>();
            Assert.Equal([], await scope.GetRequiredService<ISearch>().FindAsync(Viewer.System, "given", 5, default));
            scope.GetRequiredService<IOrganisations>().Add(new(new LocalizedText("École des Ponts", "路桥学校"), "FR", new LocalizedText("Paris", "巴黎")));
            await db.SaveChangesAsync();
            var before = await db.Set<SearchEntry>().Select(e => new { e.Kind, e.Record, e.Names, e.Terms, e.Weight, e.Length }).SingleAsync();
            await db.Set<SearchEntry>().ExecuteUpdateAsync(s => s.SetProperty(e => e.Terms, "lost"));
            Assert.Single(await scope.GetRequiredService<ISearch>().FindAsync(Viewer.System, "lost", 5, default));
            Assert.Equal(1, await SearchRebuild.RunAsync(db, default));
            Assert.Equal(before, await db.Set<SearchEntry>().Select(e => new { e.Kind, e.Record, e.Names, e.Terms, e.Weight, e.Length }).SingleAsync());
            Assert.Equal([], await scope.GetRequiredService<ISearch>().FindAsync(Viewer.System, "lost", 5, default));
            var hit = Assert.Single(await scope.GetRequiredService<ISearch>().FindAsync(Viewer.System, "巴黎 路桥", 5, default));
            Assert.Equal(("organisation", "École des Ponts", "Paris, France"), (hit.Kind, hit.Title.En, hit.Detail));

            await db.Database.ExecuteSqlAsync($"DELETE FROM directory_organisation_name");
            await db.Database.ExecuteSqlAsync($"DELETE FROM directory_organisation");
            Assert.Equal(0, await SearchRebuild.RunAsync(db, default));
        });
    }

    [Fact]
    public void Terms_are_words_characters_and_pairs()
    {
        Assert.Equal(["2024", "mit", "京", "北", "北京"], SearchTerms.Of("ＭＩＴ, 北京 2024").Order(StringComparer.Ordinal));
        Assert.Equal([new("北京"), new("京大"), new("mit", IsPrefix: true)], SearchTerms.Asked("北京大 MIT"));
        Assert.Equal(new string('a', SearchTerms.LongestWord), SearchTerms.Of(new string('a', 5000)).Single());
        Assert.Equal(16, SearchTerms.Asked(string.Join(' ', Enumerable.Range(0, 400))).Count);
    }
}
