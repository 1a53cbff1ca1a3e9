using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Papers;

/// <summary>Checks that the stay is still to come or under way: nobody is invited to what is over or called off.</summary>
internal sealed class StayNotOver(AppDbContext db, TextCatalog texts) : RecordCheck<Stay>(db, texts)
{
    public override string Id => "mobility.stay-not-over";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters) => Is(seen, "state", s => s is nameof(StayState.Planned) or nameof(StayState.UnderWay), "papers.check.not-over");

    protected override Task SeeAsync(Stay stay, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        seen["state"] = stay.State.ToString();
        return Task.CompletedTask;
    }
}

/// <summary>Checks that the agreement the stay is under is in force on its first day; a stay under none is pointed out.</summary>
internal sealed class StayAgreementInForce(AppDbContext db, TextCatalog texts, IAgreements agreements) : RecordCheck<Stay>(db, texts)
{
    public override string Id => "mobility.stay-agreement";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters) =>
        seen.GetValueOrDefault("inForce") == "none" ? Say(VerdictOutcome.Warn, "papers.check.agreement.none", seen) : Is(seen, "inForce", v => v == "yes", "papers.check.agreement");

    protected override async Task SeeAsync(Stay stay, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        var card = stay.AgreementId is { } id ? await agreements.Cards(Viewer.System).SingleOrDefaultAsync(a => a.Id == id, cancellation) : null;
        seen["inForce"] = card is null ? "none" : card.State is AgreementState.Active or AgreementState.Signed && card.EffectiveOn <= stay.From && (card.LastDay is null || card.LastDay >= stay.From) ? "yes" : "no";
    }
}
