using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Incoming;

/// <summary>Checks that the agreement is in force on the first day of the stay.</summary>
internal sealed class HostAgreementInForce(AppDbContext db, TextCatalog texts, IAgreements agreements) : RecordCheck<IncomingStudent>(db, texts)
{
    public override string Id => "mobility.incoming-agreement";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters) => Is(seen, "inForce", v => v == "yes", "incoming.check.agreement");

    protected override async Task SeeAsync(IncomingStudent student, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        var agreement = student.AgreementId;
        var card = await agreements.Cards(Viewer.System).SingleOrDefaultAsync(a => a.Id == agreement, cancellation);
        seen["inForce"] = card is { State: AgreementState.Active or AgreementState.Signed } && card.EffectiveOn <= student.From && (card.LastDay is null || card.LastDay >= student.From) ? "yes" : "no";
    }
}

/// <summary>Checks that a place for a guest is free in the agreement's ledger.</summary>
internal sealed class GuestPlaceFree(AppDbContext db, TextCatalog texts, IncomingPlaces places) : RecordCheck<IncomingStudent>(db, texts)
{
    public override string Id => "mobility.incoming-place";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters) => Is(seen, "refused", v => v.Length == 0, "incoming.check.place");

    protected override async Task SeeAsync(IncomingStudent student, Dictionary<string, string> seen, CancellationToken cancellation) =>
        seen["refused"] = (await places.RefusalAsync(student, 1, cancellation))?.ToString() ?? "";
}

/// <summary>Checks that every document the pack names was sent.</summary>
internal sealed class IncomingPapersComplete(AppDbContext db, TextCatalog texts) : RecordCheck<IncomingStudent>(db, texts)
{
    public override string Id => "mobility.incoming-documents";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters)
    {
        if (seen.GetValueOrDefault("sent") is not { } sent) return Unknown(seen);
        var missing = parameters.Values["needed"].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Except(sent.Split(','), StringComparer.Ordinal).ToList();
        return missing.Count == 0
            ? Say(VerdictOutcome.Pass, "nominations.check.documents.pass", seen)
            : Say(VerdictOutcome.Fail, "incoming.check.documents.fail", seen, LocalizedText.InEach(l => string.Join(Texts.In(l, "incoming.and"), missing.Select(m => Texts.In(l, "incoming.paper." + m)))));
    }

    protected override async Task SeeAsync(IncomingStudent student, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        var id = student.Id;
        var sent = await Db.Set<IncomingPaper>().Where(p => p.StudentId == id && p.WithdrawnAt == null).Select(p => p.Kind).Distinct().ToListAsync(cancellation);
        seen["sent"] = string.Join(',', sent.Order());
    }
}

/// <summary>Checks that somebody here supervises, where the form of mobility has a supervisor at the host.</summary>
internal sealed class SupervisorNamed(AppDbContext db, TextCatalog texts) : RecordCheck<IncomingStudent>(db, texts)
{
    public override string Id => "mobility.incoming-supervisor";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters) => Is(seen, "supervisor", v => v != "missing", "incoming.check.supervisor");

    protected override async Task SeeAsync(IncomingStudent student, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        var form = student.FormId;
        var isNeeded = await Db.Set<MobilityForm>().AnyAsync(f => f.Id == form && f.HasHostSupervisor, cancellation);
        seen["supervisor"] = student.SupervisorId is not null ? "named" : isNeeded ? "missing" : "not needed";
    }
}
