using System.Text;
using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Directory.Model;
using Entente.Directory.Roster;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Entente.Directory.Tests.Roster.RosterScene;

namespace Entente.Directory.Tests.Roster;

public sealed class RosterTests
{
    private const string Anna = "1001,安然,anna@example.edu,教职工,WAT,系主任,在职,2019-09-01,";
    private const string Bo = "1002,柏林,bo@example.edu,教职工,AIR,教授,在职,2020-01-01,";
    private const string Chen = "2001,陈思,,学生,WAT,博士生,在读,2024-09-01,";

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task It_creates_moves_and_ends_units_people_and_rights_and_the_same_again_changes_nothing(Engine engine)
    {
        await using var host = await StartAsync(engine);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var people = People(Anna, Bo, Chen);
        // As the university writes it: GB18030.
        var files = new[] { Csv("1-units.csv", UnitTable) with { Bytes = Encoding.GetEncoding("gb18030").GetBytes(UnitTable) }, people with { Bytes = Encoding.GetEncoding("gb18030").GetBytes(Encoding.UTF8.GetString(people.Bytes)) } };
        await host.InAsync(s => TestAccounts.UnitAsync(s));

        var first = await host.TakeAsync(files);
        Assert.Equal((RosterState.Applied, 7, 6, 1, 0), (first.State, first.Rows, first.Created, first.Changed, first.LeftOut));
        Assert.Equal(["安然 head WAT", "安然 reader WAT", "柏林 reader AIR"], await host.RightsAsync());
        Assert.Equal("UNI>ENV>WAT", await PathAsync(host, "WAT"));
        var stands = await host.CountsAsync();
        var identity = await host.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            var found = await db.Set<ExternalIdentity>().SingleAsync(i => i.Issuer == Issuer && i.Subject == "2001");
            return (found.Origin, (await db.Set<Account>().ViewerNamed().SingleAsync(a => a.Id == found.AccountId)).HasMail);
        });
        Assert.Equal((IdentityOrigin.Announced, false), identity);

        var again = await host.TakeAsync(files);
        Assert.Equal((RosterState.Unchanged, 7), (again.State, again.Unchanged));
        Assert.Equal(stands, await host.CountsAsync());

        // A month later: Bo heads Water, Anna moved to Air, Chen graduated, Air became part of Water.
        host.Clock.Move(NodaTime.Duration.FromDays(30));
        var later = await host.TakeAsync(
            Csv("units.csv", UnitTable.Replace("AIR,大气系,Department of Air,ENV", "AIR,大气与气候系,Department of Air,WAT", StringComparison.Ordinal)),
            People("1001,安然,anna@example.edu,教职工,AIR,教授,在职,2019-09-01,", "1002,柏林,bo@example.edu,教职工,WAT,系主任,在职,2020-01-01,", "2001,陈思,,学生,WAT,博士生,毕业,2024-09-01,2026-03-31"));
        Assert.Equal((RosterState.Held, 34), (later.State, later.SharePercent));
        Assert.Equal("UNI>ENV>WAT", await PathAsync(host, "WAT"));
        Assert.Equal(stands, await host.CountsAsync());
        await host.InAsync(async s => await s.GetRequiredService<RosterRuns>().ConfirmAsync(await s.GetRequiredService<AppDbContext>().Set<RosterRun>().SingleAsync(r => r.Id == later.Id), null, CancellationToken.None));
        Assert.Equal("UNI>ENV>WAT>AIR", await PathAsync(host, "AIR"));
        Assert.Equal(["安然 reader AIR", "柏林 head WAT", "柏林 reader WAT"], await host.RightsAsync());
        var said = await host.SaidAsync(later);
        Assert.Contains("people.csv, row 2: 安然 moves from Department of Water to Department of Air. 教授", said);
        Assert.Contains("people.csv, row 4: 陈思 left; last day 31 Mar 2026.", said);
        Assert.Equal("2019-09-01..2026-04-10 2026-04-11..", await PlacesAsync(host, "1001"));
        Assert.Equal("2024-09-01..2026-03-31", await PlacesAsync(host, "2001"));

        // Whoever is no longer in the table has left too; who comes back is the same person.
        Assert.Equal(RosterState.Applied, (await host.TakeAsync(People(Anna, "1002,柏林,bo@example.edu,教职工,WAT,系主任,在职,2020-01-01,", "2001,陈思,,教职工,AIR,博士后,在职,2026-04-11,"))).State);
        Assert.Equal("2024-09-01..2026-03-31 2026-04-11..", await PlacesAsync(host, "2001"));
        Assert.Equal(["安然 head WAT", "安然 reader WAT", "柏林 head WAT", "柏林 reader WAT", "陈思 reader AIR"], await host.RightsAsync());
        Assert.Equal(stands.Split(' ')[1], (await host.CountsAsync()).Split(' ')[1]);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_table_without_English_names_leaves_those_of_the_office_and_people_have_a_name_to_read(Engine engine)
    {
        await using var host = await StartAsync(engine);
        var units = Csv("units.csv", "单位代码,单位名称,上级单位代码\nUNI,清河大学,\nENV,环境学院,UNI\nWAT,水科学系,ENV\n");
        await host.InAsync(s => TestAccounts.UnitAsync(s, "ENV"));
        Assert.Equal(RosterState.Applied, (await host.TakeAsync(units, People(Anna))).State);
        Assert.Equal(RosterState.Unchanged, (await host.TakeAsync(units, People(Anna))).State);
        var names = await host.InAsync(async s => (await s.GetRequiredService<AppDbContext>().Set<Unit>().OrderBy(u => u.Code).ToListAsync()).ConvertAll(u => $"{u.Name.Exactly("en")}|{u.Name.Zh}"));
        Assert.Equal(["Unit ENV|环境学院", "Unit UNI|清河大学", "|水科学系"], names);
        Assert.Equal("An Ran|安然", await host.InAsync(async s => (await s.GetRequiredService<AppDbContext>().Set<Person>().VisibleTo(Viewer.System).SingleAsync()).Name is var name ? $"{name.En}|{name.Zh}" : ""));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_row_that_contradicts_itself_another_or_the_tree_stays_as_it_stands_with_row_and_column(Engine engine)
    {
        await using var host = await StartAsync(engine);
        await host.InAsync(s => TestAccounts.UnitAsync(s));
        await host.TakeAsync(Csv("units.csv", UnitTable), People(Anna, Bo, Chen));
        var before = await host.CountsAsync();

        var run = await host.TakeAsync(
            Csv("units.csv", UnitTable + "X1,甲,,X2\nX2,乙,,X1\nY,丙,,NOWHERE\nOTHER,丁,,\nENV,环境学院,,UNI\n"),
            People(
                "1001,安然,not-mail,教职工,WAT,系主任,在职,2019-09-01,", "1002,柏林,bo@example.edu,教职工,NIX,教授,在职,2020-01-01,", "2001,陈思,,学生,WAT,博士生,在读,2024-09-01,2024-12-31",
                "3001,丁一,d@example.edu,教职工,WAT,,在职,,", "3001,丁二,d2@example.edu,教职工,WAT,,在职,,", "3002,戊,e@example.edu,天使,WAT,,在职,,", "3003,己,e@example.edu,教职工,WAT,,飞升,2024-31-12,"));

        Assert.Equal((RosterState.Unchanged, 13), (run.State, run.LeftOut));
        Assert.Equal(before, await host.CountsAsync());
        Assert.Equal(
        [
            "units.csv, row 3, column A · 单位代码: The code ENV stands in row 10 too. A unit has one row.",
            "units.csv, row 10, column A · 单位代码: The code ENV stands in row 3 too. A unit has one row.",
            "people.csv, row 2, column C · 邮箱: not-mail is no e-mail address.",
            "people.csv, row 4, column G · 状态: The status says present, but the last day was 31 Dec 2024.",
            "people.csv, row 5, column A · 学工号: The number 3001 stands in row 6 too. A person has one row.",
            "people.csv, row 6, column A · 学工号: The number 3001 stands in row 5 too. A person has one row.",
            "people.csv, row 7, column D · 人员类别: “天使” is no known kind of person; staff and student are, 教职工 and 学生.",
            "people.csv, row 8, column H · 起始日期: “2024-31-12” is no date; write it as 2026-09-01.",
            "people.csv, row 8, column G · 状态: “飞升” is no known status; active and left are, 在职, 在读, 离职, 毕业 and others.",
        ], (await host.SaidAsync(run, RosterLineKind.Contradiction)).Where(s => !s.Contains("column D · 上级单位代码", StringComparison.Ordinal) && !s.Contains("NIX", StringComparison.Ordinal)));
        var tree = (await host.SaidAsync(run, RosterLineKind.Contradiction)).Where(s => s.Contains("column D · 上级单位代码", StringComparison.Ordinal)).ToList();
        Assert.Contains("units.csv, row 6, column D · 上级单位代码: X1 stands below X2, which stands below it: a circle.", tree);
        Assert.Contains("units.csv, row 8, column D · 上级单位代码: Y: no unit has the code NOWHERE of the unit above.", tree);
        Assert.Contains("units.csv, row 9, column D · 上级单位代码: OTHER has no unit above it, but the university is UNI. There is one top.", tree);
        Assert.Contains("people.csv, row 3, column E · 单位代码: No unit has the code NIX.", await host.SaidAsync(run, RosterLineKind.Contradiction));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_table_that_is_cut_short_empty_or_none_is_refused_whole(Engine engine)
    {
        await using var host = await StartAsync(engine);
        await host.InAsync(s => TestAccounts.UnitAsync(s));
        await host.TakeAsync(Csv("units.csv", UnitTable), People(Anna, Bo, Chen));
        var before = await host.CountsAsync();
        var whole = Encoding.UTF8.GetString(People(Anna, Bo, Chen).Bytes);

        (string Text, string Said)[] bad =
        [
            (whole[..^25], "people.csv: The file breaks off in its last line. Fetch it again."),
            (whole[..(whole.IndexOf('\n', StringComparison.Ordinal) + 1)], "people.csv: There is only a header, in row 1, and no rows under it. Add rows, or choose another sheet."),
            (whole + "#end,7\n", "people.csv: The last line says 7 rows, but there are 3. The file is not whole."),
            ("colour,shape\nred,round\n", "people.csv: This is neither a table of people (number, name, unit code) nor of units (code, name). Its columns: colour, shape."),
        ];
        foreach (var (text, sentence) in bad)
        {
            var run = await host.TakeAsync(Csv("units.csv", UnitTable), Csv("people.csv", text));
            Assert.Equal(RosterState.Refused, run.State);
            Assert.Contains(sentence, await host.SaidAsync(run));
            Assert.Equal(before, await host.CountsAsync());
        }

        var garbled = await host.TakeAsync(Csv("people.csv", whole + "1003,\"未完,x@example.edu"));
        Assert.Equal(RosterState.Refused, garbled.State);
        Assert.Equal(RosterState.Unchanged, (await host.TakeAsync(Csv("people.csv", whole + "#end,3\n"))).State);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_leaver_loses_every_right_and_what_waits_for_nobody_is_shown_as_blocked(Engine engine)
    {
        await using var host = await StartAsync(engine, ("Entente:Roster:MostLeaving", "50"));
        using var operators = await host.SignedInAsync(BuiltInRole.Operator);
        await host.TakeAsync(Csv("units.csv", UnitTable), People(Anna, Bo));
        var (anna, water) = await host.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            return ((await db.Set<RosterMember>().SingleAsync(m => m.Subject == "1001")).AccountId, (await db.Set<Unit>().SingleAsync(u => u.Code == "WAT")).Id);
        });
        await host.InAsync(async s =>
        {
            await TestAccounts.GrantAsync(s, anna, BuiltInRole.Officer, water);
            var obligations = s.GetRequiredService<IObligations>();
            await obligations.OweAsync(new(new("test", Guid.CreateVersion7()), "test.report", "1", BuiltInRole.Officer, water, null, new("Report on lakes", "湖泊报告"), "/x", new(2026, 6, 1), new(2026, 3, 1)), CancellationToken.None);
            await obligations.OweAsync(new(new("test", Guid.CreateVersion7()), "test.report", "2", BuiltInRole.Head, water, anna, new("Report on rivers", "河流报告"), "/x", new(2026, 6, 1), new(2026, 3, 1)), CancellationToken.None);
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });
        Assert.DoesNotContain("Nobody can act", await operators.PageAsync("/desk"), StringComparison.Ordinal);

        var run = await host.TakeAsync(People(Bo));
        Assert.Equal((RosterState.Applied, 1), (run.State, run.Ended));
        Assert.Equal(["柏林 reader AIR"], await host.RightsAsync());
        Assert.Empty(await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<RoleGrant>().Where(g => g.AccountId == anna && g.WithdrawnAt == null).ToListAsync()));
        Assert.Contains("“Report on lakes” waits for Security and contracts officer for Department of Water, and nobody has this role any more. Give it to somebody.", await host.SaidAsync(run, RosterLineKind.Blocked));
        // What was owed in person goes back to the role; nobody has that either.
        var desk = await operators.PageAsync("/desk");
        Assert.Contains("Nobody can act on “Report on lakes”", desk, StringComparison.Ordinal);
        Assert.Contains("Nobody can act on “Report on rivers”", desk, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Two_of_one_name_under_two_numbers_are_two_and_one_entered_by_hand_is_proposed(Engine engine)
    {
        await using var host = await StartAsync(engine);
        using var coordinator = await host.SignedInAsync();
        await host.TakeAsync(Csv("units.csv", UnitTable), People("1001,王伟,,教职工,WAT,,在职,,", "1002,王伟,,教职工,AIR,,在职,,", "1003,李娜,same@example.edu,教职工,AIR,,在职,,"));
        Assert.Contains("No two records look like one person.", await coordinator.PageAsync("/people/duplicates"), StringComparison.Ordinal);
        var wang = await host.InAsync(async s => (await s.GetRequiredService<AppDbContext>().Set<RosterMember>().SingleAsync(m => m.Subject == "1001")).PersonId);
        Assert.DoesNotContain("may be the same person", await coordinator.PageAsync($"/people/{wang}"), StringComparison.Ordinal);

        await host.InAsync(async s =>
        {
            s.GetRequiredService<IPersons>().Add(new(new("", "", true, "王伟"), null, null, null, "test"));
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });
        Assert.Contains("2 pairs may be one person each.", await coordinator.PageAsync("/people/duplicates"), StringComparison.Ordinal);
        Assert.Contains("may be the same person", await coordinator.PageAsync($"/people/{wang}"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_last_operator_is_not_locked_out_by_a_table(Engine engine)
    {
        await using var host = await StartAsync(engine, ("Entente:Roster:MostLeaving", "100"));
        await host.InAsync(s => TestAccounts.UnitAsync(s));
        await host.TakeAsync(Csv("units.csv", UnitTable), People(Anna, Bo));
        await host.InAsync(async s => await TestAccounts.GrantAsync(s, (await s.GetRequiredService<AppDbContext>().Set<RosterMember>().SingleAsync(m => m.Subject == "1001")).AccountId, BuiltInRole.Operator, await TestAccounts.UnitAsync(s)));
        var run = await host.TakeAsync(People(Bo));
        Assert.Contains("安然 is the last operator and keeps the account. Name another operator first.", await host.SaidAsync(run, RosterLineKind.Blocked));
        Assert.Equal(0, run.Ended);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_command_and_the_night_take_it_over_and_a_trial_changes_nothing(Engine engine)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("roster-");
        try
        {
            await using var host = await StartAsync(engine, ("Entente:Roster:Path", folder.FullName));
            await host.InAsync(s => TestAccounts.UnitAsync(s));
            await NightAsync(host);
            Assert.Equal([RosterState.Refused], await StatesAsync(host));

            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "1-units.csv"), UnitTable);
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "2-people.csv"), People(Anna, Bo, Chen).Bytes);
            var single = Path.Combine(folder.FullName, "1-units.csv");
            Assert.Equal("3 new, 1 changed, 0 unchanged, 0 refused", (await ImportAsync(host, single, dry: true)).Summary);
            Assert.Equal("1 0 0 0 0 0 0", await host.CountsAsync());
            Assert.Equal("3 new, 1 changed, 0 unchanged, 0 refused", (await ImportAsync(host, single, dry: false)).Summary);
            await NightAsync(host);
            await NightAsync(host);
            Assert.Equal([RosterState.Unchanged, RosterState.Applied, RosterState.Applied, RosterState.Refused], await StatesAsync(host));
            Assert.Equal("4 3 3 3 3 3 3", await host.CountsAsync());

            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "2-people.csv"), People(Anna, Bo).Bytes);
            var held = await Assert.ThrowsAsync<Foundation.Commands.RefusedException>(() => ImportAsync(host, Path.Combine(folder.FullName, "2-people.csv"), dry: false));
            Assert.Contains("Held: it would let go 34 of a hundred people (1 of 3). An operator confirms it at Roster.", held.Reasons);
            // The next table is the truth of the next night: what was held is out of date.
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "2-people.csv"), People(Anna, Bo, Chen).Bytes);
            await NightAsync(host);
            Assert.Equal([RosterState.Unchanged, RosterState.Dropped], (await StatesAsync(host)).Take(2));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task NightAsync(RunningHost host) => host.InAsync(async s =>
    {
        host.Clock.Move(NodaTime.Duration.FromMinutes(1));
        var db = s.GetRequiredService<AppDbContext>();
        await s.GetRequiredService<ReadRosterHandler>().RunAsync(new ReadRoster(), new(db, Guid.CreateVersion7(), "x", 1, db.Write.Now), CancellationToken.None);
        host.Clock.Move(NodaTime.Duration.FromHours(24));
    });

    private static Task<ImportReport> ImportAsync(RunningHost host, string file, bool dry) => host.InAsync(async s =>
    {
        host.Clock.Move(NodaTime.Duration.FromMinutes(1));
        return await s.GetServices<IImportCommandKind>().Single(k => k.Id == "roster").ImportAsync(new(file, dry, null), CancellationToken.None);
    });

    private static Task<List<RosterState>> StatesAsync(RunningHost host) =>
        host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<RosterRun>().OrderByDescending(r => r.At).Select(r => r.State).ToListAsync());

    private static Task<string> PathAsync(RunningHost host, string code) => host.InAsync(async s =>
    {
        var units = await s.GetRequiredService<AppDbContext>().Set<Unit>().ToListAsync();
        var path = new List<string>();
        for (var at = units.Find(u => u.Code == code); at is not null; at = units.Find(u => u.Id == at.ParentId)) path.Insert(0, at.Code);
        return string.Join('>', path);
    });

    private static Task<string> PlacesAsync(RunningHost host, string subject) => host.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        var person = (await db.Set<RosterMember>().SingleAsync(m => m.Subject == subject)).PersonId;
        var places = await db.Set<PersonAffiliation>().VisibleTo(Viewer.System).Where(a => a.PersonId == person).OrderBy(a => a.From).ToListAsync();
        return string.Join(' ', places.Select(a => $"{a.From:yyyy-MM-dd}..{a.To:yyyy-MM-dd}"));
    });
}
