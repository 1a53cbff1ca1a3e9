using System.Globalization;
using System.Text;
using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Directory.Roster;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Demo;

/// <summary>
/// The demonstration university's roster of last night: its units, the staff whose identities are known, some students, and two rows that contradict
/// something. It is taken over as any other.
/// </summary>
internal static class DemoRoster
{
    private const string Issuer = "https://id.qinghe.example";

    private static readonly (string Number, string Name, string Unit, string Title)[] Students =
    [
        ("2024310117", "许知行", "WSE", "博士生"), ("2024310122", "林予安", "AQE", "博士生"), ("2025310208", "周亦然", "SWR", "硕士生"),
        ("2025310211", "顾星遥", "ECO", "硕士生"), ("2025310230", "苏禾", "EPM", "硕士生"),
    ];

    public static async Task TakeAsync(AppDbContext db, DateOnly today, CancellationToken cancellation)
    {
        var services = db.Write.Services;
        var people = DemoPeople.School.Where(p => p.Role is not null).Select((p, i) => (Number: (2008001 + i * 137).ToString(CultureInfo.InvariantCulture), Person: p)).ToList();
        var addresses = people.ToDictionary(p => p.Person.Key, p => p.Number, StringComparer.Ordinal);
        foreach (var account in await db.Accounts().ToListAsync(cancellation))
        {
            if (!addresses.TryGetValue(account.Email.Split('@')[0], out var number)) continue;
            db.Add(new ExternalIdentity { AccountId = account.Id, Issuer = Issuer, Subject = number, Label = number, Origin = IdentityOrigin.Announced, LinkedAt = db.Write.Now });
        }

        await db.SaveChangesAsync(cancellation);
        var units = Table("单位代码,单位名称,上级单位代码", (await db.Set<Unit>().OrderBy(u => u.Order).ToListAsync(cancellation)).Join(
            await db.Set<Unit>().ToListAsync(cancellation), u => u.ParentId ?? u.Id, a => a.Id, (u, a) => $"{u.Code},{u.Name.Zh},{(u.ParentId is null ? "" : a.Code)}"));
        var since = new DateOnly(today.Year - 1, 9, 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var table = Table("学工号,姓名,人员类别,单位代码,职务,状态,入校日期,离校日期",
            people.Select(p => $"{p.Number},{p.Person.Native},教职工,{p.Person.Unit},{p.Person.TitleZh},在职,,")
                .Concat(Students.Select(s => $"{s.Number},{s.Name},学生,{s.Unit},{s.Title},在读,{since},"))
                .Append($"2025310244,程渡,学生,HYD,硕士生,在读,{since},").Append($"2023310009,叶南,学生,WSE,硕士生,在读,{today.Year - 4}-09-01,{today.Year - 1}-06-30"));
        var settings = services.GetRequiredService<RosterSettings>() with { Issuer = Issuer };
        var clock = services.GetRequiredService<SchoolClock>();
        var runs = new RosterRuns(db, settings, new RosterComparing(db, settings, services.GetRequiredService<Vacancies>(), clock), clock);
        await runs.TakeAsync([new("units.csv", units), new("people.csv", table)], RosterOrigin.Night, null, cancellation);
    }

    private static byte[] Table(string header, IEnumerable<string> rows) => Encoding.UTF8.GetBytes(string.Concat(rows.Prepend(header).Select(r => r + "\n")));
}
