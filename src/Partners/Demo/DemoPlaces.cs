using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Partners.Model;

namespace Entente.Partners.Demo;

/// <summary>
/// Places used in past academic years, so that balances lean the way they do in life: most partners nearly even, some far apart. All in all 20 to 40 a year go out
/// once the agreements are there; the stays of the mobility room are as many as these.
/// </summary>
internal static class DemoPlaces
{
    public static void Add(AppDbContext db, AgreementWriting writing, DemoPast past)
    {
        var current = past.Calendar.Of(past.Today);
        foreach (var (entry, agreement) in DemoAgreements.All.Select(e => (e, writing.Written[e.Key])).Where(a => a.Item2.SignedOn is not null && a.e.Out > 0))
        {
            for (var year = past.Calendar.Of(agreement.EffectiveOn!.Value); year <= current; year++)
            {
                if (!past.Calendar.Covers(year, agreement.EffectiveOn, agreement.LastDay)) continue;
                Use(db, agreement, entry, PlaceDirection.Out, year, Turn(entry.Out, entry.Key, year, lean: 1), past);
                if (entry.In > 0) Use(db, agreement, entry, PlaceDirection.In, year, Turn(entry.In, entry.Key, year, lean: -1), past);
            }
        }
    }

    // Sums of letters stand in for chance, so that the school is the same on every loading.
    private static int Turn(int cap, string key, int year, int lean)
    {
        var turn = (key.Sum(c => c) * 7 + year * 13 + lean * 5) % 5;
        var wanted = (2 * cap + 2) / 5 + (turn == 4 ? 1 : 0) - (turn == 3 ? 1 : 0);
        return Math.Clamp(lean > 0 && key.StartsWith('d') ? wanted - 1 : wanted, 0, cap);
    }

    private static void Use(AppDbContext db, Agreement agreement, DemoAgreements.Entry entry, PlaceDirection direction, int year, int count, DemoPast past)
    {
        if (count == 0) return;
        db.Add(new PlaceEntry
        {
            AgreementId = agreement.Id,
            OrganisationId = agreement.Parties.Find(p => p.OrganisationId is not null)!.OrganisationId,
            AcademicYear = year,
            Direction = direction,
            Place = direction == PlaceDirection.Out ? "out" : "in",
            Level = entry.Kind == "dual-degree" ? StudyLevel.Master : StudyLevel.Doctoral,
            Kind = PlaceEntryKind.Used,
            Count = count,
            Hundredths = 100 * count,
            SourceKind = "demonstration",
            SourceKey = agreement.Id.Value,
            RecordedAt = past.At(past.Calendar.FirstDay(year).AddMonths(direction == PlaceDirection.Out ? -4 : -3)),
        });
    }
}
