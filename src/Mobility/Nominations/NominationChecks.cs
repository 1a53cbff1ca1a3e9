using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Nominations;

/// <summary>Checks that the agreement is in force on the first day of the stay.</summary>
internal sealed class AgreementInForce(AppDbContext db, TextCatalog texts, IAgreements agreements) : RecordCheck<Nomination>(db, texts)
{
    public override string Id => "mobility.agreement-in-force";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters) => Is(seen, "inForce", v => v == "yes", "nominations.check.agreement");

    protected override async Task SeeAsync(Nomination nomination, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        var (result, from) = (nomination.ResultId, nomination.From);
        var agreement = await (from r in Db.Set<AllocationResult>() join p in Db.Set<CallPlace>() on r.PlaceId equals p.Id where r.Id == result select p.AgreementId).SingleOrDefaultAsync(cancellation);
        var card = await agreements.Cards(Viewer.System).SingleOrDefaultAsync(a => a.Id == agreement, cancellation);
        seen["inForce"] = card is { State: AgreementState.Active or AgreementState.Signed } && card.EffectiveOn <= from && (card.LastDay is null || card.LastDay >= from) ? "yes" : "no";
    }
}

/// <summary>Checks that the student accepted the place, so that it is taken in the ledger.</summary>
internal sealed class PlaceAccepted(AppDbContext db, TextCatalog texts) : RecordCheck<Nomination>(db, texts)
{
    public override string Id => "mobility.place-accepted";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters) => Is(seen, "accepted", v => v == "yes", "nominations.check.accepted");

    protected override async Task SeeAsync(Nomination nomination, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        var result = nomination.ResultId;
        seen["accepted"] = await Db.Set<AllocationResult>().AnyAsync(r => r.Id == result && r.State == ResultState.Accepted, cancellation) ? "yes" : "no";
    }
}

/// <summary>Checks that every document the call requires was sent.</summary>
internal sealed class ApplicationComplete(AppDbContext db, TextCatalog texts) : RecordCheck<Nomination>(db, texts)
{
    public override string Id => "mobility.documents-complete";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters) => Is(seen, "missing", v => v == "0", "nominations.check.documents");

    protected override async Task SeeAsync(Nomination nomination, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        var (call, application) = (nomination.CallId, nomination.ApplicationId);
        var papers = Db.Set<ApplicationPaper>().Where(p => p.ApplicationId == application && p.WithdrawnAt == null);
        var missing = await Db.Set<CallDocument>().CountAsync(d => d.CallId == call && d.IsRequired && !papers.Any(p => p.DocumentId == d.Id), cancellation);
        seen["missing"] = missing.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}

/// <summary>Checks that enough days lie before the stay for what has to be done until then.</summary>
internal sealed class EnoughDaysAhead(AppDbContext db, TextCatalog texts, SchoolClock clock) : RecordCheck<Nomination>(db, texts)
{
    public override string Id => "mobility.days-ahead";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters) => Is(
        seen, "days", v => int.Parse(v, System.Globalization.CultureInfo.InvariantCulture) >= parameters.Number("least"), "nominations.check.days", VerdictOutcome.Warn);

    protected override Task SeeAsync(Nomination nomination, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        seen["days"] = (nomination.From.DayNumber - clock.Today.DayNumber).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }
}
