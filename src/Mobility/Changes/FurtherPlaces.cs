using System.Globalization;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Changes;

/// <summary>What a changed stay takes of its agreement beyond its first place, by the table of the pack in force; posts it in the ledger and gives back what is no longer needed.</summary>
internal sealed class FurtherPlaces(AppDbContext db, StayPlaces places, IPlaceLedger ledger, IConversionTables tables, AcademicCalendar calendar)
{
    /// <summary>The academic years of which a change needs a place more than the stay has.</summary>
    public async Task<IReadOnlyList<int>> NeededAsync(Stay stay, StayChange change, CancellationToken cancellation)
    {
        if (change.Kind == ChangeKind.LaterStart) return calendar.Of(change.Day!.Value) is var year && year != stay.AcademicYear ? [year] : [];
        if (change.Kind != ChangeKind.Extension || await RuleAsync(cancellation) is not { } rule) return [];
        var (planned, form, day) = (await PlannedAsync(stay, change, cancellation), await LengthAsync(stay, cancellation), change.Day!.Value);
        var isLonger = FirstLength(rule, stay, day, form) != FirstLength(rule, stay, stay.Until, form);
        return [.. isLonger ? [stay.AcademicYear] : Array.Empty<int>(), .. Of(rule, stay, planned, day).Except(Of(rule, stay, planned, stay.Until)).Select(y => y.Year)];
    }

    /// <summary>Posts what the stay takes with the dates the change has given it; the caller saves.</summary>
    /// <returns>Why a place cannot be had; none: everything is posted.</returns>
    public async Task<LocalizedText?> TakeAsync(Stay stay, StayChange change, CancellationToken cancellation)
    {
        if (stay is not { AgreementId: { } agreement, Line: { } line } || await RuleAsync(cancellation) is not { } rule) return null;
        var form = await LengthAsync(stay, cancellation);
        var first = FirstLength(rule, stay, stay.Until, form);
        if ((first != form || change.Kind == ChangeKind.LaterStart) && await places.TakeAsync(stay, cancellation, first) is { } full) return full;
        var id = stay.Id;
        var known = await db.Set<StayYear>().ViewerNamed().Where(y => y.StayId == id).ToListAsync(cancellation);
        var wanted = Of(rule, stay, await PlannedAsync(stay, change, cancellation), stay.Until);
        foreach (var over in known.Where(k => !wanted.Exists(w => w.Year == k.AcademicYear))) await ledger.WithdrawAsync(over.Ref(), change.Kind.ToString(), cancellation);
        foreach (var (year, length) in wanted)
        {
            var of = known.Find(k => k.AcademicYear == year);
            if (of is null) db.Add(of = new() { StayId = id, AcademicYear = year });
            if (await ledger.UseAsync(new(agreement, line, year, stay.Level, length, 1, stay.OrganisationId, of.Ref(), stay.UnitId), cancellation) is { } why) return why;
        }

        return null;
    }

    private List<(int Year, PlaceLength Length)> Of((int Free, int Semester) rule, Stay stay, DateOnly planned, DateOnly until) =>
        [.. StayYear.Of(stay.AcademicYear, planned, until, rule.Free, rule.Semester, calendar)];

    // A semester's place becomes a whole year's where the stay grows beyond a semester within its first academic year.
    private PlaceLength FirstLength((int Free, int Semester) rule, Stay stay, DateOnly until, PlaceLength form)
    {
        var last = until < calendar.LastDay(stay.AcademicYear) ? until : calendar.LastDay(stay.AcademicYear);
        return form == PlaceLength.Semester && last.DayNumber - stay.From.DayNumber + 1 > rule.Semester ? PlaceLength.Year : form;
    }

    // Where no pack in force has the table, a change takes no further place.
    private async Task<(int Free, int Semester)?> RuleAsync(CancellationToken cancellation) => await tables.OfAsync("stay.places", cancellation) is [var table, ..]
        ? (int.Parse(table.Rows["freeDays"], CultureInfo.InvariantCulture), int.Parse(table.Rows["semesterDays"], CultureInfo.InvariantCulture)) : null;

    private Task<PlaceLength> LengthAsync(Stay stay, CancellationToken cancellation) => db.Set<MobilityForm>().Where(f => f.Id == stay.FormId).Select(f => f.Length).SingleAsync(cancellation);

    /// <summary>The last day as it was planned before any change of it was granted.</summary>
    private async Task<DateOnly> PlannedAsync(Stay stay, StayChange change, CancellationToken cancellation)
    {
        var id = stay.Id;
        var first = await db.Set<StayChange>().ViewerNamed().Where(c => c.StayId == id && c.State == ChangeState.Granted && (c.Kind == ChangeKind.Extension || c.Kind == ChangeKind.EarlierReturn))
            .OrderBy(c => c.DecidedAt).Select(c => c.DayBefore).FirstOrDefaultAsync(cancellation);
        return first ?? (change.Kind is ChangeKind.Extension or ChangeKind.EarlierReturn ? change.DayBefore!.Value : stay.Until);
    }
}
