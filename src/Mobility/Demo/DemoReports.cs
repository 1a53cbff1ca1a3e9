using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;

namespace Entente.Mobility.Demo;

/// <summary>The progress reports that were due from those who are abroad now; all but the last ones are co-signed.</summary>
internal static class DemoReports
{
    public static void Add(AppDbContext db, DemoStays stays, DemoCast cast, DateOnly today)
    {
        var names = cast.HostNames;
        var months = cast.Forms.Values.ToDictionary(f => f.Id, f => f.ReportMonths);
        foreach (var stay in stays.All.Where(s => s.State == StayState.UnderWay))
        {
            foreach (var (number, due) in StayDuties.ReportsOf(stay.ArrivedOn!.Value, stay.Until, months[stay.FormId]).Where(r => r.Due < today))
            {
                var report = new StayReport { StayId = stay.Id, Number = number, Text = $"- {stay.Topic.En}: the planned experiments were carried out.\n- Next: evaluation together with the host group.", SentAt = db.Write.Now };
                if (due.AddDays(30) < today && stay.HostSupervisorId is { } host) report.Sign(names[host], null, db.Write.Now);
                db.Add(report);
            }
        }
    }
}
