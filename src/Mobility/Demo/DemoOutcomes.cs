using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Mobility.Model;
using NodaTime;

namespace Entente.Mobility.Demo;

/// <summary>What came of the stays that are over. The papers and patents are invented; their DOIs have the prefix that is kept for examples.</summary>
internal static class DemoOutcomes
{
    /// <summary>Days after the end before anything is recorded.</summary>
    private const int Soon = 75;

    private static readonly OutcomeKind[] Kinds = [OutcomeKind.Paper, OutcomeKind.Paper, OutcomeKind.Award, OutcomeKind.Paper, OutcomeKind.JointProject, OutcomeKind.Paper, OutcomeKind.Patent];

    private static readonly IReadOnlyDictionary<OutcomeKind, (string En, string Zh)> Words = new Dictionary<OutcomeKind, (string, string)>
    {
        [OutcomeKind.Paper] = ("{0}: an experimental study", "{0}的实验研究"),
        [OutcomeKind.Patent] = ("A device for {1}", "一种用于{0}的装置"),
        [OutcomeKind.Degree] = ("Degree of the partner: {0}", "外方学位：{0}"),
        [OutcomeKind.Award] = ("Best presentation: {0}", "优秀报告奖：{0}"),
        [OutcomeKind.JointProject] = ("Joint project: {0}", "合作项目：{0}"),
    };

    public static void Add(AppDbContext db, DemoBook book, DemoStays stays, DateOnly today)
    {
        var (office, confirms) = (book.Find<AccountCard>("tang.yuan"), new[] { "he.mingche", "bai.yixuan", "gu.anran" }.Select(book.Find<AccountCard>).ToArray());
        var now = db.Write.Now;
        foreach (var (stay, i) in stays.All.Where(s => s is { State: StayState.Returned, Reason: null }).Select((s, i) => (s, i)))
        {
            var ended = stay.EndedOn!.Value;
            if (ended.AddDays(Soon) > today) continue;
            for (var n = 0; n < 1 + i % 3 / 2; n++)
            {
                var kind = stay.Level == Contracts.Partners.StudyLevel.Master && n == 0 ? OutcomeKind.Degree : Kinds[(i + n * 3) % Kinds.Length];
                var on = ended.AddDays(Math.Min(Soon - 15 + i * 13 % 120 + n * 40, today.DayNumber - ended.DayNumber));
                var (en, zh) = Words[kind];
                var outcome = new Outcome
                {
                    StayId = stay.Id,
                    OrganisationId = stay.OrganisationId,
                    Kind = kind,
                    Title = new(string.Format(CultureInfo.InvariantCulture, en, stay.Topic.En, stay.Topic.En.ToLowerInvariant()), string.Format(CultureInfo.InvariantCulture, zh, stay.Topic.Zh)),
                    Reference = kind == OutcomeKind.Paper ? string.Create(CultureInfo.InvariantCulture, $"10.5555/qhu.{on.Year}.{100 + i}{(char)('a' + n)}") : null,
                    On = on,
                    RecordedById = office,
                    RecordedAt = now,
                };
                outcome.Persons.Add(new OutcomePerson { OutcomeId = outcome.Id, PersonId = stay.PersonId, Order = 0 });
                if (kind is OutcomeKind.Paper or OutcomeKind.JointProject && stay.HostSupervisorId is { } host) outcome.Persons.Add(new OutcomePerson { OutcomeId = outcome.Id, PersonId = host, Order = 1 });
                if (ended.AddDays(Soon + 30) <= today || i % 2 == 0) outcome.Confirm(confirms[i % confirms.Length], now);
                db.Add(outcome);
            }
        }
    }
}
