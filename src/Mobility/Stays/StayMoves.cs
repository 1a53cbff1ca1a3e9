using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Mobility.Changes;
using Entente.Mobility.Model;

namespace Entente.Mobility.Stays;

/// <summary>What follows when a stay moves: what is owed, its place, the ledger of encounters. The caller saves.</summary>
internal sealed class StayMoves(StayDuties duties, StayPlaces places, IEncounters encounters, IUnits units, ChangeDuties changes, TextCatalog texts)
{
    /// <summary>The kind of encounter a stay is.</summary>
    public const string EncounterKind = "study-stay";

    private const string AgreementKind = "partners.agreement";

    public async Task ArriveAsync(Stay stay, DateOnly on, CancellationToken cancellation)
    {
        stay.Arrive(on);
        await NoteAsync(stay, cancellation);
        await duties.DoneAsync(stay, StayDuties.Arrival, texts.Date(on), cancellation);
        await duties.OweAsync(stay, cancellation);
    }

    public async Task EndAsync(Stay stay, DateOnly on, string? brokenOff, CancellationToken cancellation)
    {
        stay.End(on, brokenOff);
        await changes.StayOverAsync(stay, texts["changes.stay-over"], cancellation);
        await NoteAsync(stay, cancellation);
        await duties.DoneAsync(stay, StayDuties.Return, texts.Date(on), cancellation);
        await duties.OweAsync(stay, cancellation);
    }

    public async Task CallOffAsync(Stay stay, string reason, CancellationToken cancellation)
    {
        stay.CallOff(reason);
        await changes.StayOverAsync(stay, reason, cancellation);
        await duties.ReleaseAsync(stay, reason, cancellation);
        await places.GiveBackAsync(stay, reason, cancellation);
        await encounters.WithdrawAsync(stay.Ref(), reason, cancellation);
    }

    /// <summary>Brings the ledger of encounters up to date with what is known of the stay.</summary>
    public async Task NoteAsync(Stay stay, CancellationToken cancellation)
    {
        var unit = (await units.AllAsync(cancellation)).Single(u => u.Id == stay.UnitId).Name;
        await encounters.NoteAsync(
            new(stay.PersonId, stay.OrganisationId, stay.Direction == PlaceDirection.Out ? EncounterSide.Away : EncounterSide.Here, EncounterKind, stay.ArrivedOn ?? stay.From, stay.EndedOn, stay.Ref(), UnderOf(stay), unit),
            cancellation);
    }

    /// <summary>What a stay happens under.</summary>
    public static RecordRef? UnderOf(Stay stay) => stay.AgreementId is { } agreement ? new RecordRef(AgreementKind, agreement.Value) : null;
}
