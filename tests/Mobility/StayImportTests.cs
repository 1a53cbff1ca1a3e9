using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

public sealed class StayImportTests
{
    private static readonly string[] Table =
    [
        "姓名,Student name,派往单位,派出日期,归国日期,派出形式,培养层次,外方导师,Research topic,Broken off because",
        "高岚,Gao Lan,Delft University,2022-09-01,2023-08-31,联合培养,博士,Marijke Verbeek,Membranes,",
        "高岚,Gao Lan,Kyoto University,2024-03-01,2024-06-30,short-doctoral,博士,,,Illness",
        "林可,Lin Ke,Delft University,2025年9月1日,2026-08-31,,硕士,Marijke Verbeek,,",
        "马可,Ma Ke,Delft University,2026-09-01,2027-08-31,joint-cultivation,,,,",
    ];

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Past_years_are_checked_taken_over_unchanged_when_repeated_and_undone(Engine engine)
    {
        await using var wizard = await Wizard.OpenAsync(engine);
        var (delft, kyoto) = (await wizard.Host.PartnerAsync(), await wizard.Host.PartnerAsync("Kyoto University", "京都大学", "JP"));
        var before = await wizard.RecordsAsync();
        await wizard.CheckAsync("students", Table);
        Assert.Equal((4, 0, 0, 0, 0, 0), await wizard.CountsAsync());
        Assert.Equal(before, await wizard.RecordsAsync());
        await wizard.ApplyAsync();
        var first = wizard.Address;
        await wizard.Host.InAsync(async s =>
        {
            var stays = await s.GetRequiredService<AppDbContext>().Set<Stay>().VisibleTo(Viewer.System).OrderBy(x => x.From).ToListAsync();
            Assert.Equal([(delft, StayState.Returned), (kyoto, StayState.Returned), (delft, StayState.UnderWay), (delft, StayState.Planned)], stays.ConvertAll(x => (x.OrganisationId, x.State)));
            Assert.Equal((stays[0].PersonId, stays[0].HostSupervisorId, "Illness", 2022, 2023), (stays[1].PersonId, stays[2].HostSupervisorId, stays[1].Reason, stays[0].AcademicYear, stays[1].AcademicYear));
            Assert.Equal(365 + 122, (await s.GetRequiredService<IEncounters>().DaysAsync([stays[0].PersonId], EncounterSide.Away, new(2020, 1, 1), new(2026, 1, 1), CancellationToken.None))[stays[0].PersonId]);
        });

        await wizard.CheckAsync("students", Table);
        Assert.Equal((0, 0, 4, 0, 0, 0), await wizard.CountsAsync());
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, (await wizard.Browser.SendAsync(first, first + "/undo")).Status);
        Assert.Equal(before, await wizard.RecordsAsync());
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Each_thing_wrong_is_said_with_its_row_and_column(Engine engine)
    {
        await using var wizard = await Wizard.OpenAsync(engine);
        await wizard.Host.PartnerAsync();
        var page = await wizard.CheckAsync(
            "students",
            "Student,Host,First day,Last day,Form of mobility,Level of study,Agreement number",
            ",Delft University,2022-09-01,2023-08-31,,,",
            "Gao Lan,Delft University,2023-09-01,2023-08-31,,,",
            "Lin Ke,Delft University,2023-09-01,2024-08-31,picnic,wizard,X-1",
            "Ma Ke,Delft University,2023-09-01,2024-08-31,,,",
            "Ma Ke,Delft University,2024-06-01,2024-12-31,,,",
            "Hu Nan,Nowhere at all,2023-09-01,2024-08-31,,,");
        foreach (var words in new[]
        {
            "Row 2, column", "names no student", "Row 3, column", "does not come after the first", "“picnic” is no form of mobility", "“wizard” is no level of study", "no agreement has the number “X-1”",
            "the days overlap with those of row 5",
        }) Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Equal((1, 0, 0, 1, 4, 0), await wizard.CountsAsync());
    }
}
