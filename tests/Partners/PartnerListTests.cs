using System.Text;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Tables;
using Entente.Foundation.Texts;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Entente.Testing;
using Entente.Ui.Lists;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Partners.Tests;

public sealed class PartnerListTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_list_finds_narrows_and_orders_partners(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        Language.English.Use();
        var psu = await scene.Partner("Pennsylvania State University", "宾夕法尼亚州立大学", "US");
        var unsw = await scene.Partner("UNSW Sydney", "新南威尔士大学", "AU");
        var delft = await scene.Partner("Delft University of Technology", "代尔夫特理工大学", "NL");
        var aarhus = await scene.Partner("Aarhus University", "奥胡斯大学", "DK");
        await scene.Partner("Nobody's University", "无名大学", "US");
        await scene.Signed(scene.Content("SX-1", psu));
        await scene.Signed(scene.Content("MU-1", psu) with { Kind = "memorandum", EndsOn = new(2026, 6, 30) });
        await scene.Draft(scene.Content("SX-4", delft));
        await scene.In(async db =>
        {
            db.Add(NoteOn(unsw, NoteKind.Visit, new(2025, 12, 1), scene.School));
            db.Add(NoteOn(unsw, NoteKind.Remark, new(2026, 3, 1), scene.School));
            db.Add(NoteOn(psu, NoteKind.Call, new(2024, 5, 5), scene.School));
            db.Add(new PartnerProfile { OrganisationId = aarhus });
            await db.SaveChangesAsync();
        });

        var all = await List(scene, "");
        Assert.Equal((4, 4, 1), (all.Partners, all.Countries, all.InForce));
        Assert.Equal(["Aarhus University", "Delft University of Technology", "Pennsylvania State University", "UNSW Sydney"], Names(all));
        var row = all.Page.Items[2];
        Assert.Equal((2, new DateOnly(2026, 6, 30), new DateOnly(2024, 5, 5)), (row.InForce, row.NextEnd, row.LastContact));
        Assert.Equal(new DateOnly(2025, 12, 1), all.Page.Items[3].LastContact);

        Assert.Equal(["Pennsylvania State University"], Names(await List(scene, "?q=state+pennsyl")));
        Assert.Equal(["UNSW Sydney"], Names(await List(scene, "?q=新南威尔士")));
        Assert.Equal(["Delft University of Technology"], Names(await List(scene, "?country=NL")));
        Assert.Equal(["Pennsylvania State University"], Names(await List(scene, "?force=with")));
        Assert.Equal(["Aarhus University", "Delft University of Technology", "UNSW Sydney"], Names(await List(scene, "?force=without")));
        Assert.Equal(["Pennsylvania State University"], Names(await List(scene, "?kind=memorandum")));
        Assert.Equal([], Names(await List(scene, "?kind=cotutelle")));
        Assert.Equal([], Names(await List(scene, "?ending=90")));
        Assert.Equal(["Pennsylvania State University"], Names(await List(scene, "?ending=180")));
        Assert.Equal(["Aarhus University", "Delft University of Technology", "Pennsylvania State University"], Names(await List(scene, "?silent=6")));
        Assert.Equal(["Pennsylvania State University", "Aarhus University", "Delft University of Technology", "UNSW Sydney"], Names(await List(scene, "?sort=-agreements")));
        Assert.Equal("Pennsylvania State University", Names(await List(scene, "?sort=end"))[0]);
        Assert.Equal("UNSW Sydney", Names(await List(scene, "?sort=-contact"))[0]);
        Assert.Equal("UNSW Sydney", Names(await List(scene, "?sort=-name"))[0]);
        Language.Chinese.Use();
        Assert.Equal(["奥胡斯大学", "宾夕法尼亚州立大学", "代尔夫特理工大学", "新南威尔士大学"], Names(await List(scene, "")));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_list_takes_as_many_statements_for_one_partner_as_for_many(Engine engine)
    {
        var statements = new Statements();
        await using var scene = await Scene.OpenAsync(engine, s => s.ConfigureDbContext<AppDbContext>(o => o.AddInterceptors(statements)));
        await scene.Signed(scene.Content("SX-1", await scene.Partner("Partner 1", "伙伴1", "US")));
        var one = await statements.OfAsync(() => List(scene, "?map=1"));
        for (var i = 2; i <= 25; i++) await scene.Signed(scene.Content("SX-" + i, await scene.Partner("Partner " + i, "伙伴" + i, i % 2 == 0 ? "NL" : "US")));
        var many = await statements.OfAsync(() => List(scene, "?map=1"));

        Assert.Equal(one, many);
        Assert.Equal(25, (await List(scene, "")).Page.Items.Count);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Many_partners_are_the_same_as_few_asked_another_way(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var signed = await scene.Partner("Signed", "甲", "US");
        var drafted = await scene.Partner("Drafted", "乙", "US");
        var met = await scene.Partner("Met", "丙", "US");
        var taken = await scene.Partner("Taken back", "丁", "US");
        var shown = await scene.Partner("Shown", "戊", "US");
        await scene.Partner("Nobody", "己", "US");
        await scene.Signed(scene.Content("SX-1", signed), unit: scene.Water);
        await scene.Draft(scene.Content("SX-2", drafted));
        await scene.In(async db =>
        {
            db.Add(NoteOn(met, NoteKind.Call, new(2026, 1, 1), scene.Air));
            var note = NoteOn(taken, NoteKind.Call, new(2026, 1, 1), scene.Air);
            note.WithdrawnAt = Instant.FromUtc(2026, 1, 2, 0, 0);
            db.Add(note);
            db.Add(new PartnerProfile { OrganisationId = shown });
            await db.SaveChangesAsync();
        });

        foreach (var (viewer, expected) in new[] { (Viewer.System, 4), (Scene.For(scene.Air), 2), (Scene.For(scene.Water), 2) })
        {
            var (few, many) = await scene.House.InAsync(async s =>
            {
                var (db, organisations) = (s.GetRequiredService<AppDbContext>(), s.GetRequiredService<IOrganisations>());
                return (await new PartnerSet(db, organisations, viewer, new(2026, 3, 12)).Cards.Select(o => o.Id).ToListAsync(),
                    await new PartnerSet(db, organisations, viewer, new(2026, 3, 12)) { AreMany = true }.Cards.Select(o => o.Id).ToListAsync());
            });
            Assert.Equal(expected, few.Count);
            Assert.Equal(few.Order(), many.Order());
        }
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Each_sees_the_partners_of_the_own_units(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        Language.English.Use();
        var psu = await scene.Partner("Pennsylvania State University", "宾夕法尼亚州立大学", "US");
        var unsw = await scene.Partner("UNSW Sydney", "新南威尔士大学", "AU");
        await scene.Signed(scene.Content("SX-1", psu), unit: scene.Water);
        await scene.Signed(scene.Content("SX-2", psu), unit: scene.Air);
        await scene.Signed(scene.Content("SX-3", unsw), unit: scene.Air);
        await scene.In(async db =>
        {
            db.Add(NoteOn(psu, NoteKind.Call, new(2026, 1, 1), scene.Air));
            await db.SaveChangesAsync();
        });

        var water = await List(scene, "", Scene.For(scene.Water));
        var partner = Assert.Single(water.Page.Items);
        Assert.Equal((psu, 1, (DateOnly?)null), (partner.Organisation.Id, partner.InForce, partner.LastContact));
        Assert.Equal(1, water.Partners);
        Assert.Equal(2, (await List(scene, "", Scene.For(scene.Air))).Partners);
        Assert.Equal(0, (await List(scene, "", Viewer.Of(Guid.CreateVersion7(), null, "Nobody", []))).Partners);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_search_is_counted_once_for_each_view_until_a_record_changes(Engine engine)
    {
        var statements = new Statements();
        await using var scene = await Scene.OpenAsync(engine, s => s.ConfigureDbContext<AppDbContext>(o => o.AddInterceptors(statements)));
        await scene.Signed(scene.Content("SX-1", await scene.Partner("Aarhus University", "奥胡斯大学", "DK")), unit: scene.Water);
        await scene.Signed(scene.Content("SX-2", await scene.Partner("Ghent University", "根特大学", "BE")), unit: scene.Air);
        var (water, air) = (Scene.For(scene.Water), Scene.For(scene.Air));

        var first = await statements.OfAsync(async () => Assert.Equal(2, (await List(scene, "?q=university")).Page.Total));
        var again = await statements.OfAsync(async () => Assert.Equal(2, (await List(scene, "?q=university&sort=-name")).Page.Total));
        Assert.True(again < first, $"{again} statements after {first}");
        Assert.Equal(1, (await List(scene, "?q=university&country=DK")).Page.Total);
        Assert.Equal(["Aarhus University", "Ghent University"], await AskedInOrder(scene, "?q=university"));
        Assert.Equal((1, "Aarhus University"), (await List(scene, "?q=university", water)) is { Page: { } of } ? (of.Total, of.Items[0].Organisation.Name.En) : default);
        Assert.Equal(1, (await List(scene, "?q=university", air)).Page.Total);

        await scene.Signed(scene.Content("SX-3", await scene.Partner("Lund University", "隆德大学", "SE")), unit: scene.Air);
        Assert.Equal(3, (await List(scene, "?q=university")).Page.Total);
        Assert.Equal(2, (await List(scene, "?q=university", air)).Page.Total);
        Assert.Equal(1, (await List(scene, "?q=university", water)).Page.Total);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_export_has_stable_columns_and_no_formula(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var partner = await scene.Partner("=HYPERLINK(\"http://x.example\")", "@大学", "US");
        await scene.Signed(scene.Content("SX-1", partner));
        var text = await scene.House.InAsync(async s =>
        {
            using var file = new MemoryStream();
            var rows = await s.GetServices<IExportKind>().Single(k => k.Id == "partners").ExportAsync(file, TableFormat.Csv, default);
            Assert.Equal(1, rows);
            return Encoding.UTF8.GetString(file.ToArray());
        });

        var lines = text.Split("\r\n");
        Assert.Equal("\uFEFFPartner,Partner (Chinese),ROR,Country,City,Agreements in force,Next end,Last contact,Places owed to us,Key", lines[0]);
        Assert.StartsWith("\"'=HYPERLINK(\"\"http://x.example\"\")\",'@大学,,US,Town,1,2028-08-31,,", lines[1], StringComparison.Ordinal);
    }

    /// <summary>The names a filter finds where it is asked of each partner in the order of the list.</summary>
    private static Task<List<string>> AskedInOrder(Scene scene, string query) => scene.House.InAsync(async s =>
    {
        var (db, asked) = (s.GetRequiredService<AppDbContext>(), ListQuery.Of("/partners", Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)));
        var partners = new PartnerSet(db, s.GetRequiredService<IOrganisations>(), Viewer.System, new(2026, 3, 12)) { AreMany = true };
        var found = PartnerFilters.Narrow(partners.Cards, partners, db, s.GetRequiredService<IOrganisationNames>(), asked, new(2026, 3, 12), many: true);
        return (await PartnerOrder.By(found, partners, asked).ToListAsync()).ConvertAll(c => c.Name.En);
    });

    internal static Note NoteOn(OrganisationId partner, NoteKind kind, DateOnly on, UnitId unit) => new()
    {
        OrganisationId = partner,
        Kind = kind,
        On = on,
        Text = new("Talked about next year.", "谈明年的安排。"),
        RecordedAt = Instant.FromUtc(2026, 3, 12, 1, 0),
        UnitId = unit,
    };

    private static IReadOnlyList<string> Names(PartnerListModel list) => [.. list.Page.Items.Select(r => r.Organisation.Name.ToString())];

    private static Task<PartnerListModel> List(Scene scene, string query, Viewer? viewer = null) => scene.House.InAsync(s => s.GetRequiredService<PartnerLists>().PageAsync(
        ListQuery.Of("/partners", Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)), viewer ?? Viewer.System, default));
}
