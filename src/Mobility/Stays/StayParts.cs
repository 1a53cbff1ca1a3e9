using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Stays;

/// <summary>Reads what hangs on a stay: outcomes, reports, how the student is reached.</summary>
internal sealed class StayParts(AppDbContext db, Viewer viewer, StayNames names, IAccounts accounts, SchoolClock clock)
{
    public async Task<IReadOnlyList<OutcomeLine>> OutcomesAsync(Stay stay, CancellationToken cancellation)
    {
        var id = stay.Id;
        var found = await db.Set<Outcome>().ViewerNamed().AsNoTracking().Include(o => o.Persons).Where(o => o.StayId == id && o.WithdrawnAt == null).OrderBy(o => o.On).ThenBy(o => o.Id).ToListAsync(cancellation);
        var people = await names.PersonsAsync([.. found.SelectMany(o => o.Persons).Select(p => p.PersonId).Distinct()], cancellation);
        var by = await accounts.OfAsync([.. found.Select(o => o.ConfirmedById).OfType<AccountId>().Distinct()], cancellation);
        var mayConfirm = viewer.May(MobilityPermissions.Confirm, stay.UnitId.Value) && viewer.Person != stay.PersonId.Value;
        return [.. found.Select(o => new OutcomeLine(
            o.Id.ToString(), o.Kind, o.Title, o.Reference, o.On, [.. o.Persons.OrderBy(p => p.Order).Select(p => people[p.PersonId].ToString())],
            o.ConfirmedAt is null ? null : o.ConfirmedById is { } who && by.TryGetValue(who, out var card) ? card.Name : "–",
            mayConfirm && o.ConfirmedAt is null && (o.RecordedById is not { } own || own.Value != viewer.Account)))];
    }

    public async Task<ContactLine?> ContactAsync(Stay stay, CancellationToken cancellation)
    {
        var id = stay.Id;
        return await db.Set<StayContact>().ViewerNamed().AsNoTracking().SingleOrDefaultAsync(c => c.StayId == id, cancellation) is { } contact ? ContactLine.Of(contact) : null;
    }

    /// <summary>The reports written, and those still to come by the dates of the stay.</summary>
    public async Task<IReadOnlyList<ReportLine>> ReportsAsync(Stay stay, CancellationToken cancellation)
    {
        var (id, months) = (stay.Id, await db.Set<MobilityForm>().Where(f => f.Id == stay.FormId).Select(f => f.ReportMonths).SingleAsync(cancellation));
        var written = await db.Set<StayReport>().ViewerNamed().AsNoTracking().Where(r => r.StayId == id).ToListAsync(cancellation);
        var due = StayDuties.ReportsOf(stay.ArrivedOn ?? stay.From, stay.EndedOn ?? stay.Until, months).ToDictionary(r => r.Number, r => r.Due);
        return
        [
            .. due.Keys.Union(written.Where(w => w.Number > 0).Select(w => w.Number)).Order().Select(n => Line(n, due.TryGetValue(n, out var on) ? on : null)),
            .. stay.State == StayState.Returned ? [Line(0, null)] : Array.Empty<ReportLine>(),
        ];

        ReportLine Line(int number, DateOnly? on)
        {
            var report = written.Find(w => w.Number == number);
            return new(number, on, report is null ? null : clock.DateOf(report.SentAt), report?.SignedName, report?.SignedAt is { } at ? clock.DateOf(at) : null);
        }
    }
}

/// <summary>What came of a stay, as its page shows it.</summary>
public sealed record OutcomeLine(string Key, OutcomeKind Kind, LocalizedText Title, string? Reference, DateOnly On, IReadOnlyList<string> Persons, string? ConfirmedBy, bool MayConfirm)
{
    public bool IsDoi => Reference?.StartsWith("10.", StringComparison.Ordinal) == true && Reference.Contains('/', StringComparison.Ordinal);
}

/// <summary>A report of a stay, written or to come.</summary>
public sealed record ReportLine(int Number, DateOnly? Due, DateOnly? SentOn, string? SignedBy, DateOnly? SignedOn)
{
    public string Code => Number == 0 ? "return" : Number.ToString(CultureInfo.InvariantCulture);
}
