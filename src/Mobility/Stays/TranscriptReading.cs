using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Grades;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Stays;

/// <summary>Reads the transcript of a stay and who may do what with it.</summary>
internal sealed class TranscriptReading(AppDbContext db, StayReading stays, PlanReading plans, GradeConversions conversions, IAccounts accounts, Viewer viewer, SchoolClock clock)
{
    public async Task<TranscriptModel?> OfAsync(string id, CancellationToken cancellation)
    {
        if (await stays.OfAsync(id, cancellation) is not { } stay) return null;
        var key = new Id<Stay>(stay.Key);
        var stored = await db.Set<Transcript>().ViewerNamed().AsNoTracking().SingleOrDefaultAsync(t => t.StayId == key, cancellation);
        var plan = await plans.LatestAsync(stay.Key, cancellation);
        var by = stored?.DecidedById is { } who ? (await accounts.OfAsync([who], cancellation)).GetValueOrDefault(who)?.Name : null;

        // Decided by the person who agreed to the plan for the school; where there is no plan, by the home supervisor.
        var decides = plan?.HomeAgreedById is { } agreed ? agreed.Value == viewer.Account : viewer.Person is { } me && stay.HomeSupervisorId?.Value == me;
        var model = new TranscriptModel(stay)
        {
            Rows = stored?.Read() ?? [],
            Table = stored?.Table,
            File = stored?.FileId,
            DecidedBy = stored?.DecidedAt is null ? null : by ?? "–",
            DecidedOn = stored?.DecidedAt is { } at ? clock.DateOf(at) : null,
            MayDecide = decides && stored is { DecidedAt: null },
            MayKeepGrades = viewer.May(MobilityPermissions.Edit),
        };
        return model.MayHandIn ? model with { Offered = await conversions.OfAsync(stay.Partner.Id, cancellation) } : model;
    }
}

/// <summary>What the page of a transcript shows.</summary>
public sealed record TranscriptModel(StayView Stay)
{
    public IReadOnlyList<TranscriptRow> Rows { get; init; } = [];

    public string? Table { get; init; }

    public FileId? File { get; init; }

    public string? DecidedBy { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public bool MayDecide { get; init; }

    /// <summary>The ways in which the grades can be converted.</summary>
    public OfferedConversions Offered { get; init; } = OfferedConversions.None;

    /// <summary>Whether the viewer may enter how grades are given at the host.</summary>
    public bool MayKeepGrades { get; init; }

    public FormReader Sent { get; init; } = FormReader.Empty;

    public string Path => Stay.Address + "/transcript";

    public bool MayHandIn => Stay is { MayWrite: true, Direction: Contracts.Partners.PlaceDirection.Out } && Stay.State is (StayState.UnderWay or StayState.Returned) && DecidedOn is null;
}
