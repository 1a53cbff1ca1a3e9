using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Stays;

/// <summary>
/// Keeps what is owed for stays in step with their dates: the steps of the pack in force, counted back from the first and on from the last day, the progress
/// reports of the form, arrival and end. What was done stays done when dates move; what was due before a stay was recorded is not asked for.
/// </summary>
internal sealed class StayDuties(
    AppDbContext db, IObligations obligations, ISchedules schedules, IAccounts accounts, StayNames names, SchoolClock clock, TextCatalog texts)
{
    /// <summary>Somebody says whether the student arrived.</summary>
    public const string Arrival = "mobility.arrival";

    /// <summary>Somebody says when the stay ended.</summary>
    public const string Return = "mobility.return";

    /// <summary>A step of the pack; which one is the instance.</summary>
    public const string Step = "mobility.step";

    /// <summary>A progress report; which one is the instance.</summary>
    public const string Report = "mobility.report";

    /// <summary>The schedule of the pack for students who go out.</summary>
    public const string Schedule = "mobility.outgoing";

    /// <summary>How many days before it is due a report comes on the desk.</summary>
    private const int ReportShows = 21;

    /// <summary>Owes, moves or releases what a stay asks for as it stands.</summary>
    public Task OweAsync(Stay stay, CancellationToken cancellation) => OweAsync([stay], null, cancellation);

    /// <summary>Does so for many.</summary>
    /// <param name="stays">Which.</param>
    /// <param name="since">What was due before this day is not asked for; none: the day each was recorded.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task OweAsync(IReadOnlyList<Stay> stays, DateOnly? since, CancellationToken cancellation)
    {
        var steps = await schedules.OfAsync(Schedule, cancellation);
        var forms = await db.Set<MobilityForm>().AsNoTracking().ToDictionaryAsync(f => f.Id, cancellation);
        var known = (await obligations.OfAllAsync([.. stays.Select(s => s.Ref())], cancellation)).ToLookup(o => o.Subject);
        var people = await names.PersonsAsync([.. stays.Select(s => s.PersonId).Distinct()], cancellation);
        var partners = await names.PartnersAsync([.. stays.Select(s => s.OrganisationId).Distinct()], cancellation);
        var students = (await accounts.OfPersonsAsync([.. stays.Select(s => s.PersonId).Distinct()], cancellation)).ToLookup(a => a.Person!.Value, a => a.Id);
        var owed = new List<NewObligation>();
        foreach (var stay in stays)
        {
            var from = since ?? clock.DateOf(stay.RecordedAt);
            var wanted = Wanted(stay, steps, forms[stay.FormId]).Where(d => d.Due >= from && !known[stay.Ref()].Any(o => (o.Kind, o.Instance, o.State) == (d.Kind, d.Instance, ObligationState.Fulfilled))).ToList();
            foreach (var over in known[stay.Ref()].Where(o => o.State == ObligationState.Open && !wanted.Exists(d => (d.Kind, d.Instance) == (o.Kind, o.Instance)) && o.Kind is Step or Report or Arrival))
                await obligations.ReleaseAsync(stay.Ref(), over.Kind, over.Instance, texts["stays.duty.over"], cancellation);
            owed.AddRange(wanted.Select(d => new NewObligation(
                stay.Ref(), d.Kind, d.Instance, d.Role ?? BuiltInRole.Coordinator, stay.UnitId, d.IsOwn && students[stay.PersonId].FirstOrDefault() is var account && account != default ? account : null,
                d.Title(people[stay.PersonId], partners[stay.OrganisationId].Name), ShowStay.AddressOf(stay.Id) + d.Anchor, d.Due, d.Due.AddDays(-d.Shows))));
        }

        await obligations.OweAllAsync(owed, cancellation);
    }

    /// <summary>Something that was owed is done.</summary>
    public Task DoneAsync(Stay stay, string kind, string receipt, CancellationToken cancellation, string instance = "") => obligations.FulfilAsync(stay.Ref(), kind, instance, receipt, cancellation);

    /// <summary>Nothing is owed any more.</summary>
    public Task ReleaseAsync(Stay stay, string reason, CancellationToken cancellation) => obligations.ReleaseAsync(stay.Ref(), reason, cancellation);

    /// <summary>The days on which progress reports are due, from 1: every so many months after the first day, the last one not in the last month.</summary>
    public static IEnumerable<(int Number, DateOnly Due)> ReportsOf(DateOnly from, DateOnly until, int months)
    {
        for (var n = 1; months > 0 && from.AddMonths(n * months) <= until.AddMonths(-1); n++) yield return (n, from.AddMonths(n * months));
    }

    private IEnumerable<Duty> Wanted(Stay stay, IReadOnlyList<ScheduledStep> steps, MobilityForm form)
    {
        var (first, last) = (stay.ArrivedOn ?? stay.From, stay.EndedOn ?? stay.Until);
        if (stay.State == StayState.CalledOff) yield break;
        if (stay.State == StayState.Planned) yield return new(Arrival, "", stay.From, 0, null, false, "", Said("stays.duty." + Arrival));
        if (stay.State != StayState.Returned) yield return new(Return, "", stay.Until, 0, null, false, "", Said("stays.duty." + Return));
        if (stay.Direction != PlaceDirection.Out) yield break;
        foreach (var step in steps.Where(s => s.FromEnd || stay.State != StayState.Returned))
            yield return new(Step, step.Code, step.DueFor(first, last), step.ShowDays, step.Role, step.Role is null, "#steps", (person, partner) =>
                texts.InEach("stays.duty.step", step.Title, person, partner));
        foreach (var (number, due) in ReportsOf(first, last, form.ReportMonths))
            yield return new(Report, number.ToString(CultureInfo.InvariantCulture), due, ReportShows, null, true, "#reports", Said("stays.duty." + Report));
    }

    private Func<LocalizedText, LocalizedText, LocalizedText> Said(string key) => (person, partner) =>
        texts.InEach(key, person, partner);

    private sealed record Duty(string Kind, string Instance, DateOnly Due, int Shows, string? Role, bool IsOwn, string Anchor, Func<LocalizedText, LocalizedText, LocalizedText> Title);
}
