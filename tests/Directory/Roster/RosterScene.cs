using System.Text;
using Entente.Directory.Model;
using Entente.Directory.Roster;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Tests.Roster;

/// <summary>A host whose settings know a roster: whose numbers, and which rights follow.</summary>
internal static class RosterScene
{
    public const string Issuer = "https://id.example.edu";

    public const string UnitTable =
        """
        单位代码,单位名称,英文名称,上级单位代码
        UNI,清河大学,Clear River University,
        ENV,环境学院,School of Environment,UNI
        WAT,水科学系,Department of Water,ENV
        AIR,大气系,Department of Air,ENV

        """;

    public static Task<RunningHost> StartAsync(Engine engine, params (string Name, string Value)[] settings) => RunningHost.StartAsync(engine, builder =>
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Entente:Roster:Issuer"] = Issuer,
            ["Entente:Roster:Rights:0:Role"] = "reader",
            ["Entente:Roster:Rights:0:Kind"] = "staff",
            ["Entente:Roster:Rights:1:Role"] = "head",
            ["Entente:Roster:Rights:1:Titles"] = "系主任|Head",
        }.Concat(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)))));

    public static RosterContent Csv(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    /// <summary>People as a table, one a line: number, name, mail, kind, unit, title, status, from, to.</summary>
    public static RosterContent People(params string[] lines) =>
        Csv("people.csv", "学工号,姓名,邮箱,人员类别,单位代码,职务,状态,起始日期,截止日期\n" + string.Concat(lines.Select(l => l + "\n")));

    /// <summary>The roster as the night or the command takes it.</summary>
    public static Task<RosterRun> TakeAsync(this RunningHost host, params RosterContent[] files) =>
        host.InAsync(async s => (await s.GetRequiredService<RosterRuns>().TakeAsync(files, RosterOrigin.Command, null, CancellationToken.None)).Run);

    /// <summary>What was said of a run, in English, with row and column.</summary>
    public static Task<List<string>> SaidAsync(this RunningHost host, RosterRun run, params RosterLineKind[] kinds) => host.InAsync(async s =>
    {
        var texts = s.GetRequiredService<TextCatalog>();
        var lines = await s.GetRequiredService<AppDbContext>().Set<RosterLine>().Where(l => l.RunId == run.Id).OrderBy(l => l.Order).ToListAsync();
        return lines.Where(l => kinds.Length == 0 || kinds.Contains(l.Kind))
            .Select(l => RosterSentences.WhereOf(texts, l.File, l.Row, l.Column) is { Length: > 0 } where ? where + ": " + RosterSentences.Of(texts, l.TextKey, l.Args) : RosterSentences.Of(texts, l.TextKey, l.Args)).ToList();
    });

    /// <summary>The rights in force, as "name role unit".</summary>
    public static Task<List<string>> RightsAsync(this RunningHost host) => host.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        var rows = await (
            from g in db.Set<RoleGrant>().Where(g => g.WithdrawnAt == null && g.IsAnnounced)
            join a in db.Set<Account>().ViewerNamed() on g.AccountId equals a.Id
            join u in db.Set<Unit>() on g.UnitId equals u.Id
            where a.EndedAt == null
            select new { a.DisplayName, g.Role, u.Code }).ToListAsync();
        return rows.Select(r => $"{r.DisplayName} {r.Role} {r.Code}").Order(StringComparer.Ordinal).ToList();
    });

    /// <summary>How many rows each of the tables a roster writes has.</summary>
    public static Task<string> CountsAsync(this RunningHost host) => host.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        return string.Join(' ',
            await db.Set<Unit>().CountAsync(), await db.Set<Person>().ViewerNamed().CountAsync(), await db.Set<Account>().ViewerNamed().CountAsync(), await db.Set<ExternalIdentity>().CountAsync(),
            await db.Set<PersonAffiliation>().ViewerNamed().CountAsync(), await db.Set<RoleGrant>().CountAsync(), await db.Set<RosterMember>().CountAsync());
    });
}
