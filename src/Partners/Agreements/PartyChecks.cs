using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>Checks that every party still exists.</summary>
internal sealed class PartiesNotEnded(CheckedTexts checkedTexts, IOrganisations organisations, TextCatalog texts) : IJudgedCheck
{
    public string Id => "partners.parties-not-ended";

    public async Task<CheckResult> EvaluateAsync(GateQuestion question, CheckParameters parameters, CancellationToken cancellation)
    {
        var seen = Found.Seen();
        if (await checkedTexts.OfAsync(question.Subject, cancellation) is { } text)
        {
            var partners = text.Text.Parties.Select(p => p.Organisation).OfType<OrganisationId>().ToList();
            seen["parties"] = partners.Count.ToString(CultureInfo.InvariantCulture);
            Found.Note(seen, texts, "ended", await organisations.Cards(Viewer.System).Where(o => partners.Contains(o.Id) && o.HasEnded).OrderBy(o => o.SortKey).Select(o => o.Name).ToListAsync(cancellation));
        }

        return Judge(seen, parameters);
    }

    public CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters) =>
        seen.GetValueOrDefault("parties") == "0" ? Found.Is(texts, VerdictOutcome.Fail, "agreements.check.no-partner", seen)
        : Found.Listed(texts, seen, "parties", "ended", (VerdictOutcome.Fail, "agreements.check.ended"), "agreements.check.all-exist");
}

/// <summary>Checks that every party says who signs for it.</summary>
internal sealed class SignatoriesNamed(CheckedTexts checkedTexts, IOrganisations organisations, TextCatalog texts) : IJudgedCheck
{
    public string Id => "partners.signatories-named";

    public async Task<CheckResult> EvaluateAsync(GateQuestion question, CheckParameters parameters, CancellationToken cancellation)
    {
        var seen = Found.Seen();
        if (await checkedTexts.OfAsync(question.Subject, cancellation) is { } text)
        {
            var unnamed = text.Text.Parties.Where(p => p.Signatories.Count == 0).Select(p => p.Organisation).ToList();
            var partners = unnamed.OfType<OrganisationId>().ToList();
            var names = await organisations.Cards(Viewer.System).Where(o => partners.Contains(o.Id)).OrderBy(o => o.SortKey).Select(o => o.Name).ToListAsync(cancellation);
            if (unnamed.Contains(null)) names.Insert(0, new(Language.All.ToDictionary(l => l.Tag, l => texts.In(l, "agreements.party.school"), StringComparer.Ordinal)));
            seen["parties"] = text.Text.Parties.Count.ToString(CultureInfo.InvariantCulture);
            Found.Note(seen, texts, "unnamed", names);
        }

        return Judge(seen, parameters);
    }

    public CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters) =>
        Found.Listed(texts, seen, "parties", "unnamed", (VerdictOutcome.Fail, "agreements.check.no-signatory"), "agreements.check.signatories");
}

/// <summary>Checks that the text says where it holds, and that every partner's own country or region is among it.</summary>
internal sealed class TerritoryNamed(CheckedTexts checkedTexts, IOrganisations organisations, TextCatalog texts) : IJudgedCheck
{
    public string Id => "partners.territory-named";

    public async Task<CheckResult> EvaluateAsync(GateQuestion question, CheckParameters parameters, CancellationToken cancellation)
    {
        var seen = Found.Seen();
        if (await checkedTexts.OfAsync(question.Subject, cancellation) is { } text)
        {
            var partners = text.Text.Parties.Select(p => p.Organisation).OfType<OrganisationId>().ToList();
            var countries = await organisations.Cards(Viewer.System).Where(o => partners.Contains(o.Id)).Select(o => o.Country).Distinct().ToListAsync(cancellation);
            seen["territory"] = string.Join(' ', text.Text.Territory);
            Found.Note(seen, texts, "missing", [.. countries.Except(text.Text.Territory, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(c => Countries.NameOf(texts, c))]);
        }

        return Judge(seen, parameters);
    }

    public CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters) =>
        seen.GetValueOrDefault("territory") == "" ? Found.Is(texts, VerdictOutcome.Fail, "agreements.check.no-territory", seen)
        : Found.Listed(texts, seen, "territory", "missing", (VerdictOutcome.Warn, "agreements.check.territory-missing"), "agreements.check.territory");
}
