using Entente.Contracts.Figures;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests;

public sealed class FigureTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Figures_count_what_is_in_force(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var psu = await scene.Partner("Pennsylvania State University", "宾夕法尼亚州立大学", "US");
        var unsw = await scene.Partner("UNSW Sydney", "新南威尔士大学", "AU");
        var delft = await scene.Partner("Delft University of Technology", "代尔夫特理工大学", "NL");
        await scene.Signed(scene.Content("SX-1", psu));
        await scene.Signed(scene.Content("MU-1", psu, unsw) with { Kind = "memorandum", Places = [] });
        await scene.Signed(scene.Content("SX-2", unsw) with { EndsOn = new(2026, 6, 30) });
        await scene.Signed(scene.Content("SX-3", delft) with { EffectiveOn = new(2026, 4, 1) }, new(2026, 2, 2));
        await scene.Draft(scene.Content("SX-4", delft));

        Assert.Equal(3, await Count(scene, "partners.agreements.active"));
        Assert.Equal(2, await Count(scene, "partners.agreements.student-exchange.active"));
        Assert.Equal(2, await Count(scene, "partners.partners.active"));
        Assert.Equal(2, await Count(scene, "partners.countries.active"));
        Assert.Equal(1, await Count(scene, "partners.agreements.signed-this-year"));
        Assert.Equal(1, await Count(scene, "partners.agreements.expiring"));
        Assert.Equal(12, await Count(scene, "partners.places.offered-per-year"));
        Assert.Equal(0, await Count(scene, "partners.agreements.active", new(2025, 8, 31)));
        Assert.Equal(3, await Count(scene, "partners.agreements.active", new(2026, 7, 1)));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_public_sees_partners_and_not_agreements(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var psu = await scene.Partner("Pennsylvania State University", "宾夕法尼亚州立大学", "US");
        var hku = await scene.Partner("The University of Hong Kong", "香港大学", "HK");
        var agreement = await scene.Signed(scene.Content("SX-1", psu), new(2023, 5, 4));
        await scene.Signed(scene.Content("SX-2", psu), new(2025, 5, 4));
        await scene.Draft(scene.Content("SX-3", hku));

        var partners = await scene.House.InAsync(s => s.GetRequiredService<IPublicPartners>().AllAsync(Scene.Today, default));
        var partner = Assert.Single(partners);
        Assert.Equal((psu, 2, 2023, "US"), (partner.Organisation, partner.Agreements, partner.Since, partner.Country));
        Assert.Equal("学生交换", Assert.Single(partner.Kinds).Zh);

        var label = await scene.In(async db => Assert.Single(await Definition("partners.agreements.active").Labels(db, Viewer.Public, [agreement.Value], default)));
        Assert.Equal("Pennsylvania State University", label.Text.En);
        Assert.Null(label.Address);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Places_used_are_counted_by_the_academic_year_and_lead_to_the_ledger(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var psu = await scene.Partner("Pennsylvania State University", "宾夕法尼亚州立大学", "US");
        var agreement = await scene.Signed(scene.Content("SX-1", psu), unit: scene.Water);
        var entry = await scene.In(async db =>
        {
            var used = Used(db, agreement, psu, 2025, 3, PlaceDirection.Out);
            db.AddRange(used, Used(db, agreement, psu, 2025, 2, PlaceDirection.In), Used(db, agreement, psu, 2024, 7, PlaceDirection.Out));
            var takenBack = Used(db, agreement, psu, 2025, 5, PlaceDirection.Out);
            takenBack.Withdraw(db.Write.Now, "test");
            db.Add(takenBack);
            await db.SaveChangesAsync();
            return used.Id;
        });

        Assert.Equal(5, await Count(scene, "partners.places.used"));
        Assert.Equal((5, 7, 0), (await Count(scene, "partners.places.used", new(2025, 9, 1)), await Count(scene, "partners.places.used", new(2025, 8, 31)), await Count(scene, "partners.places.used", new(2026, 9, 1))));
        Assert.Equal(new FigureWindow(Scene.Today, new(2025, 9, 1)), Definition("partners.places.used").WindowAt(Scene.Today));
        Assert.Equal(new DateOnly(2025, 8, 31), Definition("partners.places.used").YearsBefore(Scene.Today, 1));

        var seen = await Label(Scene.For(scene.Water));
        Assert.Equal(($"/agreements/{agreement}/balance#entry-{entry}", "3 sent in 2025/26", "2025/26学年派出 3 人"), (seen!.Address, seen.Detail!.En, seen.Detail.Zh));
        Assert.Null(await Label(Scene.For(scene.Air)));
        var published = await Label(Viewer.Public);
        Assert.Equal(("Pennsylvania State University", (string?)null), (published!.Text.En, published.Address));

        Task<CountedLabel?> Label(Viewer viewer) => scene.In(async db => (await Definition("partners.places.used").Labels(db, viewer, [entry.Value], default)).SingleOrDefault());
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_public_learns_how_many_went_either_way_in_five_years_from_three_people_on(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var psu = await scene.Partner("Pennsylvania State University", "宾夕法尼亚州立大学", "US");
        var hku = await scene.Partner("The University of Hong Kong", "香港大学", "HK");
        var first = await scene.Signed(scene.Content("SX-1", psu));
        var second = await scene.Signed(scene.Content("SX-2", hku));
        var few = await scene.In(async db =>
        {
            var two = Used(db, second, hku, 2025, 2, PlaceDirection.Out);
            db.AddRange(Used(db, first, psu, 2025, 3, PlaceDirection.Out), Used(db, first, psu, 2021, 4, PlaceDirection.In), Used(db, first, psu, 2020, 9, PlaceDirection.Out), two);
            await db.SaveChangesAsync();
            return two.Id;
        });

        var partners = await scene.House.InAsync(s => s.GetRequiredService<IPublicPartners>().AllAsync(Scene.Today, default));
        Assert.Equal([(psu, (int?)7), (hku, null)], partners.Select(p => (p.Organisation, p.Exchanged)));
        Assert.Empty(await scene.In(db => Definition("partners.places.used").Labels(db, Viewer.Public, [few.Value], default)));
    }

    private static PlaceEntry Used(AppDbContext db, AgreementId agreement, OrganisationId partner, int year, int count, PlaceDirection direction) => new()
    {
        AgreementId = agreement,
        OrganisationId = partner,
        AcademicYear = year,
        Direction = direction,
        Kind = PlaceEntryKind.Used,
        Count = count,
        Hundredths = 50 * count,
        SourceKind = "test",
        SourceKey = Guid.CreateVersion7(),
        RecordedAt = db.Write.Now,
    };

    private static FigureDefinition Definition(string id) => new PartnersFigures(new AcademicCalendar(new(9, 1))).Figures.Single(f => f.Id == id);

    private static Task<long> Count(Scene scene, string id, DateOnly? asOf = null) => scene.In(async db =>
    {
        var definition = Definition(id);
        var on = asOf ?? Scene.Today;
        var window = definition.WindowAt(on);
        var records = await definition.Records(db, window).ToListAsync();
        return definition.Unit switch
        {
            FigureUnit.Amount => records.Sum(r => r.Amount),
            FigureUnit.Distinct => records.Select(r => r.CountedAs).Distinct().LongCount(),
            _ => records.Count,
        };
    });
}
