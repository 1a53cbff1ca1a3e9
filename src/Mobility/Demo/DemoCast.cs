using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Demo;

/// <summary>The people and forms the stays of the demonstration school are made of.</summary>
internal sealed class DemoCast
{
    private static readonly (string Unit, string[] Supervisors)[] Departments =
    [
        ("WSE", ["he.mingche", "song.qiao", "jiang.wanqing"]), ("AQE", ["bai.yixuan", "luo.tingyu"]), ("SWR", ["xie.heming", "yan.qinghe"]), ("ECO", ["cheng.mo"]), ("EPM", ["ding.siyuan"]),
    ];

    private readonly IPersons persons;
    private int students;

    private DemoCast(IPersons persons) => this.persons = persons;

    public required IReadOnlyList<(UnitId Unit, LocalizedText Name, PersonId[] Supervisors)> Units { get; init; }

    public required IReadOnlyDictionary<string, OrganisationId> Partners { get; init; }

    public required IReadOnlyDictionary<string, PersonId[]> Hosts { get; init; }

    /// <summary>The names of the supervisors at the hosts, as they sign.</summary>
    public IReadOnlyDictionary<PersonId, string> HostNames => Hosts.SelectMany(h => h.Value.Zip(DemoNames.Hosts[h.Key], (id, n) => (id, Name: n.FamilyFirst ? $"{n.Family} {n.Given}" : $"{n.Given} {n.Family}")))
        .ToDictionary(h => h.id, h => h.Name);

    public required IReadOnlyDictionary<string, MobilityForm> Forms { get; init; }

    /// <summary>The student who can sign in; abroad now.</summary>
    public required PersonId Known { get; init; }

    public static async Task<DemoCast> GatherAsync(AppDbContext db, DemoBook book, IPersons persons, IUnits units, CancellationToken cancellation)
    {
        var partners = DemoNames.Hosts.Keys.ToDictionary(k => k, book.Find<OrganisationCard>, StringComparer.Ordinal);
        var all = (await units.AllAsync(cancellation)).ToDictionary(u => u.Id, u => u.Name);
        return new(persons)
        {
            Units = [.. Departments.Select(d => (book.Find<UnitCard>(d.Unit), all[book.Find<UnitCard>(d.Unit)], d.Supervisors.Select(book.Find<PersonCard>).ToArray()))],
            Partners = partners,
            Hosts = DemoNames.Hosts.ToDictionary(
                h => h.Key, h => h.Value.Select(n => persons.Add(new(new(n.Family, n.Given, n.FamilyFirst), null, partners[h.Key], "Professor", "demonstration", TitleZh: "教授"))).ToArray(), StringComparer.Ordinal),
            Forms = await db.Set<MobilityForm>().AsNoTracking().ToDictionaryAsync(f => f.Code, StringComparer.Ordinal, cancellation),
            Known = book.Find<PersonCard>("gao.yining"),
        };
    }

    /// <summary>The next student of a department.</summary>
    public PersonId Student(UnitId unit, bool isMaster)
    {
        var (family, given, native) = DemoNames.Student(students++);
        return persons.Add(new(new(family, given, true, native), null, null, isMaster ? "Master's student" : "Doctoral student", "demonstration", unit, isMaster ? "硕士研究生" : "博士研究生"));
    }
}
