using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Partners.Tests;

/// <summary>A small school to test in: a university with a school and two departments, and partners made as they are needed.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private Scene(TestHouse house) => House = house;

    public TestHouse House { get; }

    public UnitId University { get; private set; }

    public UnitId School { get; private set; }

    public UnitId Water { get; private set; }

    public UnitId Air { get; private set; }

    public static DateOnly Today { get; } = new(2026, 3, 12);

    public static StepBy ByNobody(DateOnly? on = null) => new(null, on ?? Today, Instant.FromUtc(2026, 3, 12, 1, 0));

    public static async Task<Scene> OpenAsync(Engine engine, Action<IServiceCollection>? adjust = null)
    {
        var scene = new Scene(await TestHouse.OpenAsync(engine, adjust));
        await scene.In(async db =>
        {
            scene.University = Unit(db, "QHU", new("Qinghe University", "清河大学"), null);
            scene.School = Unit(db, "SOE", new("School of Environment", "环境学院"), scene.University);
            scene.Water = Unit(db, "WSE", new("Water Science", "水科学系"), scene.School);
            scene.Air = Unit(db, "AQE", new("Air Quality", "大气系"), scene.School);
            await db.SaveChangesAsync();
        });
        return scene;
    }

    public Task In(Func<AppDbContext, Task> work, Viewer? viewer = null) =>
        House.InAsync(s => work(s.GetRequiredService<AppDbContext>()), viewer);

    public Task<T> In<T>(Func<AppDbContext, Task<T>> work, Viewer? viewer = null) =>
        House.InAsync(s => work(s.GetRequiredService<AppDbContext>()), viewer);

    public Task<OrganisationId> Partner(string en, string zh, string country) => House.InAsync(async s =>
    {
        var id = s.GetRequiredService<IOrganisations>().Add(new(new(en, zh), country, new("Town", "某城")));
        await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        return id;
    });

    public AgreementContent Content(string number, params OrganisationId[] partners) => new()
    {
        Number = number,
        Title = new("Student exchange " + number, "学生交换协议" + number),
        Kind = "student-exchange",
        Parties =
        [
            new(null, PartyRole.School, [new("Lu Jingxing", "Dean")]),
            .. partners.Select(p => new PartyContent(p, PartyRole.Partner, [new("Margaret Ellwood", "Director")])),
        ],
        Units = [School],
        Territory = ["CN", "US"],
        Languages = ["en", "zh-Hans"],
        Term = TermKind.Fixed,
        EffectiveOn = new(2025, 9, 1),
        EndsOn = new(2028, 8, 31),
        NoticeMonths = 6,
        Reciprocal = true,
        CarryOverYears = 2,
        Places = [new("out", PlaceDirection.Out, 3), new("out-doctoral", PlaceDirection.Out, 1, "out", StudyLevel.Doctoral), new("in", PlaceDirection.In, 3)],
        Clauses = [new(new("Tuition", "学费"), new("Students pay at home.", "学费在本校缴纳。"))],
    };

    public Task<AgreementId> Draft(AgreementContent content, UnitId? unit = null, AgreementId? follows = null) => In(async db =>
    {
        var agreement = Agreement.Write(content, await KindOf(db, content.Kind), unit ?? School, follows, ByNobody());
        db.Add(agreement);
        await db.SaveChangesAsync();
        return agreement.Id;
    });

    /// <summary>An agreement signed some days before it began, and begun when its first day has come.</summary>
    public async Task<AgreementId> Signed(AgreementContent content, DateOnly? signedOn = null, UnitId? unit = null, AgreementId? follows = null)
    {
        var id = await Draft(content, unit, follows);
        await In(async db =>
        {
            var agreement = await Load(db, id);
            foreach (var action in new[] { AgreementAction.Submit, AgreementAction.Approve, AgreementAction.Send }) agreement.Step(action, ByNobody());
            agreement.Sign(signedOn ?? content.EffectiveOn!.Value.AddDays(-30), ByNobody());
            if (content.EffectiveOn <= Today) agreement.Step(AgreementAction.Begin, ByNobody(content.EffectiveOn));
            await db.SaveChangesAsync();
        });
        return id;
    }

    public static Task<Agreement> Load(AppDbContext db, AgreementId id) => db.Set<Agreement>().VisibleTo(Viewer.System)
        .Include(a => a.Parties).Include(a => a.Units).Include(a => a.Places).Include(a => a.Steps).Include(a => a.Versions)
        .AsSplitQuery().SingleAsync(a => a.Id == id);

    public static Task<Id<AgreementKind>> KindOf(AppDbContext db, string code) =>
        db.Set<AgreementKind>().Where(k => k.Code == code).Select(k => k.Id).SingleAsync();

    /// <summary>An account with all this room's permissions for some units.</summary>
    public static Viewer For(params UnitId[] units) => Viewer.Of(Guid.CreateVersion7(), null, "Tang Yuan", new PartnersPermissions().Permissions
        .Select(p => KeyValuePair.Create(p.Id, new Reach(false, units.Select(u => u.Value).ToHashSet()))));

    public ValueTask DisposeAsync() => House.DisposeAsync();

    // The directory makes units by its own pages; a test of another room writes the row itself.
    private static UnitId Unit(AppDbContext db, string code, LocalizedText name, UnitId? parent)
    {
        var type = db.Model.GetEntityTypes().Single(e => e.ClrType.FullName == "Entente.Directory.Model.Unit").ClrType;
        var unit = Activator.CreateInstance(type)!;
        type.GetProperty("Code")!.SetValue(unit, code);
        type.GetProperty("Name")!.SetValue(unit, name);
        type.GetProperty("ParentId")!.SetValue(unit, parent);
        db.Add(unit);
        return (UnitId)type.GetProperty("Id")!.GetValue(unit)!;
    }
}
