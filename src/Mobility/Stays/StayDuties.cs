using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Mobility.Model;

namespace Entente.Mobility.Stays;

/// <summary>Keeps what is owed for a stay in step with its dates.</summary>
internal sealed class StayDuties(IObligations obligations, StayNames names, TextCatalog texts)
{
    /// <summary>Somebody says whether the student arrived.</summary>
    public const string Arrival = "mobility.arrival";

    /// <summary>Somebody says when the stay ended.</summary>
    public const string Return = "mobility.return";

    /// <summary>Owes, or moves, what the stay asks for as it stands.</summary>
    public async Task OweAsync(Stay stay, CancellationToken cancellation)
    {
        var (person, partner) = await names.OfAsync(stay, cancellation);
        if (stay.State == StayState.Planned) await OneAsync(Arrival, stay.From);
        if (stay.State is StayState.Planned or StayState.UnderWay) await OneAsync(Return, stay.Until);

        Task OneAsync(string kind, DateOnly due) => obligations.OweAsync(
            new(stay.Ref(), kind, "", BuiltInRole.Coordinator, stay.UnitId, null,
                LocalizedText.InEach(l => string.Format(l.Culture, texts.In(l, "stays.duty." + kind), person.In(l.Tag), partner.In(l.Tag))), ShowStay.AddressOf(stay.Id), due, due),
            cancellation);
    }

    /// <summary>Something that was owed is done.</summary>
    public Task DoneAsync(Stay stay, string kind, string receipt, CancellationToken cancellation) => obligations.FulfilAsync(stay.Ref(), kind, "", receipt, cancellation);

    /// <summary>Nothing is owed any more.</summary>
    public Task ReleaseAsync(Stay stay, string reason, CancellationToken cancellation) => obligations.ReleaseAsync(stay.Ref(), reason, cancellation);
}
