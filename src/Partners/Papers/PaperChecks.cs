using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Partners.Agreements;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Papers;

/// <summary>Checks that an agreement is in force today, before a letter says that it is.</summary>
internal sealed class AgreementInForce(AppDbContext db, SchoolClock clock, TextCatalog texts) : IJudgedCheck
{
    public string Id => "partners.agreement-in-force";

    public async Task<CheckResult> EvaluateAsync(GateQuestion question, CheckParameters parameters, CancellationToken cancellation)
    {
        var seen = Found.Seen();
        if (question.Subject.Kind == Agreement.RecordKind
            && await db.Set<Agreement>().VisibleTo(Viewer.System).AsNoTracking().SingleOrDefaultAsync(a => a.Id == new AgreementId(question.Subject.Key), cancellation) is { } agreement)
            seen["inForce"] = InForce.Is(agreement, clock.Today) ? "true" : "false";
        return Judge(seen, parameters);
    }

    public CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters) => seen.GetValueOrDefault("inForce") switch
    {
        "true" => Found.Is(texts, VerdictOutcome.Pass, "papers.check.in-force", seen),
        null => Found.Is(texts, VerdictOutcome.CannotEvaluate, "agreements.check.unknown", seen),
        _ => Found.Is(texts, VerdictOutcome.Fail, "papers.check.not-in-force", seen),
    };
}

/// <summary>Checks that the partner a letter goes to still exists.</summary>
internal sealed class PartnerNotEnded(IOrganisations organisations, TextCatalog texts) : IJudgedCheck
{
    public string Id => "partners.partner-not-ended";

    public async Task<CheckResult> EvaluateAsync(GateQuestion question, CheckParameters parameters, CancellationToken cancellation)
    {
        var seen = Found.Seen();
        var id = new OrganisationId(question.Subject.Key);
        if (question.Subject.Kind == PartnerRecordNames.RecordKind && await organisations.Cards(Viewer.System).SingleOrDefaultAsync(o => o.Id == id, cancellation) is { } card)
        {
            seen["partner"] = id.ToString();
            Found.Note(seen, texts, "ended", card.HasEnded ? [card.Name] : []);
        }

        return Judge(seen, parameters);
    }

    public CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters) =>
        Found.Listed(texts, seen, "partner", "ended", (VerdictOutcome.Fail, "agreements.check.ended"), "papers.check.exists");
}
