using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;

namespace Entente.Mobility.Applications;

/// <summary>Lets a student in to the page of a call, with their own application.</summary>
internal sealed class ApplicationDoor(CallReading calls, ApplicationReading applications, Allocation.GivenReading given, SubmissionGate gate, Viewer viewer)
{
    /// <summary>The student's page of a call; none where there is no such call for them.</summary>
    public async Task<MineModel?> OpenAsync(string id, CancellationToken cancellation)
    {
        if (await calls.OfAsync(id, viewer, cancellation) is not { Phase: not CallPhase.Draft } call) return null;
        var mine = await applications.MineAsync(call, viewer, cancellation);
        if (mine.Application is not { } own) return mine;
        return mine with { Given = await given.OfAsync(new Id<Application>(own.Key), call, cancellation), Against = await AgainstAsync(call, own, cancellation) };
    }

    /// <summary>The same with the record, where the application is one's own and can be written now.</summary>
    public async Task<(MineModel Mine, Application Own)?> WritableAsync(string id, CancellationToken cancellation) =>
        await OpenAsync(id, cancellation) is { CanWrite: true } mine && await applications.OwnAsync(mine.Call, viewer, cancellation) is { } own ? (mine, own) : null;

    private async Task<IReadOnlyList<LocalizedText>> AgainstAsync(CallModel call, ApplicationView own, CancellationToken cancellation) =>
        own is { State: ApplicationState.Draft, HeldAt: not null } && await applications.OwnAsync(call, viewer, cancellation) is { } record
            && await gate.PreviewAsync(record, call, cancellation) is { IsOpen: false } outcome
            ? [.. outcome.Against.Select(v => v.Sentence)]
            : [];
}
