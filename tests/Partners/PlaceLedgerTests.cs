using CsCheck;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Log;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Partners.Ledger;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests;

public sealed class PlaceLedgerTests
{
    private static readonly AcademicCalendar Autumn = new(new(9, 1));

    private const int Year = 2025;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_place_is_taken_within_its_caps_and_restrictions_or_refused_in_words(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var psu = await scene.Partner("Pennsylvania State University", "宾夕法尼亚州立大学", "US");
        var unsw = await scene.Partner("UNSW Sydney", "新南威尔士大学", "AU");
        var agreement = await scene.Signed(scene.Content("SX-1", psu) with
        {
            Places =
            [
                new("out", PlaceDirection.Out, 3), new("out-doctoral", PlaceDirection.Out, 1, "out", StudyLevel.Doctoral),
                new("out-water", PlaceDirection.Out, 1, "out", null, null, scene.Water), new("out-once", PlaceDirection.Out, 1, "out", null, null, null, null, 2026),
                new("in", PlaceDirection.In, 3, null, null, "07"),
            ],
        });
        var both = await scene.Signed(scene.Content("SX-2", psu, unsw));
        var draft = await scene.Draft(scene.Content("SX-3", psu));

        Assert.Null(await Use(scene, agreement, "out-doctoral", level: StudyLevel.Doctoral, length: PlaceLength.Semester));
        Assert.Null(await Use(scene, agreement, "out-doctoral", level: StudyLevel.Doctoral, length: PlaceLength.Semester));
        var full = await Use(scene, agreement, "out-doctoral", level: StudyLevel.Doctoral, length: PlaceLength.Semester);
        Assert.Equal("Agreement SX-1 has 0 of 1 places “out-doctoral” left in 2025/26; 0.5 would be needed.", full!.En);
        Assert.Equal("协议 SX-1 的名额“out-doctoral”在 2025/26 学年共 1 个，还剩 0 个，此次需要 0.5 个。", full.Zh);
        Assert.Equal("Agreement SX-1 has 2 of 3 places “out” left in 2025/26; 3 would be needed.", (await Use(scene, agreement, "out", count: 3))!.En);
        Assert.Equal("The places “out-doctoral” of agreement SX-1 are for doctoral students only.", (await Use(scene, agreement, "out-doctoral", level: StudyLevel.Master))!.En);
        Assert.Equal("The places “out-water” of agreement SX-1 are for Water Science only.", (await Use(scene, agreement, "out-water", unit: scene.Air))!.En);
        Assert.Null(await Use(scene, agreement, "out-water", unit: scene.Water));
        Assert.Equal("The places “in” of agreement SX-1 are for field 07 (ISCED-F) only.", (await Use(scene, agreement, "in"))!.En);
        Assert.Null(await Use(scene, agreement, "in", field: "0712"));
        Assert.Equal("The places “out-once” of agreement SX-1 hold for 2026/27 only.", (await Use(scene, agreement, "out-once"))!.En);
        Assert.Null(await Use(scene, agreement, "out-once", year: 2026));
        Assert.Equal("Agreement SX-1 is not in force for a term of 2024/25.", (await Use(scene, agreement, "out", year: 2024))!.En);
        Assert.Equal("Agreement SX-1 has no line of places “none”.", (await Use(scene, agreement, "none"))!.En);
        Assert.Equal("Agreement SX-2 has several partners; say which one the place is at.", (await Use(scene, both, "out"))!.En);
        Assert.Null(await Use(scene, both, "out", partner: unsw));
        Assert.Equal("There is no signed agreement of this key.", (await Use(scene, draft, "out"))!.En);
        await AllLawsHold(scene);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Whatever_is_taken_and_given_back_caps_and_sums_hold(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var psu = await scene.Partner("Pennsylvania State University", "宾夕法尼亚州立大学", "US");
        var number = 0;
        await Gen.Select(Gen.Int[0, 2].Select(i => new[] { "out", "out-doctoral", "in" }[i]), Gen.Bool, Gen.Int[1, 2], Gen.Int[0, 4], Gen.Bool).Array[1, 12].SampleAsync(
            async asks =>
            {
                var agreement = await scene.Signed(scene.Content("P-" + Interlocked.Increment(ref number), psu));
                var sources = Enumerable.Range(0, 5).Select(_ => new RecordRef("test", Guid.CreateVersion7())).ToArray();
                var held = new Dictionary<RecordRef, int>();
                foreach (var (place, isYear, count, source, gives) in asks)
                {
                    if (gives)
                    {
                        await scene.House.InAsync(async s =>
                        {
                            await s.GetRequiredService<IPlaceLedger>().WithdrawAsync(sources[source], "given back", default);
                            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
                        });
                        held.Remove(sources[source]);
                    }
                    else if (await Use(scene, agreement, place, StudyLevel.Doctoral, isYear ? PlaceLength.Year : PlaceLength.Semester, count, source: sources[source]) is null)
                    {
                        held[sources[source]] = count * (isYear ? 100 : 50);
                    }
                }

                var sum = await scene.In(db => db.Set<PlaceEntry>().Of(db.Set<Agreement>().VisibleTo(Viewer.System))
                    .Where(e => e.AgreementId == agreement && e.WithdrawnAt == null).SumAsync(e => e.Hundredths));
                Assert.Equal(held.Values.Sum(), sum);
            },
            iter: 12, threads: 1);
        await AllLawsHold(scene);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Of_two_who_take_the_last_place_at_once_one_gets_it(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var agreement = await scene.Signed(scene.Content("SX-1", await scene.Partner("Partner", "伙伴", "US")) with { Places = [new("out", PlaceDirection.Out, 2)] });
        Assert.Null(await Use(scene, agreement, "out"));
        await using var one = scene.House.Enter();
        await using var other = scene.House.Enter();
        foreach (var scope in new[] { one, other })
            Assert.Null(await scope.ServiceProvider.GetRequiredService<IPlaceLedger>().UseAsync(Ask(agreement, "out"), default));
        await one.ServiceProvider.GetRequiredService<AppDbContext>().SaveChangesAsync();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.ServiceProvider.GetRequiredService<AppDbContext>().SaveChangesAsync());
        await AllLawsHold(scene);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_laws_name_the_agreement_that_breaks_them(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var agreement = await scene.Signed(scene.Content("SX-1", await scene.Partner("Partner", "伙伴", "US")));
        Assert.Null(await Use(scene, agreement, "out-doctoral", StudyLevel.Doctoral));
        await AllLawsHold(scene);
        await scene.In(async db =>
        {
            db.Add(Entry(agreement, "out-doctoral", PlaceDirection.Out, PlaceEntryKind.Used, 50));
            await db.SaveChangesAsync();
        });
        foreach (var law in new IInvariant[] { new CapsHold(), new SumsHold() })
            Assert.Equal([new RecordRef("partners.agreement", agreement.Value)], await scene.In(db => law.BrokenByAsync(db, default)));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_balance_is_found_and_told_in_words(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        Language.English.Use();
        var psu = await scene.Partner("Pennsylvania State University", "宾夕法尼亚州立大学", "US");
        var agreement = await scene.Signed(scene.Content("SX-1", psu) with { EffectiveOn = new(2022, 9, 1), CarryOverYears = 5 });
        await scene.In(async db =>
        {
            db.Add(Entry(agreement, null, PlaceDirection.In, PlaceEntryKind.Carried, 300, 2022));
            db.Add(Entry(agreement, "in", PlaceDirection.In, PlaceEntryKind.Used, 100, 2024));
            db.Add(Entry(agreement, "out", PlaceDirection.Out, PlaceEntryKind.Used, 250, 2024));
            db.Add(Entry(agreement, "in", PlaceDirection.In, PlaceEntryKind.Used, 200, 2025));
            db.Add(Entry(agreement, "out", PlaceDirection.Out, PlaceEntryKind.Used, 200, 2025));
            await db.SaveChangesAsync();
        });

        var picture = PlacePicture.Of([.. await scene.House.InAsync(s => s.GetRequiredService<BalanceReading>().OfAsync(
            s.GetRequiredService<AppDbContext>().Set<Agreement>().VisibleTo(Viewer.System), null, default))]);
        Assert.Equal([2022, 2023, 2024, 2025, 2026, 2027], picture.Years.Select(y => y.Year));
        Assert.Equal([300, 300, 150, 150, 100, 50], picture.Years.Select(y => y.Balance));
        Assert.Equal(new Pace(2023, 2025, 150, 100), picture.Pace);
        Assert.Equal((300, 300), (picture.Years[4].Sums.Out.Offered, picture.Years[4].Sums.In.Offered));
        var texts = scene.House.Root.GetRequiredService<TextCatalog>();
        Assert.Equal("They owe us 1.5 places; at this pace the balance is about +0.5 at the end of 2027/28.", BalanceWords.Finding(texts, Autumn, picture));
        Assert.Equal(
            "The forecast assumes that each coming year runs like the mean of 2023/24 to 2025/26 (1.5 places sent, 1 received), within the places agreed and while agreements are in force.",
            BalanceWords.Assumption(texts, Autumn, picture));
        var even = picture with { Years = [.. picture.Years.Select(y => y.Year == 2027 ? y with { Balance = 0 } : y)] };
        Assert.Equal("They owe us 1.5 places; at this pace it is even by 2027/28.", BalanceWords.Finding(texts, Autumn, even));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Offers_are_posted_once_a_year_and_anew_when_places_change(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var psu = await scene.Partner("Pennsylvania State University", "宾夕法尼亚州立大学", "US");
        var content = scene.Content("SX-1", psu);
        var agreement = await scene.Signed(content);
        for (var night = 0; night < 2; night++) await Post(scene);
        Assert.Equal([(PlaceDirection.In, 300), (PlaceDirection.Out, 300)], await Offers(scene));
        await scene.In(async db =>
        {
            var line = await db.Set<PlaceLine>().SingleAsync(l => l.AgreementId == agreement && l.Code == "out");
            line.PerYear = 5;
            await db.SaveChangesAsync();
        });
        await Post(scene);
        Assert.Equal([(PlaceDirection.In, 300), (PlaceDirection.Out, 500)], await Offers(scene));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_is_owed_moves_to_the_agreement_that_replaces(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var psu = await scene.Partner("Pennsylvania State University", "宾夕法尼亚州立大学", "US");
        var old = await scene.Signed(scene.Content("SX-1", psu));
        var next = await scene.Signed(scene.Content("SX-2", psu), follows: old);
        await scene.In(async db =>
        {
            db.Add(Entry(old, "in", PlaceDirection.In, PlaceEntryKind.Used, 150));
            await db.SaveChangesAsync();
        });
        for (var told = 0; told < 2; told++)
        {
            await scene.In(async db =>
            {
                db.Tell(new AgreementEnded(old, AgreementState.Superseded, Scene.Today));
                await db.SaveChangesAsync();
            });
        }

        var accounts = await scene.House.InAsync(s => s.GetRequiredService<BalanceReading>().OfAsync(
            s.GetRequiredService<AppDbContext>().Set<Agreement>().VisibleTo(Viewer.System), null, default));
        Assert.Equal([(old, (int?)0), (next, 150)], accounts.Select(a => (a.Agreement, a.Balance)));
    }

    private static Task Post(Scene scene) => scene.House.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        await new PostOffersHandler(s.GetRequiredService<SchoolClock>(), Autumn).RunAsync(new(), new JobRun(db, Guid.CreateVersion7(), "test", 1, db.Write.Now), default);
        await db.SaveChangesAsync();
    });

    private static Task<List<(PlaceDirection, int)>> Offers(Scene scene) => scene.In(async db => (await db.Set<PlaceEntry>().Of(db.Set<Agreement>().VisibleTo(Viewer.System))
        .Where(e => e.Kind == PlaceEntryKind.Offered && e.WithdrawnAt == null).OrderBy(e => e.Direction).ToListAsync()).Select(e => (e.Direction, e.Hundredths)).ToList());

    private static PlaceEntry Entry(AgreementId agreement, string? place, PlaceDirection direction, PlaceEntryKind kind, int hundredths, int year = Year) => new()
    {
        AgreementId = agreement,
        AcademicYear = year,
        Direction = direction,
        Place = place,
        Kind = kind,
        Count = kind == PlaceEntryKind.Used ? 1 : 0,
        Hundredths = hundredths,
        SourceKind = "test",
        SourceKey = Guid.CreateVersion7(),
        RecordedAt = Scene.ByNobody().At,
    };

    private static PlaceUse Ask(
        AgreementId agreement, string place, StudyLevel? level = null, PlaceLength length = PlaceLength.Year, int count = 1, OrganisationId? partner = null,
        int year = Year, UnitId? unit = null, string? field = null, RecordRef? source = null) =>
        new(agreement, place, year, level, length, count, partner, source ?? new("test", Guid.CreateVersion7()), unit, field);

    private static Task<LocalizedText?> Use(
        Scene scene, AgreementId agreement, string place, StudyLevel? level = null, PlaceLength length = PlaceLength.Year, int count = 1, OrganisationId? partner = null,
        int year = Year, UnitId? unit = null, string? field = null, RecordRef? source = null) => scene.House.InAsync(async s =>
    {
        var refused = await s.GetRequiredService<IPlaceLedger>().UseAsync(Ask(agreement, place, level, length, count, partner, year, unit, field, source), default);
        await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        return refused;
    });

    private static async Task AllLawsHold(Scene scene)
    {
        foreach (var law in new IInvariant[] { new CapsHold(), new SumsHold() })
            Assert.Equal([], await scene.In(db => law.BrokenByAsync(db, default)));
    }
}
