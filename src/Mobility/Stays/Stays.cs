using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Mobility.Model;

namespace Entente.Mobility.Stays;

/// <summary>Begins stays: from an accepted nomination, by hand, from a spreadsheet.</summary>
internal sealed class Stays(AppDbContext db, StayDuties duties)
{
    /// <summary>Adds a stay that is planned, with what is owed for it, in the caller's transaction; the caller saves. The place of its agreement is taken by <see cref="StayPlaces"/>.</summary>
    public async Task<Stay> PlanAsync(NewStay planned, CancellationToken cancellation)
    {
        var stay = Add(planned);
        await duties.OweAsync(stay, cancellation);
        return stay;
    }

    /// <summary>Adds a stay without anything owed for it: one that is over already.</summary>
    public Stay Add(NewStay planned)
    {
        var stay = new Stay
        {
            PersonId = planned.Person,
            OrganisationId = planned.Partner,
            AgreementId = planned.Agreement,
            Line = planned.Line,
            Direction = planned.Direction,
            FormId = planned.Form,
            Level = planned.Level,
            AcademicYear = planned.AcademicYear,
            From = planned.From,
            Until = planned.Until,
            Topic = planned.Topic,
            HomeSupervisorId = planned.HomeSupervisor,
            HostSupervisorId = planned.HostSupervisor,
            ApplicationId = planned.Application,
            Source = planned.Source,
            RecordedAt = db.Write.Now,
            UnitId = planned.Unit,
        };
        db.Add(stay);
        return stay;
    }
}

/// <summary>A stay to be planned.</summary>
/// <param name="Person">The student.</param>
/// <param name="Partner">Where the student goes, or where a guest comes from.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Form">The form of mobility.</param>
/// <param name="AcademicYear">By the year it begins in.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Unit">The unit of the student, or that receives the guest.</param>
/// <param name="Source">Where it is known from: <c>call</c>, <c>import</c>, <c>hand</c>, <c>demonstration</c>.</param>
internal sealed record NewStay(
    PersonId Person, OrganisationId Partner, PlaceDirection Direction, Id<MobilityForm> Form, int AcademicYear, DateOnly From, DateOnly Until, UnitId Unit, string Source)
{
    public AgreementId? Agreement { get; init; }

    public string? Line { get; init; }

    public StudyLevel? Level { get; init; }

    public LocalizedText Topic { get; init; } = LocalizedText.Empty;

    public PersonId? HomeSupervisor { get; init; }

    public PersonId? HostSupervisor { get; init; }

    public Id<Application>? Application { get; init; }
}
