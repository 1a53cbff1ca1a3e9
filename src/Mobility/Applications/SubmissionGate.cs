using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Applications;

/// <summary>The gate an application passes when it is handed in. One that is held there is seen by the office, which can make an exception.</summary>
internal sealed class SubmissionGate(IGates gates)
{
    public const string Gate = "mobility.submit";

    /// <summary>Passes an application and stores what the checks said; the caller saves, also where it is held.</summary>
    public Task<GateOutcome> PassAsync(Application application, CallModel call, CancellationToken cancellation) => gates.PassAsync(Question(application, call), cancellation);

    /// <summary>What the checks would say now.</summary>
    public Task<GateOutcome> PreviewAsync(Application application, CallModel call, CancellationToken cancellation) => gates.PreviewAsync(Question(application, call), cancellation);

    /// <summary>The countries of the places named.</summary>
    public static IReadOnlyList<string> Countries(Application application, CallModel call) =>
        [.. call.Places.Where(p => application.Choices.Exists(c => c.PlaceId.Value == p.Key)).Select(p => p.Partner.Country).Distinct(StringComparer.Ordinal)];

    private static GateQuestion Question(Application application, CallModel call) => new(Gate, application.Ref(), new(call.UnitKey), Countries(application, call));
}

/// <summary>What one needs to make an exception for an application.</summary>
internal sealed class ApplicationEvidence(AppDbContext db, CallReading calls, IPersons persons) : IDecisionEvidence
{
    public string Kind => Application.RecordKind;

    public async Task<DecisionEvidence?> OfAsync(Guid key, Viewer viewer, CancellationToken cancellation)
    {
        var id = new Id<Application>(key);
        if (await db.Set<Application>().VisibleTo(viewer).AsNoTracking().Include(a => a.Choices).SingleOrDefaultAsync(a => a.Id == id, cancellation) is not { } application) return null;
        if (await calls.OfAsync(application.CallId.ToString(), viewer, cancellation) is not { } call) return null;
        var person = application.PersonId;
        var name = await persons.Cards(Viewer.System).Where(p => p.Id == person).Select(p => p.Name).SingleAsync(cancellation);
        return new(name, $"{call.Address}/applications/{key:N}", new(call.UnitKey), SubmissionGate.Countries(application, call), null, [new("apply.evidence.call", call.Title, call.Address)], []);
    }
}
