using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Ui.Records;

namespace Entente.Mobility.Changes;

/// <summary>How requests to change a stay are said.</summary>
internal static class ChangeWords
{
    private static readonly (ChangeKind Kind, string Code)[] Codes =
        [(ChangeKind.Extension, "extension"), (ChangeKind.EarlierReturn, "earlier-return"), (ChangeKind.LaterStart, "later-start"), (ChangeKind.HostSupervisor, "host-supervisor"), (ChangeKind.Topic, "topic")];

    /// <summary>A kind as addresses say it.</summary>
    public static string CodeOf(ChangeKind kind) => Codes.First(c => c.Kind == kind).Code;

    public static ChangeKind? KindOf(string code) => Codes.FirstOrDefault(c => c.Code == code) is { Code: not null } found ? found.Kind : null;

    public static StateKind StateOf(ChangeState state) => state switch
    {
        ChangeState.Open => StateKind.Waiting,
        ChangeState.Granted => StateKind.Done,
        ChangeState.Refused => StateKind.Blocked,
        _ => StateKind.Neutral,
    };

    /// <summary>What was before and what is asked for, in every language.</summary>
    public static (LocalizedText Before, LocalizedText After) ValuesOf(StayChange change, TextCatalog texts, LocalizedText? hostBefore) => change.Kind switch
    {
        ChangeKind.HostSupervisor => (hostBefore ?? texts.InEach("changes.none"), LocalizedText.InEach(_ => change.HostName!)),
        ChangeKind.Topic => (change.TopicBefore.Texts.Count == 0 ? texts.InEach("changes.none") : change.TopicBefore, change.Topic),
        _ => (LocalizedText.InEach(l => texts.DateIn(l, change.DayBefore!.Value)), LocalizedText.InEach(l => texts.DateIn(l, change.Day!.Value))),
    };

    /// <summary>The same of one request, with the name of the host supervisor before.</summary>
    public static async Task<(LocalizedText Before, LocalizedText After)> ValuesAsync(StayChange change, StayNames names, TextCatalog texts, CancellationToken cancellation) =>
        ValuesOf(change, texts, change.HostBefore is { } host ? (await names.PersonsAsync([host], cancellation)).GetValueOrDefault(host) : null);

    /// <summary>The history of a stay's requests: asked, granted with what was before, refused, taken back.</summary>
    public static IEnumerable<TimelineItem> Happened(IEnumerable<ChangeLine> changes, TextCatalog texts)
    {
        foreach (var change in changes)
        {
            yield return new(change.AskedOn, texts["changes.happened.asked", texts["changes.what." + change.Kind], change.Before, change.After], change.Address, texts["changes.kind." + change.Kind]) { By = change.AskedBy };
            if (change.Decided is var (by, on))
                yield return new(on, texts["changes.happened." + change.State, texts["changes.what." + change.Kind], change.Before, change.After], change.Address, texts["changes.kind." + change.Kind]) { By = by };
        }
    }
}
