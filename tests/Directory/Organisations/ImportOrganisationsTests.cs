using System.IO.Compression;
using System.Text;
using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Directory.Organisations.Import;
using Entente.Foundation.Access;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Jobs;
using Entente.Foundation.Search;
using Entente.Foundation.Tables;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Tests.Organisations;

public sealed class ImportOrganisationsTests
{
    private const string Head =
        "ror\tstatus\tdisplay\tname_zh\tacronyms\taliases\tcc\tcity\tlat\tlng\ttypes\twebsite\tdomains\tsuccessor\tpredecessor\tparent\tror_release";

    private static readonly string Tsinghua = RorOf("3cve45");
    private static readonly string Shenzhen = RorOf("1vceef");
    private static readonly string Old = RorOf("000001");

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_table_comes_in_once_changes_what_changed_and_wipes_nothing(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        using var file = new Scratch(".tsv.gz");
        file.Write(
            $"{Tsinghua}\tactive\tTsinghua University\t清华大学\tTHU\tTsinghua University|清华大学|Qinghua Daxue\tCN\tBeijing\t39.9\t116.4\teducation|funder\thttps://www.tsinghua.edu.cn\ttsinghua.edu.cn\t\t\t\tv2.3",
            $"{Shenzhen}\tactive\tTsinghua SIGS\t\t\t\tCN\tShenzhen\t22.5\t114.1\teducation\t\t\t\t{Old}\t{Tsinghua}\tv2.3");

        Assert.Equal("2 new, 0 changed, 0 unchanged, 0 refused", (await ImportAsync(house, file.Path, dryRun: true)).Summary);
        Assert.Equal(0, await house.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Organisation>().CountAsync()));
        Assert.Equal("2 new, 0 changed, 0 unchanged, 0 refused", (await ImportAsync(house, file.Path)).Summary);
        Assert.Equal("0 new, 0 changed, 2 unchanged, 0 refused", (await ImportAsync(house, file.Path)).Summary);

        // The right to write is not held while the search is told: a job does that.
        Assert.Empty(await house.InAsync(s => s.GetRequiredService<ISearch>().FindAsync(Viewer.System, "tsinghua", 5, default)));
        Assert.Equal(1, await house.Root.GetRequiredService<JobRunner>().RunDueAsync(default));
        await house.InAsync(async scope =>
        {
            var db = scope.GetRequiredService<AppDbContext>();
            var university = await db.Set<Organisation>().SingleAsync(o => o.Ror == Tsinghua);
            Assert.Equal(new LocalizedText("Tsinghua University", "清华大学"), university.Name);
            Assert.Equal(OrganisationTypes.Education | OrganisationTypes.Funder, university.Types);
            Assert.Equal((39.9, 116.4, 1), (university.Latitude, university.Longitude, university.Version));
            Assert.Equal(
                ["Qinghua Daxue", "THU", "Tsinghua University", "清华大学"],
                (await db.Set<OrganisationName>().Where(n => n.OrganisationId == university.Id).Select(n => n.Text).ToListAsync()).Order(StringComparer.Ordinal));
            var relations = await db.Set<OrganisationRelation>().OrderBy(r => r.Kind).ToListAsync();
            Assert.Equal([OrganisationRelationKind.Parent, OrganisationRelationKind.Successor], relations.Select(r => r.Kind).OrderByDescending(k => k));
            Assert.Null(relations.Single(r => r.Kind == OrganisationRelationKind.Successor).FromId);
            Assert.Equal(1, await db.Set<OrganisationImport>().CountAsync());
            foreach (var text in new[] { "tsinghua univ", "清华", "qinghua", "THU", "tsinghua.edu.cn", Tsinghua })
                Assert.Equal("Tsinghua University", (await scope.GetRequiredService<ISearch>().FindAsync(Viewer.System, text, 5, default))[0].Title.En);
        });

        file.Write(
            $"{Tsinghua}\tactive\tTsinghua University\t清华大学\tTHU\tTsinghua University|清华大学\tCN\tBeijing\t39.9\t116.4\teducation|funder\thttps://www.tsinghua.edu.cn\ttsinghua.edu.cn\t\t\t\tv2.4",
            $"{Shenzhen}\tinactive\tTsinghua SIGS\t\t\t\tCN\tShenzhen\t22.5\t114.1\teducation\t\t\t\t{Old}\t\tv2.3",
            $"{Old}\tactive\tGraduate School at Shenzhen\t\t\t\tCN\tShenzhen\t\t\teducation\t\t\t\t\t\tv2.3");
        Assert.Equal("1 new, 2 changed, 0 unchanged, 0 refused", (await ImportAsync(house, file.Path)).Summary);
        Assert.Equal("0 new, 0 changed, 3 unchanged, 0 refused", (await ImportAsync(house, file.Path)).Summary);
        await house.InAsync(async scope =>
        {
            var db = scope.GetRequiredService<AppDbContext>();
            Assert.Equal(OrganisationStatus.Inactive, (await db.Set<Organisation>().SingleAsync(o => o.Ror == Shenzhen)).Status);
            var former = await db.Set<OrganisationName>().SingleAsync(n => n.Text == "Qinghua Daxue");
            Assert.Equal(house.Clock.GetCurrentInstant(), former.WithdrawnAt);
            var parent = await db.Set<OrganisationRelation>().SingleAsync(r => r.Kind == OrganisationRelationKind.Parent);
            Assert.Equal(house.Clock.GetCurrentInstant(), parent.WithdrawnAt);
            var successor = await db.Set<OrganisationRelation>().SingleAsync(r => r.Kind == OrganisationRelationKind.Successor);
            Assert.Equal((await db.Set<Organisation>().SingleAsync(o => o.Ror == Old)).Id, successor.FromId);
        });

