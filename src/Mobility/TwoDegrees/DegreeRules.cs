using System.Globalization;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Mobility.TwoDegrees;

/// <summary>What the packs in force say of programmes with two degrees: how long one takes, how long the student is at either side, which milestones there are.</summary>
internal sealed class DegreeRules(AppDbContext db, ISchedules schedules, IConversionTables tables)
{
    private const string Prefix = "residence.";

    /// <summary>The rule of a form; none: no pack in force has one.</summary>
    public async Task<DegreeRule?> OfAsync(Id<MobilityForm> form, CancellationToken cancellation)
    {
        var code = await db.Set<MobilityForm>().Where(f => f.Id == form).Select(f => f.Code).SingleAsync(cancellation);
        var known = await tables.OfAsync(Prefix, cancellation);
        if ((known.FirstOrDefault(t => t.Code == Prefix + code) ?? known.FirstOrDefault(t => t.Code == Prefix + "other")) is not { } table) return null;
        int Number(string row) => int.Parse(table.Rows[row], CultureInfo.InvariantCulture);
        return new(Number("programmeMonths"), Number("homeMonths") * Number("monthDays"), Number("hostMonths") * Number("monthDays"), table.Source);
    }

    /// <summary>The milestones with the days they are due in a programme from one day to another.</summary>
    public async Task<IReadOnlyList<(MilestoneSide Side, ScheduledStep Step, DateOnly Due)>> MilestonesAsync(DateOnly begins, DateOnly ends, CancellationToken cancellation)
    {
        var found = new List<(MilestoneSide, ScheduledStep, DateOnly)>();
        foreach (var side in Enum.GetValues<MilestoneSide>())
            found.AddRange((await schedules.OfAsync("mobility.two-degrees." + side.ToString().ToLowerInvariant(), cancellation)).Select(s => (side, s, s.DueFor(begins, ends))));
        return found;
    }

    /// <summary>A programme with its milestones, as the rule says.</summary>
    public async Task<DegreeProgramme> LayOutAsync(Stay stay, DegreeRule rule, DateOnly begins, DateOnly ends, AccountId? by, Instant at, CancellationToken cancellation)
    {
        var programme = new DegreeProgramme
        {
            PersonId = stay.PersonId,
            OrganisationId = stay.OrganisationId,
            UnitId = stay.UnitId,
            BeginsOn = begins,
            EndsOn = ends,
            HomeDays = rule.HomeDays,
            HostDays = rule.HostDays,
            Rule = rule.Source,
            RecordedAt = at,
            RecordedById = by,
        };
        programme.Milestones.AddRange((await MilestonesAsync(begins, ends, cancellation)).Select(m => new Milestone
        {
            ProgrammeId = programme.Id,
            Code = m.Step.Code,
            Side = m.Side,
            Title = m.Step.Title,
            Role = m.Step.Role,
            ShowDays = m.Step.ShowDays,
            PlannedOn = m.Due,
        }));
        return programme;
    }
}

/// <summary>How long a programme takes and the least days at either side.</summary>
internal sealed record DegreeRule(int Months, int HomeDays, int HostDays, string Source);
