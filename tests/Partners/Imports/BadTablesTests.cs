using System.IO.Compression;
using System.Net;
using System.Text;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests.Imports;

/// <summary>Every bad table gets a sentence with row and column in the reader's language, and changes nothing.</summary>
public sealed class BadTablesTests
{
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Files_that_cannot_be_read_are_refused_at_once(Engine engine)
    {
        await using var wizard = await Wizard.OpenAsync(engine);
        using var chinese = await wizard.Host.SignedInAsync(language: "zh");
        var before = await wizard.RecordsAsync();
        foreach (var (name, file, en, zh) in Unreadable())
        {
            var answer = await wizard.UploadAsync("partners", name, file);
            Assert.Equal((name, HttpStatusCode.UnprocessableEntity), (name, answer.Status));
            Assert.Contains(en, Wizard.Plain(answer.Body), StringComparison.Ordinal);
            Assert.Contains(zh, Wizard.Plain((await chinese.UploadAsync("/imports/new", null, name, file, ("kind", "partners"))).Body), StringComparison.Ordinal);
        }

        Assert.Equal(before, await wizard.RecordsAsync());
        Assert.Contains("No table was imported yet", await wizard.Browser.PageAsync("/imports"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Headers_with_mistakes_stop_before_the_rows(Engine engine)
    {
        await using var wizard = await Wizard.OpenAsync(engine);
        using var chinese = await wizard.Host.SignedInAsync(language: "zh");
        foreach (var (lines, en, zh) in new (string[], string, string)[]
        {
            (["Name,Country,country", "A,DE,FR"], "Row 1: the header of column C · country says the same as that of column B · Country.", "第 1 行：C · country 列与 B · Country 列的表头重复。"),
            (["Name,,Country", "A,what is this,DE"], "Row 2, column B: there is a value, but the column has no header in row 1.", "第 2 行 B 列有内容，但第 1 行没有对应的表头。"),
            (["Name,Country"], "There is only a header, in row 1", "只有第 1 行的表头，没有数据。"),
        })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await wizard.UploadAsync("partners", "a.csv", Wizard.Csv(lines))).Status);
            Assert.Contains(en, Wizard.Plain(await wizard.Browser.PageAsync(wizard.Address + "/map")), StringComparison.Ordinal);
            Assert.Contains(zh, Wizard.Plain(await chinese.PageAsync(wizard.Address + "/map")), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await wizard.Browser.SendAsync(wizard.Address + "/map", null, ("column-0", "name_en"))).Status);
        }
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Rows_with_mistakes_say_where_in_either_language_and_change_nothing(Engine engine)
    {
        await using var wizard = await Wizard.OpenAsync(engine);
        using var chinese = await wizard.Host.SignedInAsync(language: "zh");
        await AgreementsImportTests.AddPartnersAsync(wizard.Host);
        var ended = await EndOneAsync(wizard.Host);
        await UseAsync(wizard);
        var before = await wizard.RecordsAsync();
        foreach (var (kind, lines, en, zh) in BadRows(ended))
        {
            await wizard.CheckAsync(kind, lines);
            var shown = Wizard.Plain(await wizard.Browser.PageAsync(wizard.Address + "/check?show=all"));
            Assert.Contains(en, shown, StringComparison.Ordinal);
            Assert.Contains(zh, Wizard.Plain(await chinese.PageAsync(wizard.Address + "/check?show=all")), StringComparison.Ordinal);
            Assert.DoesNotContain("Apply", shown, StringComparison.Ordinal);
            Assert.Equal(wizard.Address + "/check", (await wizard.SendAsync("/apply")).Location);
        }

        Assert.Equal(before, await wizard.RecordsAsync());
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Formulas_and_dates_as_text_in_a_workbook_are_named_and_a_cell_can_be_corrected_in_place(Engine engine)
    {
        await using var wizard = await Wizard.OpenAsync(engine);
        await AgreementsImportTests.AddPartnersAsync(wizard.Host);
        var workbook = Workbook(
            """<row r="1"><c r="A1" t="inlineStr"><is><t>number</t></is></c><c r="B1" t="inlineStr"><is><t>kind</t></is></c><c r="C1" t="inlineStr"><is><t>title_en</t></is></c><c r="D1" t="inlineStr"><is><t>partners</t></is></c><c r="E1" t="inlineStr"><is><t>signed_on</t></is></c><c r="F1" t="inlineStr"><is><t>places_out</t></is></c></row>"""
            + """<row r="2"><c r="A2" t="inlineStr"><is><t>X-1</t></is></c><c r="B2" t="inlineStr"><is><t>memorandum</t></is></c><c r="C2" t="inlineStr"><is><t>One</t></is></c><c r="D2" t="inlineStr"><is><t>University of Lakeside</t></is></c><c r="E2" t="inlineStr"><is><t>2024年3月5日</t></is></c><c r="F2"><f>1+1</f><v>2</v></c></row>"""
            + """<row r="3"><c r="A3" t="inlineStr"><is><t>X-2</t></is></c><c r="B3" t="inlineStr"><is><t>memorandum</t></is></c><c r="C3" t="inlineStr"><is><t>Two</t></is></c><c r="D3" t="inlineStr"><is><t>University of Lakeside</t></is></c><c r="E3" t="inlineStr"><is><t>03/04/2024</t></is></c></row>""");
        await wizard.UploadAsync("agreements", "two.xlsx", workbook);
        var check = await wizard.MapAsync();
        Assert.Contains("Row 2, column F · places_out contains a formula.", check, StringComparison.Ordinal);
        Assert.Contains("Row 3, column E · signed_on: in “03/04/2024” day and month could be swapped.", check, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0, 0, 2, 0), await wizard.CountsAsync());

        Assert.Equal(HttpStatusCode.SeeOther, (await wizard.SendAsync("/rows/2", ("cell-5", "2"))).Status);
        Assert.Equal((1, 0, 0, 0, 1, 0), await wizard.CountsAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await wizard.SendAsync("/rows/3", ("cell-4", "2024-04-03"))).Status);
        Assert.Equal((2, 0, 0, 0, 0, 0), await wizard.CountsAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await wizard.SendAsync("/leave-out", ("row", "3"))).Status);
        Assert.Equal((1, 0, 0, 0, 0, 1), await wizard.CountsAsync());
        await wizard.ApplyAsync();
        Assert.Equal(["X-1 2024-03-05"], await wizard.Host.InAsync(async s => (await s.GetRequiredService<AppDbContext>().Set<Agreement>().VisibleTo(Viewer.System)
            .ToListAsync()).ConvertAll(a => FormattableString.Invariant($"{a.Number} {a.SignedOn:yyyy-MM-dd}"))));
    }

    [Fact]
    public async Task A_table_in_GB18030_with_Chinese_headers_is_read_and_a_sheet_and_the_order_of_dates_can_be_chosen()
    {
        await using var wizard = await Wizard.OpenAsync(Engine.Sqlite, "zh");
        var file = Chinese.GetBytes("合作院校,国别,城市,联系人,邮箱,职务\r\n湖畔大学,美国,湖畔市,王伟 (Wang Wei),wang@lakeside.example,国际处处长\r\n");
        await wizard.UploadAsync("partners", "合作单位.csv", file);
        var map = await wizard.Browser.PageAsync(wizard.Address + "/map");
        Assert.Contains("文件不是 UTF-8 编码，已按 GB18030 读取。", map, StringComparison.Ordinal);
        Assert.Equal(["name_zh", "country", "city", "contact_name", "contact_email", "contact_role"], Wizard.Proposed(map).Select(p => p.Item2));
        var check = await wizard.MapAsync();
        Assert.Contains("合作单位.csv，共 1 行： 待定 1 行。", check, StringComparison.Ordinal);
        Assert.Contains("将“湖畔大学”作为新机构加入", check, StringComparison.Ordinal);

        await wizard.CheckAsync("agreements", "number,signed_on", "X-1,03/04/2024");
        var read = await wizard.Browser.SendAsync(wizard.Address + "/map", wizard.Address + "/read", ("dates", "DayFirst"), ("header-row", "1"));
        Assert.Equal(wizard.Address + "/map", read.Location);
        Assert.DoesNotContain("03/04/2024”", await wizard.MapAsync(), StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, byte[] File, string En, string Zh)> Unreadable()
    {
        var good = Workbook("""<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c></row>""");
        yield return ("empty.csv", [], "Choose the file to import.", "未选择文件。");
        yield return ("damaged.xlsx", good[..(good.Length / 2)], "The file is damaged and cannot be read.", "文件已损坏，无法读取。");
        yield return ("macros.xlsm", Workbook("<row r=\"1\"/>", ("xl/vbaProject.bin", "x")), "The workbook contains macros or controls.", "工作簿含有宏或控件。");
        yield return ("bomb.xlsx", Workbook($"""<row r="1"><c r="A1" t="inlineStr"><is><t>{new string('a', 60_000_000)}</t></is></c></row>"""), "far larger inside than it looks from outside", "工作簿解压后过大");
        yield return ("wide.csv", Wizard.Csv(string.Join(',', Enumerable.Range(1, 10_000).Select(i => "h" + i)), "x"), "Row 1 has more than 200 columns", "第 1 行超过 200 列的上限。");
        yield return ("long.csv", Wizard.Csv(["Name", .. Enumerable.Range(1, 10_001).Select(i => "Partner " + i)]), "At row 10,002 the table passes the limit of 10,000 rows.", "到第 10,002 行时，表格已超过 10,000 行的上限。");
        yield return ("huge.csv", new byte[21 * 1024 * 1024], "The file is larger than 20 MB.", "文件超过 20 MB。");
        yield return ("broken.csv", [.. "Name\r\nUniversit"u8, 0xFF, 0xFE, 0x80, 0xFF, .. " x\r\n"u8], "Line 2 contains characters that cannot be read.", "第 2 行含有无法识别的字符。");
        yield return ("paper.pdf", [.. "%PDF-1.7 x"u8], "This is a PDF, not a spreadsheet.", "这是 PDF，不是电子表格。");
    }

    private static IEnumerable<(string Kind, string[] Lines, string En, string Zh)> BadRows(OrganisationId ended)
    {
        const string Head = "number,kind,title_en,partners,signed_on,effective_on,ends_on,places_out,state,follows";
        yield return ("partners", ["Name,Country", "A,Atlantis"], "Row 2, column B · Country: “Atlantis” is no country or region known here.", "第 2 行 B · Country 列：无法识别国家或地区“Atlantis”。");
        yield return ("partners", ["Name,Country", "A University,DE", "A University,FR"], "Row 3, column B · Country says FR, but row 2 says DE for the same partner.", "第 3 行 B · Country 列为 FR，第 2 行对同一机构却写 DE。");
        yield return ("partners", ["Name,Country,Featured", "University of Lakeside,US,1", "University of Lakeside,US,2"], "Row 2, column C · Featured says 1, but row 3 says 2 for the same partner.", "第 2 行 C · Featured 列为 1，第 3 行对同一机构却写 2。");
        yield return ("partners", ["Name,Country,ROR", "A,DE,03cve4540"], "Row 2, column C · ROR: “03cve4540” is no ROR identifier", "第 2 行 C · ROR 列：“03cve4540”不是有效的 ROR 标识");
        yield return ("partners", ["Name,Country,E-mail", "A,DE,nobody"], "Row 2, column C · E-mail: “nobody” is no e-mail address.", "第 2 行 C · E-mail 列：“nobody”不是有效的邮箱地址。");
        yield return ("partners", ["Name,Country,Featured", "A,DE,first"], "Row 2, column C · Featured: “first” is not a whole number from 1 to 1,000.", "第 2 行 C · Featured 列：“first”不是 1 到 1,000 之间的整数。");
        yield return ("partners", ["Key,Name", $"{ended},Old College"], "Row 2, column B · Name: Old College exists no longer. Choose the organisation that followed it.", "第 2 行 B · Name 列：旧学院已不存在。");
        yield return ("agreements", [Head, "B-1,treaty,T,University of Lakeside,,,,,,"], "Row 2, column B · kind: “treaty” is no kind of agreement. There are: memorandum, student-exchange", "第 2 行 B · kind 列：没有协议类型“treaty”。现有类型：memorandum");
        yield return ("agreements", [Head, "B-1,memorandum,T,University of Lakeside,2024-01-01,2024-02-01,2023-12-31,,,"], "Row 2, column G · ends_on: the last day, 31 Dec 2023, lies before the first day, 1 Feb 2024.", "第 2 行 G · ends_on 列：终止日期 2023年12月31日 早于生效日期 2024年2月1日");
        yield return ("agreements", [Head, "B-1,memorandum,T,University of Lakeside,2027-01-01,,,,,"], "Row 2, column E · signed_on: 1 Jan 2027 has not come yet", "第 2 行 E · signed_on 列：2027年1月1日 尚未到来");
        yield return ("agreements", [Head, "B-1,memorandum,T,University of Lakeside,2024-02-30,,,,,"], "Row 2, column E · signed_on: there is no such day as “2024-02-30”.", "第 2 行 E · signed_on 列：“2024-02-30”这一天不存在。");
        yield return ("agreements", [Head, "B-1,memorandum,T,University of Lakeside,2024-01-01,,2026-12-31,,,", "B-1,memorandum,T,University of Lakeside,2024-01-01,,2027-12-31,,,"], "Row 3, column G · ends_on: row 2 has the same number, B-1, and says something else here.", "第 3 行 G · ends_on 列：第 2 行的协议号同为 B-1，此处内容却不同");
        yield return ("agreements", [Head, "B-1,memorandum,T,University of Lakeside,,,,,active,"], "Row 2, column E · signed_on is empty, but the state says “in force”.", "第 2 行 E · signed_on 列为空，但状态写");
        yield return ("agreements", [Head, "B-1,memorandum,T,University of Lakeside,,,,,,B-2", "B-2,memorandum,T,University of Lakeside,,,,,,B-1"], "Row 2, column J · follows: following B-2 leads back to the same agreement.", "第 2 行 J · follows 列：承接 B-2 又回到同一份协议");
        yield return ("agreements", ["number,places_out", "U-1,1"], "Row 2, column B · places_out: 1 places are fewer than the 3 used in one year already.", "第 2 行 B · places_out 列：名额 1 少于某一年已使用的 3");
        yield return ("agreements", [Head, "B-1,memorandum,T,University of Nowhere at All,,,,,,"], "Row 2, column D · partners: the directory has no organisation like “University of Nowhere at All”.", "第 2 行 D · partners 列：名录中没有与“University of Nowhere at All”相近的机构。");
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Overlapping_agreements_are_a_warning_and_can_be_applied(Engine engine)
    {
        await using var wizard = await Wizard.OpenAsync(engine);
        await AgreementsImportTests.AddPartnersAsync(wizard.Host);
        var check = await wizard.CheckAsync(
            "agreements", "number,kind,title_en,partners,signed_on,ends_on",
            "C-1,memorandum,T,University of Lakeside,2024-01-01,2027-12-31", "C-2,memorandum,T,University of Lakeside,2025-01-01,2028-12-31");
        Assert.Contains("Row 3, column D · partners: agreement C-1 of the same kind with University of Lakeside holds in the same time.", check, StringComparison.Ordinal);
        Assert.Equal((2, 0, 0, 0, 0, 0), await wizard.CountsAsync());
        await wizard.ApplyAsync();
    }

    private static Task<OrganisationId> EndOneAsync(RunningHost host) => host.InAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var key = services.GetRequiredService<IOrganisations>().Add(new(new("Old College", "旧学院"), "GB", new("Oldtown", "旧城")));
        await db.SaveChangesAsync();
        var type = db.Model.GetEntityTypes().Single(e => e.ClrType.FullName == "Entente.Directory.Model.Organisation").ClrType;
        var organisation = await db.FindAsync(type, key);
        type.GetProperty("Status")!.SetValue(organisation, Enum.ToObject(type.GetProperty("Status")!.PropertyType, 1));
        await db.SaveChangesAsync();
        return key;
    });

    /// <summary>An agreement U-1 with four places out, three of which are used.</summary>
    private static async Task UseAsync(Wizard wizard)
    {
        await wizard.CheckAsync("agreements", "number,kind,title_en,partners,signed_on,ends_on,places_out", "U-1,student-exchange,T,University of Lakeside,2025-05-01,2030-04-30,4");
        await wizard.ApplyAsync();
        await wizard.Host.InAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            var agreement = await db.Set<Agreement>().VisibleTo(Viewer.System).SingleAsync(a => a.Number == "U-1");
            Assert.Null(await services.GetRequiredService<IPlaceLedger>().UseAsync(
                new(agreement.Id, "out", 2025, null, PlaceLength.Year, 3, null, new("tests.use", Guid.CreateVersion7())), CancellationToken.None));
            await db.SaveChangesAsync();
        });
    }

    private static byte[] Workbook(string rows, params (string Name, string Content)[] more)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in more.Concat(
            [
                ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"""),
                ("_rels/.rels", $"""<Relationships><Relationship Id="rId1" Type="{Office}/officeDocument" Target="/xl/workbook.xml"/></Relationships>"""),
                ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Partners" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
                ("xl/_rels/workbook.xml.rels", $"""<Relationships><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
                ("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>"""),
            ]))
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }
}
