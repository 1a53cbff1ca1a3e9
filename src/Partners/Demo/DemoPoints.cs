using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Partners.Model;
using NodaTime;

namespace Entente.Partners.Demo;

/// <summary>What the office means to raise with its partners at the next meeting.</summary>
internal static class DemoPoints
{
    private static readonly (string Partner, int DaysAgo, LocalizedText Text, string? Outcome)[] All =
    [
        ("psu", 14, new("Dual degree: agree on the calendar of the first cohort.", "双学位：商定首届学生的时间安排。"), null),
        ("psu", 40, new("Housing for four students who arrive in August.", "八月到校的四名学生的住宿。"), null),
        ("psu", 95, new("Whether the balance of places can be settled by a summer school.", "能否以暑期学校抵消名额差额。"), null),
        ("psu", 160, new("Joint supervision: who signs for the second supervisor.", "联合指导：第二导师由谁签署。"), "Their graduate school signs."),
        ("postech", 25, new("Four places instead of three at renewal.", "续签时名额由三个增至四个。"), null),
        ("waterloo", 9, new("Send the draft of the renewal before the end of the month.", "月底前发去续签文本。"), null),
        ("dtu", 33, new("They propose to let one place lapse.", "对方提议放弃一个名额。"), null),
        ("ntu", 60, new("A lecture of their water group in spring.", "其水科学团队春季来讲学。"), null),
        ("delft", 30, new("Plan of the water centre for the coming year.", "水中心下年度计划。"), null),
    ];

    public static void Add(AppDbContext db, DemoBook book)
    {
        var unit = book.Find<UnitCard>("SOE");
        var author = book.Find<AccountCard>("tang.yuan");
        foreach (var (partner, days, text, outcome) in All)
        {
            var at = db.Write.Now - Duration.FromDays(days);
            db.Add(new OpenPoint
            {
                OrganisationId = book.Find<OrganisationCard>(partner),
                Text = text,
                AccountId = author,
                RecordedAt = at,
                SettledAt = outcome is null ? null : at + Duration.FromDays(30),
                SettledById = outcome is null ? null : author,
                Outcome = outcome,
                UnitId = unit,
            });
        }
    }
}
