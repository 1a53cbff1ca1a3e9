using Entente.Directory.Model;
using Entente.Foundation.Commands;
using Entente.Foundation.Jobs;
using Entente.Foundation.Texts;

namespace Entente.Directory.Roster;

/// <summary>Every night: the roster that lies where the settings say.</summary>
internal sealed record ReadRoster : IJobPayload
{
    public const string EveryNight = "30 2 * * *";

    public static string Kind => "directory.roster";
}

/// <summary>Takes it over in the job's one save; without a place in the settings nothing happens.</summary>
internal sealed class ReadRosterHandler(RosterRuns runs, RosterSettings settings, TextCatalog texts) : IJob<ReadRoster>
{
    public async Task RunAsync(ReadRoster payload, JobRun run, CancellationToken cancellation)
    {
        if (settings.Place is not { } place) return;
        run.Db.Write.Action = "directory.roster.apply";
        IReadOnlyList<RosterContent> files;
        try
        {
            files = await RosterContent.ReadAsync(place, texts, cancellation);
        }
        catch (RefusedException)
        {
            await runs.RefusedAsync(place, RosterOrigin.Night, new(RosterLineKind.Refusal, "", "roster.refused.no-file", place), cancellation);
            return;
        }

        await runs.TakeAsync(files, RosterOrigin.Night, null, cancellation);
    }
}
