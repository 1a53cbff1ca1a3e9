using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests;

/// <summary>What the room says on pages of others: of a person, on the desk; and what it asks of others, in bulk.</summary>
public sealed class ElsewhereTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_persons_page_tells_of_contacts_signatures_and_notes_the_viewer_may_see(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var psu = await scene.Partner("Pennsylvania State University", "宾夕法尼亚州立大学", "US");
        var person = await scene.House.InAsync(async s =>
        {
            var id = s.GetRequiredService<IPersons>().Add(new(new("Ellwood", "Margaret", false), null, psu, "Director", "test"));
            var db = s.GetRequiredService<AppDbContext>();
            db.Add(new Contact { OrganisationId = psu, Side = ContactSide.Partner, PersonId = id, Role = ContactRole.InternationalDirector, UnitId = scene.Water, From = new(2025, 1, 1) });
            db.Add(new Note { OrganisationId = psu, Kind = NoteKind.Meeting, Text = new("Met in Shanghai", "上海会谈"), On = new(2026, 2, 1), PersonId = id, RecordedAt = db.Write.Now, UnitId = scene.Water });
            db.Add(new Note { OrganisationId = psu, Kind = NoteKind.Meeting, Text = new("Taken back", "已撤回"), On = new(2026, 2, 2), PersonId = id, RecordedAt = db.Write.Now, WithdrawnAt = db.Write.Now, UnitId = scene.Water });
            await db.SaveChangesAsync();
            return id;
        });
        var content = scene.Content("SX-1", psu);
        await scene.Signed(content with { Parties = [content.Parties[0], content.Parties[1] with { Signatories = [new("Margaret Ellwood", "Director", person)] }] }, new(2025, 6, 2), scene.Water);
        await scene.Signed(scene.Content("SX-2", psu), unit: scene.Water);

        var panels = await Panels(scene, person, Scene.For(scene.Water));
        Assert.Equal(["partners.person.contacts", "partners.person.signs", "partners.person.notes"], panels.Select(p => p.TitleKey));
        var lines = panels.Select(p => Assert.Single(p.Lines)).ToList();
        Assert.Equal(("Pennsylvania State University", "director of international affairs, since 1 Jan 2025"), (lines[0].Text.En, lines[0].Detail!.En));
        Assert.Equal((true, "signed on 2 Jun 2025", "2025年6月2日签署"), (lines[1].Text.En.StartsWith("SX-1 ", StringComparison.Ordinal), lines[1].Detail!.En, lines[1].Detail!.Zh));
        Assert.Equal(("上海会谈", "宾夕法尼亚州立大学，2026年2月1日"), (lines[2].Text.Zh, lines[2].Detail!.Zh));
        Assert.Equal(
            [new DateOnly(2025, 1, 1), new DateOnly(2025, 6, 2)],
            (await scene.House.InAsync(s => Source(s).TimelineAsync([person], Scene.For(scene.Water), default))).Select(m => m.On).Order());
        Assert.Empty(await Panels(scene, person, Scene.For(scene.Air)));
        Assert.Empty(await Panels(scene, PersonId.New(), Viewer.System));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_desk_tells_what_others_did_with_partners_and_not_ones_own_doing(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var psu = await scene.Partner("Pennsylvania State University", "宾夕法尼亚州立大学", "US");
        var since = scene.House.Clock.GetCurrentInstant() - NodaTime.Duration.FromDays(14);
        var me = await scene.House.InAsync(s => TestAccounts.OpenAsync(s, "me@example.edu", "Me", RunningHost.Password, BuiltInRole.Coordinator, "SOE"));
        await scene.Draft(scene.Content("SX-1", psu), scene.Water);
        await scene.In(async db =>
        {
            db.Add(NoteBy(db, psu, "Others wrote this", null, scene.Water));
            db.Add(NoteBy(db, psu, "I wrote this", me, scene.Water));
            await db.SaveChangesAsync();
        });

        var news = await News(scene, Viewer.Of(me.Value, null, "Me", [KeyValuePair.Create(PartnersPermissions.View, Reach.Everywhere)]), since);
        Assert.Equal(
            ["Pennsylvania State University · Meeting: Others wrote this", "SX-1 " + scene.Content("SX-1", psu).Title.En + " is being written."],
            news.Select(n => n.Sentence.En).Order(StringComparer.Ordinal));
        Assert.All(news, n => Assert.Equal(PartnerRecordNames.RecordOf(psu), n.Subject));
        Assert.Empty(await News(scene, Scene.For(scene.Air), since));
        Assert.Empty(await News(scene, Scene.For(scene.Water), scene.House.Clock.GetCurrentInstant() + NodaTime.Duration.FromDays(1)));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_partners_page_takes_as_many_statements_for_one_agreement_as_for_ten(Engine engine)
    {
        var statements = new Statements();
        await using var scene = await Scene.OpenAsync(engine, s => s.ConfigureDbContext<AppDbContext>(o => o.AddInterceptors(statements)));
        var psu = await scene.Partner("Pennsylvania State University", "宾夕法尼亚州立大学", "US");
        await Owed(scene, await scene.Signed(scene.Content("SX-1", psu)));

        // What is read once and kept, the packs in force, is not counted.
        await Read(scene, psu);
        var one = await statements.OfAsync(() => Read(scene, psu));
        for (var i = 2; i <= 10; i++) await Owed(scene, await scene.Signed(scene.Content("SX-" + i, psu)));
        var ten = await statements.OfAsync(() => Read(scene, psu));

        Assert.Equal(one, ten);
        Assert.Equal(10, (await Read(scene, psu))!.Due.Count(d => d.Text.StartsWith("Report on ", StringComparison.Ordinal)));
    }

    private static Task Owed(Scene scene, AgreementId agreement) => scene.House.InAsync(async s =>
    {
        await s.GetRequiredService<IObligations>().OweAsync(
            new(new(Agreement.RecordKind, agreement.Value), "test.report", "", BuiltInRole.Coordinator, scene.School, null, new("Report on " + agreement, "报告"), "/", new(2026, 5, 1), new(2026, 1, 1)), default);
        await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
    });

    private static Task<PartnerModel?> Read(Scene scene, OrganisationId partner) =>
        scene.House.InAsync(s => s.GetRequiredService<PartnerReading>().OfAsync(partner, Viewer.System, null, default));

    private static Note NoteBy(AppDbContext db, OrganisationId partner, string text, AccountId? author, UnitId unit) => new()
    {
        OrganisationId = partner,
        Kind = NoteKind.Meeting,
        Text = new(text, text),
        On = Scene.Today,
        AccountId = author,
        RecordedAt = db.Write.Now,
        UnitId = unit,
    };

    private static IPersonPanelSource Source(IServiceProvider services) => services.GetServices<IPersonPanelSource>().Single(s => s.GetType().Assembly == typeof(Agreement).Assembly);

    private static Task<IReadOnlyList<PersonPanel>> Panels(Scene scene, PersonId person, Viewer viewer) =>
        scene.House.InAsync(s => Source(s).PanelsAsync([person], viewer, default));

    private static Task<IReadOnlyList<DeskNews>> News(Scene scene, Viewer viewer, NodaTime.Instant since) => scene.House.InAsync(s => s.GetServices<IDeskNewsSource>()
        .Single(n => n.GetType().Assembly == typeof(Agreement).Assembly).NewsAsync(viewer, since, default));
}
