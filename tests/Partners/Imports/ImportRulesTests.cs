using System.Net;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Events;
using Entente.Foundation.Import;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests.Imports;

public sealed class ImportRulesTests
{
    private static readonly string[] OneAgreement =
        ["number,kind,title_en,partners,signed_on,ends_on,places_out", "R-1,memorandum,One,University of Lakeside,2025-01-10,2029-12-31,3"];

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_import_on_which_something_depends_says_what_stands_in_the_way_and_is_kept(Engine engine)
    {
        await using var wizard = await Wizard.OpenAsync(engine);
        await wizard.CheckAsync("partners", "Name,Country,City", "University of Lakeside,US,Lakeside");
        await wizard.SendAsync("/decide", ("suggested", "true"));
        await wizard.ApplyAsync();
        var partners = wizard.Address;
        await wizard.CheckAsync("agreements", OneAgreement);
        await wizard.ApplyAsync();
        var records = await wizard.RecordsAsync();

        var refused = await wizard.Browser.SendAsync(partners, partners + "/undo");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("University of Lakeside is used by an agreement. Remove that first, or keep the import.", Wizard.Plain(refused.Body), StringComparison.Ordinal);
        Assert.Equal(records, await wizard.RecordsAsync());

        // The agreement was changed since by somebody: it is not simply taken away.
        await wizard.Host.InAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            (await Scene.Load(db, await db.Set<Agreement>().VisibleTo(Viewer.System).Select(a => a.Id).SingleAsync())).Remark(Scene.ByNobody(), "Looked at.");
            (await db.Set<Agreement>().VisibleTo(Viewer.System).SingleAsync()).GiveNotice(Scene.Today);
            await db.SaveChangesAsync();
        });
        var changed = await wizard.UndoAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.Status);
        Assert.Contains("R-1 One was changed after the import.", Wizard.Plain(changed.Body), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Records_that_changed_since_the_check_are_said_and_checked_again_before_anything_is_written(Engine engine)
    {
        await using var wizard = await Wizard.OpenAsync(engine);
        await AgreementsImportTests.AddPartnersAsync(wizard.Host);
        await wizard.CheckAsync("agreements", OneAgreement);
        Assert.Equal((1, 0, 0, 0, 0, 0), await wizard.CountsAsync());
        var first = wizard.Address;
        await wizard.CheckAsync("agreements", "number,kind,title_en,partners", "R-1,memorandum,Another,University of Lakeside");
        await wizard.ApplyAsync();
        var records = await wizard.RecordsAsync();

        var answer = await wizard.Browser.SendAsync(first + "/check", first + "/apply");
        Assert.Equal((HttpStatusCode.SeeOther, first + "/check"), (answer.Status, answer.Location));
        Assert.Contains("Records changed since the last check, so nothing was taken over.", Wizard.Plain(await wizard.Browser.PageAsync(first + "/check")), StringComparison.Ordinal);
        Assert.Equal(records, await wizard.RecordsAsync());
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_failure_in_the_middle_leaves_nothing_behind(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine, services => services.AddScoped<IHear<Contracts.Partners.AgreementSigned>, Breaks>());
        var before = await CountAsync(scene);
        await scene.House.InAsync(async services =>
        {
            services.GetRequiredService<IOrganisations>().Add(new(new("University of Lakeside", "湖畔大学"), "US", new("Lakeside", "")));
            await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });
        await Assert.ThrowsAsync<DbUpdateException>(() => scene.House.InAsync(async services =>
        {
            var (db, kind) = (services.GetRequiredService<AppDbContext>(), services.GetRequiredService<ImportKinds>().Find("agreements")!);
            var (run, _) = await ImportStaging.UploadAsync(db, kind, Viewer.System, scene.School.Value, "a.csv", Wizard.Csv(OneAgreement), CancellationToken.None);
            var (map, _) = await ImportMemory.ProposeAsync(db, kind, services.GetRequiredService<Foundation.Texts.TextCatalog>(), run!.Header, CancellationToken.None);
            await ImportChecking.MapAsync(db, run, Viewer.System, map, CancellationToken.None);
            await ImportChecking.CheckAsync(db, kind, run, CancellationToken.None);
            Assert.True(run.CanBeApplied);
            await ImportApplying.ApplyAsync(db, kind, run, Viewer.System, CancellationToken.None);
        }));
        Assert.Equal(before, await CountAsync(scene));
        await scene.House.InAsync(async services => Assert.Equal(
            [ImportState.Checked],
            (await services.GetRequiredService<AppDbContext>().Set<ImportRun>().VisibleTo(Viewer.System, services.GetRequiredService<ImportKinds>()).ToListAsync()).ConvertAll(r => r.State)));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Only_those_who_keep_the_unit_see_an_import_and_it_waits_on_the_desk_of_whoever_began_it(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var water = await host.SignedInAsync(BuiltInRole.Coordinator, "WATER");
        using var air = await host.SignedInAsync(BuiltInRole.Coordinator, "AIR");
        using var reader = await host.SignedInAsync(BuiltInRole.Reader);
        using var all = await host.SignedInAsync(BuiltInRole.Coordinator);
        var uploaded = await water.UploadAsync("/imports/new", null, "mine.csv", Wizard.Csv("Name,Country", "A University,DE"), ("kind", "partners"));
        var address = uploaded.Location![..uploaded.Location!.LastIndexOf('/')];
        await water.SendAsync(address + "/map", null, ("column-0", "name_en"), ("column-1", "country"));

        Assert.Contains("mine.csv: 1 rows wait for confirmation", Wizard.Plain(await water.PageAsync("/desk")), StringComparison.Ordinal);
        Assert.DoesNotContain("mine.csv", await all.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("mine.csv", await all.PageAsync("/imports"), StringComparison.Ordinal);
        Assert.DoesNotContain("mine.csv", await air.PageAsync("/imports"), StringComparison.Ordinal);
        foreach (var path in new[] { "", "/map", "/check" }) Assert.Equal(HttpStatusCode.NotFound, (await air.GetAsync(address + path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await air.SendAsync("/imports/new", address + "/apply")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/imports")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/imports/templates/partners.xlsx")).Status);

        // Imports of agreements are for the units one keeps.
        await host.InAsync(AddLakesideAsync);
        var foreign = await air.UploadAsync("/imports/new", null, "a.csv", Wizard.Csv("number,kind,title_en,partners,unit", "R-1,memorandum,One,University of Lakeside,WATER"), ("kind", "agreements"));
        var at = foreign.Location![..foreign.Location!.LastIndexOf('/')];
        await air.SendAsync(at + "/map", null, [.. Wizard.Proposed(await air.PageAsync(at + "/map"))]);
        Assert.Contains("Row 2, column E · unit: you do not keep agreements for Unit WATER.", Wizard.Plain(await air.PageAsync(at + "/check")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_imports_the_same_tables_and_repeats_without_change()
    {
        await using var scene = await Scene.OpenAsync(Engine.Sqlite);
        var file = Path.Combine(System.IO.Directory.CreateTempSubdirectory("entente-import-").FullName, "partners.csv");
        await File.WriteAllBytesAsync(file, Wizard.Csv("name_en,country,contact_name,featured", "A University,DE,\"Example, Ada\",1", "B University,FR,,"));
        Assert.Equal("2 new, 0 changed, 0 unchanged, 0 refused", (await CommandAsync(scene, "partners", file, isDryRun: true)).Summary);
        Assert.Equal(0, await scene.In(db => db.Set<PartnerProfile>().CountAsync()));
        Assert.Equal("2 new, 0 changed, 0 unchanged, 0 refused", (await CommandAsync(scene, "partners", file, isDryRun: false)).Summary);
        Assert.Equal("0 new, 0 changed, 2 unchanged, 0 refused", (await CommandAsync(scene, "partners", file, isDryRun: false)).Summary);
        await File.WriteAllBytesAsync(file, Wizard.Csv("name_en,country,featured", "A University,DE,2", "C University,Nowhere,"));
        var refused = await CommandAsync(scene, "partners", file, isDryRun: false);
        Assert.Equal("0 new, 1 changed, 0 unchanged, 1 refused", refused.Summary);
        Assert.Equal(["Row 3, column B · country: “Nowhere” is no country or region known here. Write its two letters (ISO 3166), such as DE."], refused.Reasons);
        Assert.Equal([1], await scene.In(async db => (await db.Set<PartnerProfile>().ToListAsync()).Select(p => p.Featured).OfType<int>().ToList()));
        System.IO.Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public async Task A_template_has_the_columns_and_a_sheet_that_explains_them_and_can_be_imported()
    {
        await using var wizard = await Wizard.OpenAsync(Engine.Sqlite);
        foreach (var kind in new[] { "partners", "agreements" })
        {
            var template = await wizard.Browser.Http.GetByteArrayAsync($"/imports/templates/{kind}.xlsx");
            using var table = Foundation.Tables.TableReader.Open(new MemoryStream(template), kind + ".xlsx");
            Assert.Equal(2, table.Sheets.Count);
            await wizard.UploadAsync(kind, kind + ".xlsx", template);
            var page = await wizard.Browser.PageAsync(wizard.Address + "/map");
            Assert.Equal(table.Header.Select(h => h.Name), Wizard.Proposed(page).Select(p => p.Item2));
        }
    }

    private static Task<ImportReport> CommandAsync(Scene scene, string kind, string file, bool isDryRun) => scene.House.InAsync(services =>
        services.GetServices<IImportCommandKind>().Single(k => k.Id == kind).ImportAsync(new(file, isDryRun, null), CancellationToken.None));

    private static async Task AddLakesideAsync(IServiceProvider services)
    {
        services.GetRequiredService<IOrganisations>().Add(new(new("University of Lakeside", "湖畔大学"), "US", new("Lakeside", "")));
        await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
    }

    private static Task<int> CountAsync(Scene scene) => scene.In(db => db.Set<Agreement>().VisibleTo(Viewer.System).CountAsync());

    /// <summary>Lets the database refuse the transaction when most of it is written: what it adds refers to nothing.</summary>
    private sealed class Breaks : IHear<Contracts.Partners.AgreementSigned>
    {
        public Task HearAsync(Contracts.Partners.AgreementSigned happened, AppDbContext db, CancellationToken cancellation)
        {
            db.Add(new PartnerProfile { OrganisationId = OrganisationId.New() });
            return Task.CompletedTask;
        }
    }
}
