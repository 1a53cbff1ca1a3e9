using System.Net;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Tables;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests.Imports;

public sealed class AgreementsImportTests
{
    // Today is 12 March 2026.
    private static readonly string[] Table =
    [
        "协议号,协议类型,Title,协议名称,合作单位,Signed,生效日期,到期日期,续约方式,Renewal period (months),派出名额,来访名额,Status,Follows",
        "A-1,student-exchange,Exchange with Lakeside,与湖畔大学学生交换协议,University of Lakeside,2025-05-20,2025-09-01,2030-08-31,,,4,3,,",
        "A-2,合作备忘录,Memorandum with Nordsee,,Technische Hochschule Nordsee,2018/3/1,,2023年2月28日,,,,,expired,",
        "A-3,memorandum,Memorandum with Aoyama,,青山大学,2019-04-01,2019-04-01,2021-06-30,,,,,terminated,",
        "A-4,dual-degree,Dual degree with Lakeside,,University of Lakeside,,,,,,,,,",
        "A-5,joint-cultivation,Joint cultivation with Nordsee,,Technische Hochschule Nordsee|University of Lakeside,2020-01-10,2020-02-01,2023-01-31,automatic,12,2,,,A-2",
        "A-6,cotutelle,Cotutelle with Aoyama,,青山大学,2026-03-01,2026-09-01,2029-08-31,固定期限,,1,,,",
    ];

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Agreements_live_as_their_dates_say_are_unchanged_when_repeated_or_exported_and_can_be_undone(Engine engine)
    {
        await using var wizard = await Wizard.OpenAsync(engine);
        await AddPartnersAsync(wizard.Host);
        var before = await wizard.RecordsAsync();

        await wizard.CheckAsync("agreements", Table);
        Assert.Equal((6, 0, 0, 0, 0, 0), await wizard.CountsAsync());
        Assert.Equal(before, await wizard.RecordsAsync());
        await wizard.ApplyAsync();
        var first = wizard.Address;

        await wizard.Host.InAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            var agreements = await db.Set<Agreement>().VisibleTo(Viewer.System).Include(a => a.Steps).Include(a => a.Places).OrderBy(a => a.Number).ToListAsync();
            Assert.Equal(
                [
                    ("A-1", AgreementState.Active, new DateOnly(2025, 9, 1), new DateOnly(2030, 8, 31), TermKind.Fixed),
                    ("A-2", AgreementState.Expired, new DateOnly(2018, 3, 1), new DateOnly(2023, 2, 28), TermKind.Fixed),
                    ("A-3", AgreementState.Terminated, new DateOnly(2019, 4, 1), new DateOnly(2021, 6, 30), TermKind.OpenEnded),
                    ("A-4", AgreementState.Draft, null, null, TermKind.OpenEnded),
                    ("A-5", AgreementState.Active, new DateOnly(2020, 2, 1), new DateOnly(2027, 1, 31), TermKind.Automatic),
                    ("A-6", AgreementState.Signed, new DateOnly(2026, 9, 1), new DateOnly(2029, 8, 31), TermKind.Fixed),
                ],
                agreements.ConvertAll(a => (a.Number, a.State, a.EffectiveOn, a.LastDay, a.Term)));
            Assert.Equal([("out", 4), ("in", 3)], agreements[0].Places.OrderByDescending(p => p.Code).Select(p => (p.Code, p.PerYear)));
            Assert.Equal(agreements[1].Id, agreements[4].PredecessorId);
            Assert.Equal(
                [(AgreementState.Draft, null), (AgreementState.InReview, "Imported"), (AgreementState.Approved, "Imported"), (AgreementState.OutForSignature, "Imported"), (AgreementState.Signed, null), (AgreementState.Active, "Imported")],
                agreements[0].Steps.OrderBy(s => s.To).Select(s => (s.To, s.Reason)));
            foreach (var law in services.GetServices<Foundation.Log.IInvariant>()) Assert.Equal([], await law.BrokenByAsync(db, CancellationToken.None));
        });
        var after = await wizard.RecordsAsync();

        await wizard.CheckAsync("agreements", Table);
        Assert.Equal((0, 0, 6, 0, 0, 0), await wizard.CountsAsync());

        foreach (var format in new[] { TableFormat.Csv, TableFormat.Xlsx })
        {
            using var file = new MemoryStream();
            Assert.Equal(6, await wizard.Host.InAsync(s => s.GetServices<IExportKind>().Single(k => k.Id == "agreements").ExportAsync(file, format, CancellationToken.None)));
            await wizard.UploadAsync("agreements", "export." + format.ToString().ToLowerInvariant(), file.ToArray());
            await wizard.MapAsync();
            Assert.Equal((0, 0, 6, 0, 0, 0), await wizard.CountsAsync());
        }

        Assert.Equal(after, await wizard.RecordsAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await wizard.Browser.SendAsync(first, first + "/undo")).Status);
        Assert.Equal(before, await wizard.RecordsAsync());
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_draft_is_changed_and_gets_its_text_back_and_a_signed_text_is_not_touched(Engine engine)
    {
        await using var wizard = await Wizard.OpenAsync(engine);
        await AddPartnersAsync(wizard.Host);
        await wizard.CheckAsync("agreements", Table);
        await wizard.ApplyAsync();

        var check = await wizard.CheckAsync("agreements", "number,title_en,places_out", "A-4,Dual degree in water science,2");
        Assert.Equal((0, 1, 0, 0, 0, 0), await wizard.CountsAsync());
        Assert.Contains("Dual degree with Lakeside Dual degree in water science", check, StringComparison.Ordinal);
        await wizard.ApplyAsync();
        Assert.Equal("Dual degree in water science", await TitleAsync(wizard.Host, "A-4"));
        Assert.Equal(HttpStatusCode.SeeOther, (await wizard.UndoAsync()).Status);
        Assert.Equal("Dual degree with Lakeside", await TitleAsync(wizard.Host, "A-4"));

        var signed = await wizard.CheckAsync("agreements", "number,title_en,ends_on", "A-1,Exchange with Lakeside,2031-08-31");
        Assert.Contains("Row 2, column C · ends_on: the agreement is in force and says “2030-08-31”, not “2031-08-31”.", signed, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0, 0, 1, 0), await wizard.CountsAsync());
    }

    internal static Task AddPartnersAsync(RunningHost host) => host.InAsync(async services =>
    {
        var organisations = services.GetRequiredService<IOrganisations>();
        organisations.Add(new(new("University of Lakeside", "湖畔大学"), "US", new("Lakeside", "湖畔市"), null, null));
        organisations.Add(new(new("Technische Hochschule Nordsee", "北海工业大学"), "DE", new("Nordhafen", "北港"), null, null));
        organisations.Add(new(new("Aoyama Mountain University", "青山大学"), "JP", new("Aoyama", "青山市"), null, null));
        await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
    });

    private static Task<string> TitleAsync(RunningHost host, string number) => host.InAsync(async services =>
        (await services.GetRequiredService<AppDbContext>().Set<Agreement>().VisibleTo(Viewer.System).SingleAsync(a => a.Number == number)).Title.En);
}