        using var exported = new Scratch(".csv");
        await house.InAsync(async scope =>
        {
            await using var written = File.Create(exported.Path);
            Assert.Equal(3, await scope.GetServices<IExportKind>().Single(k => k.Id == "organisations").ExportAsync(written, TableFormat.Csv, default));
        });
        Assert.Equal("0 new, 0 changed, 3 unchanged, 0 refused", (await ImportAsync(house, exported.Path)).Summary);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Bad_files_are_refused_with_sentences_and_change_nothing(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        using var file = new Scratch(".tsv");
        file.Write(
            Row(Tsinghua, successor: Shenzhen),
            Row(Shenzhen, successor: Old),
            Row(Old, successor: Tsinghua));
        var cycle = await ImportAsync(house, file.Path);
        Assert.Equal("0 new, 0 changed, 0 unchanged, 3 refused", cycle.Summary);
        Assert.Contains("in a circle: " + string.Join(" → ", new[] { Old, Tsinghua, Shenzhen, Old }), cycle.Reasons[0], StringComparison.Ordinal);

        file.Write(Row(Tsinghua), Row(Tsinghua), Row("03cve4540"), Row(Shenzhen).Replace("active", "gone"), Row(Old).Replace("\t1\t2\t", "\t91\t2\t"));
        var rows = await ImportAsync(house, file.Path);
        Assert.Equal("1 new, 0 changed, 0 unchanged, 4 refused", rows.Summary);
        Assert.Equal(
            [
                $"Row 3: {Tsinghua} stands already in row 2; an organisation has one row.",
                "Row 4: “03cve4540” is no ROR identifier: nine characters that begin with 0, with the right check digits.",
                "Row 5: The status “gone” is none of active, inactive, withdrawn.",
                "Row 6: “91” is no number of degrees up to 90 (column lat).",
                "Nothing was changed. Mend the rows named above and import the file again.",
            ],
            rows.Reasons);

        Assert.Equal("Row 2: There are 3 cells where the header has 17. Cells are separated by a tab.", await RefusedAsync(house, ".tsv", Bytes(Head + "\n" + Tsinghua + "\tactive\tX\n")));
        Assert.StartsWith("The header lacks status, display, cc.", await RefusedAsync(house, ".tsv", Bytes("ror\tname\n")), StringComparison.Ordinal);
        Assert.EndsWith(".tsv is not written in UTF-8.", await RefusedAsync(house, ".tsv", [.. Bytes(Head + "\n"), 0xff, 0xfe, 0x0a]), StringComparison.Ordinal);
        var packed = Packed(Bytes(Head + "\n" + Row(Tsinghua) + string.Concat(Enumerable.Range(0, 900).Select(i => $"|{i * 7919}"))));
        Assert.EndsWith("cannot be unpacked to the end.", await RefusedAsync(house, ".tsv.gz", [.. packed[..(packed.Length / 2)], 1, 2, 3, 4, 5, 6, 7, 8, 9]), StringComparison.Ordinal);
        Assert.EndsWith("cannot be unpacked to the end.", await RefusedAsync(house, ".tsv.gz", packed[..(packed.Length / 2)]), StringComparison.Ordinal);
        Assert.EndsWith("cannot be unpacked to the end.", await RefusedAsync(house, ".json.gz", Bytes("[]")), StringComparison.Ordinal);
        Assert.Contains("is no well-formed JSON: line 2,", await RefusedAsync(house, ".json", Bytes("[\n{\"id\": \"https://ror.org/\", }]")), StringComparison.Ordinal);
        Assert.Contains("is no well-formed JSON: line 1,", await RefusedAsync(house, ".json", Bytes("{\"id\": 1}")), StringComparison.Ordinal);
        Assert.Contains("is of no kind that is taken", await RefusedAsync(house, ".doc", Bytes("")), StringComparison.Ordinal);
        Assert.Equal(0, await house.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Organisation>().CountAsync()));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_record_changed_while_the_file_was_read_is_not_overwritten(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine, demo: true);
        await house.InAsync(async scope =>
        {
            var db = scope.GetRequiredService<AppDbContext>();
            var read = await db.Set<Organisation>().AsNoTracking().OrderBy(o => o.Ror).Take(2).ToListAsync();
            var changed = read[1].Id;
            var rows = BulkRows.Of(db, read);
            await db.Set<Organisation>().Where(o => o.Id == changed).ExecuteUpdateAsync(set => set.SetProperty(o => o.Version, o => o.Version + 1));
            await using var transaction = await db.Database.BeginTransactionAsync();
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => rows.UpdateAsync(db, default));
        });
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_name_entered_by_hand_and_a_language_the_registry_lacks_stay(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine, demo: true);
        using var file = new Scratch(".tsv");
        file.Write("02e2c7k09\tactive\tTechnische Universiteit Delft\t\t\tTU Delft\tNL\tDelft\t52.0\t4.4\teducation\thttps://www.tudelft.nl\ttudelft.nl\t\t\t\tv2.9");

        var report = await ImportAsync(house, file.Path);
        Assert.Equal("0 new, 1 changed, 0 unchanged, 0 refused", report.Summary);
        Assert.Empty(report.Reasons);

        var delft = await house.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Organisation>().SingleAsync(o => o.Ror == "02e2c7k09"));
        Assert.Equal(new LocalizedText("Delft University of Technology", "代尔夫特理工大学"), delft.Name);
        Assert.Equal((new LocalizedText("Delft", "代尔夫特"), 4.4), (delft.City, delft.Longitude));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_registrys_dump_is_read_and_what_was_entered_by_hand_stays(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await house.InAsync(async scope =>
        {
            scope.GetRequiredService<Contracts.Directory.IOrganisations>().Add(
                new(new("Tsinghua", "清华"), "CN", new("Peking", "北京"), Tsinghua));
            await scope.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });
        using var file = new Scratch(".json");
        file.WriteBytes(Bytes($$"""
            [{"id": "https://ror.org/{{Tsinghua}}", "status": "active", "types": ["education"], "domains": [], "established": 1911, "external_ids": [],
              "admin": {"created": {"date": "2018-11-14", "schema_version": "1.0"}, "last_modified": {"date": "2024-12-11", "schema_version": "2.1"} },
              "links": [{"type": "website", "value": "https://www.tsinghua.edu.cn"}],
              "locations": [{"geonames_id": 1816670, "geonames_details": {"name": "Beijing", "country_code": "CN", "country_name": "China", "lat": 39.9075, "lng": 116.39723} }],
              "names": [{"value": "THU", "types": ["acronym"], "lang": null}, {"value": "清华大学", "types": ["label"], "lang": "zh"}, {"value": "Tsinghua University", "types": ["ror_display", "label"], "lang": "en"}],
              "relationships": [{"type": "child", "label": "SIGS", "id": "https://ror.org/{{Shenzhen}}"}]}]
            """));
        Assert.Equal("0 new, 1 changed, 0 unchanged, 0 refused", (await ImportAsync(house, file.Path)).Summary);
        Assert.Equal("0 new, 0 changed, 1 unchanged, 0 refused", (await ImportAsync(house, file.Path)).Summary);
        await house.InAsync(async scope =>
        {
            var db = scope.GetRequiredService<AppDbContext>();
            var university = await db.Set<Organisation>().SingleAsync();
            Assert.Equal(new LocalizedText("Tsinghua", "清华"), university.Name);
            Assert.Equal("Peking", university.City.En);
            Assert.Equal((39.9075, "https://www.tsinghua.edu.cn", OrganisationTypes.Education), (university.Latitude, university.Website, university.Types));
            var child = await db.Set<OrganisationRelation>().SingleAsync();
            Assert.Equal((OrganisationRelationKind.Parent, Shenzhen, Tsinghua), (child.Kind, child.FromRor, child.ToRor));
        });
    }

    private static string Row(string ror, string successor = "") => $"{ror}\tactive\tName of {ror}\t\t\t\tCN\tBeijing\t1\t2\teducation\t\t\t{successor}\t\t\tv1";

    private static string RorOf(string six) => "0" + six + RorIdentifier.CheckDigits(six);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal)) zip.Write(bytes);
        return packed.ToArray();
    }

    private static Task<ImportReport> ImportAsync(TestHouse house, string path, bool dryRun = false) => house.InAsync(scope =>
        scope.GetServices<IImportCommandKind>().OfType<ImportOrganisations>().Single().ImportAsync(new(path, dryRun, null), default));

    private static async Task<string> RefusedAsync(TestHouse house, string ending, byte[] content)
    {
        using var file = new Scratch(ending);
        file.WriteBytes(content);
        return (await Assert.ThrowsAsync<RefusedException>(() => ImportAsync(house, file.Path))).Message;
    }

    private sealed class Scratch(string ending) : IDisposable
    {
        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), Guid.CreateVersion7().ToString("N") + ending);

        public void Write(params string[] rows)
        {
            var bytes = Bytes(Head + "\n" + string.Join('\n', rows) + "\n");
            WriteBytes(ending.EndsWith(".gz", StringComparison.Ordinal) ? Packed(bytes) : bytes);
        }

        public void WriteBytes(byte[] bytes) => File.WriteAllBytes(Path, bytes);

        public void Dispose() => File.Delete(Path);
    }
}
