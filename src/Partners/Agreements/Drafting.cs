using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Ui.Forms;
using Entente.Ui.Lists;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>What every form of an agreement's text needs of the database: choices to show, rows to add, rules that look at other records.</summary>
internal sealed class Drafting(AppDbContext db, Viewer viewer, IOrganisations organisations, Successors successors, IUnits units, CountryReading countries, SchoolClock clock, TextCatalog texts)
{
    /// <summary>The field in which a further partner is picked.</summary>
    public const string NewPartner = "new-partner";

    private static readonly char[] BetweenCountries = [',', '，', '、', ';', '；', '\n', '\r', '\t'];

    /// <summary>Does what a button inside the form asks for, except saving.</summary>
    /// <returns>Whether it was such a button; the form is shown again then.</returns>
    public async Task<bool> ChangeRowsAsync(FormRows rows, CancellationToken cancellation)
    {
        var (verb, what) = Split(rows["do"]);
        switch (verb)
        {
            case "add-place": rows.Add(ContentForm.Place, ("direction", nameof(PlaceDirection.Out))); return true;
            case "add-clause": rows.Add(ContentForm.Clause); return true;
            case "remove-place" or "remove-clause" or "remove-party" when int.TryParse(what, NumberStyles.None, CultureInfo.InvariantCulture, out var row):
                rows.Remove(verb["remove-".Length..], row);
                return true;
            case "lower-clause" when int.TryParse(what, NumberStyles.None, CultureInfo.InvariantCulture, out var upper): rows.Raise(ContentForm.Clause, upper + 1); return true;
            case "raise-clause" when int.TryParse(what, NumberStyles.None, CultureInfo.InvariantCulture, out var lower): rows.Raise(ContentForm.Clause, lower); return true;
            case "add-party": await AddPartyAsync(rows, cancellation); return true;
            case "use-successor": await UseSuccessorAsync(rows, what, cancellation); return true;
            default: return rows[Finding.Button].Length > 0;
        }
    }

    /// <summary>Before a text is read: rows left empty are no rows, lines of places without a code get one, a partner picked is a party, and countries named are their codes.</summary>
    public async Task TidyAsync(FormRows rows, CancellationToken cancellation)
    {
        await AddPartyAsync(rows, cancellation);
        rows["territory"] = string.Join(", ", rows["territory"].Split(BetweenCountries, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(CodesOf).Distinct(StringComparer.Ordinal));
        rows.DropBlank(ContentForm.Place, "code", "per-year", "year", "within");
        rows.DropBlank(ContentForm.Clause, [.. Language.All.SelectMany(l => new[] { "heading-" + l.Segment, "text-" + l.Segment })]);
        var taken = Enumerable.Range(0, rows.Count(ContentForm.Place)).Select(i => rows[$"place-{i}-code"].Trim()).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count(ContentForm.Place); i++)
        {
            if (rows[$"place-{i}-code"].Trim().Length > 0) continue;
            var plain = string.Join('-', new[] { rows[$"place-{i}-direction"], rows[$"place-{i}-level"] }.Where(p => p.Length > 0)).ToLowerInvariant();
            var code = plain;
            for (var next = 2; !taken.Add(code); next++) code = FormattableString.Invariant($"{plain}-{next}");
            rows[$"place-{i}-code"] = code;
        }
    }

    /// <summary>Checks a text against itself and against other records; what is wrong is noted in the form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="content">The text read from it.</param>
    /// <param name="self">The agreement it is the text of; none: a new one.</param>
    /// <param name="predecessor">The agreement it follows: it may overlap with that one.</param>
    /// <param name="cancellation">Ends the queries.</param>
    public async Task CheckAsync(FormReader form, AgreementContent content, AgreementId? self, AgreementId? predecessor, CancellationToken cancellation)
    {
        foreach (var wrong in ContentRules.Contradictions(content)) form.Refuse(wrong.Field, wrong.TextKey, [.. wrong.Args.Select(Shown)]);
        if (await db.Set<Agreement>().VisibleTo(Viewer.System).AnyAsync(a => a.Number == content.Number && a.Id != self, cancellation))
            form.Refuse("number", "agreements.wrong.number-taken", content.Number);
        if (!await db.Set<AgreementKind>().AnyAsync(k => k.Code == content.Kind, cancellation)) form.Refuse("kind", "form.choice");
        await CheckPartnersAsync(form, content, cancellation);
        if (!form.IsValid || form.Flag("confirm-overlap")) return;
        if (await OverlapsAsync(content, self, predecessor, cancellation) is { Length: > 0 } overlaps) form.Refuse("confirm-overlap", "agreements.wrong.overlap", overlaps);
    }

    /// <summary>What the page needs to show the form.</summary>
    public async Task<AgreementFormChoices> ChoicesAsync(FormRows rows, CancellationToken cancellation)
    {
        var all = await units.AllAsync(cancellation);
        var reach = viewer.Reach(PartnersPermissions.EditAgreements);
        var chosen = Enumerable.Range(0, rows.Count(ContentForm.Party)).Select(i => rows[$"party-{i}-organisation"])
            .Select(k => OrganisationId.TryParse(k, null, out var id) ? id : (OrganisationId?)null).OfType<OrganisationId>().ToList();
        var partners = await organisations.Cards(viewer).Where(o => chosen.Contains(o.Id)).ToListAsync(cancellation);
        var kinds = await db.Set<AgreementKind>().AsNoTracking().Where(k => k.IsOffered || k.Code == rows["kind"]).OrderBy(k => k.Order).ToListAsync(cancellation);
        var following = new Dictionary<string, IReadOnlyList<OrganisationCard>>(StringComparer.Ordinal);
        foreach (var ended in partners.Where(p => p.HasEnded)) following[ended.Id.ToString()] = await successors.OfAsync(ended.Id, cancellation);
        return new(
            [.. kinds.Select(k => new Choice(k.Code, k.Name.ToString()))],
            [.. all.Where(u => reach.Covers(u.Id.Value)).Select(u => new Choice(u.Id.ToString(), u.Name.ToString()))],
            [.. all.Select(u => new Choice(u.Id.ToString(), u.Name.ToString()))],
            partners.ToDictionary(p => p.Id.ToString(), p => p, StringComparer.Ordinal),
            following);
    }

    /// <summary>The next free number of the year, as a proposal.</summary>
    public async Task<string> NextNumberAsync(CancellationToken cancellation)
    {
        var year = clock.Today.Year.ToString(CultureInfo.InvariantCulture) + "-";
        var taken = await db.Set<Agreement>().VisibleTo(Viewer.System).Where(a => a.Number.StartsWith(year)).Select(a => a.Number).ToListAsync(cancellation);
        var last = taken.Select(n => int.TryParse(n.AsSpan(year.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var i) ? i : 0).DefaultIfEmpty(0).Max();
        return year + (last + 1).ToString("000", CultureInfo.InvariantCulture);
    }

    /// <summary>Makes the organisation picked a party; its country joins the territory.</summary>
    public async Task AddPartyAsync(FormRows rows, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(rows[NewPartner], null, out var id)) return;
        if (await organisations.Cards(viewer).FirstOrDefaultAsync(o => o.Id == id, cancellation) is not { } card) return;
        rows[NewPartner] = "";
        rows[NewPartner + "-find"] = "";
        if (Enumerable.Range(0, rows.Count(ContentForm.Party)).Any(i => rows[$"party-{i}-organisation"] == id.ToString())) return;
        rows.Add(ContentForm.Party, ("organisation", id.ToString()), ("role", nameof(PartyRole.Partner)));
        AddCountry(rows, card);
    }

    /// <summary>Puts the successor of a party that ended in its place, also in the lines of places; a successor that is a party already stays once.</summary>
    private async Task UseSuccessorAsync(FormRows rows, string what, CancellationToken cancellation)
    {
        var (row, chosen) = Split(what);
        if (!int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var i) || !OrganisationId.TryParse(chosen, null, out var id)) return;
        var field = $"party-{i}-organisation";
        if (!OrganisationId.TryParse(rows[field], null, out var ended)) return;
        if ((await successors.OfAsync(ended, cancellation)).FirstOrDefault(s => s.Id == id) is not { } successor) return;
        for (var line = 0; line < rows.Count(ContentForm.Place); line++)
            if (rows[$"place-{line}-partner"] == ended.ToString()) rows[$"place-{line}-partner"] = id.ToString();
        if (Enumerable.Range(0, rows.Count(ContentForm.Party)).Any(other => rows[$"party-{other}-organisation"] == id.ToString())) rows.Remove(ContentForm.Party, i);
        else (rows[field], rows[$"party-{i}-signatories"]) = (id.ToString(), "");
        AddCountry(rows, successor);
    }

    private static void AddCountry(FormRows rows, OrganisationCard card)
    {
        var territory = rows["territory"];
        if (!territory.Contains(card.Country, StringComparison.Ordinal)) rows["territory"] = territory.Length == 0 ? card.Country : territory + ", " + card.Country;
    }

    private async Task CheckPartnersAsync(FormReader form, AgreementContent content, CancellationToken cancellation)
    {
        var partners = content.Parties.Select(p => p.Organisation).OfType<OrganisationId>().ToList();
        var cards = await organisations.Cards(viewer).Where(o => partners.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellation);
        for (var i = 0; i < partners.Count; i++)
        {
            if (!cards.TryGetValue(partners[i], out var card)) form.Refuse($"party-{i}-organisation", "form.choice");
            else if (card.HasEnded && await successors.OfAsync(card.Id, cancellation) is { Count: > 0 } following)
                form.Refuse($"party-{i}-organisation", "agreements.wrong.partner-followed", card.Name.ToString(), string.Join(texts["agreements.comma"], following.Select(f => f.Name.ToString())));
            else if (card.HasEnded) form.Refuse($"party-{i}-organisation", "agreements.wrong.partner-ended", card.Name.ToString());
        }
    }

    /// <summary>Agreements of the same kind with the same partner that hold in the same time; those the viewer may not see are only counted.</summary>
    private async Task<string> OverlapsAsync(AgreementContent content, AgreementId? self, AgreementId? predecessor, CancellationToken cancellation)
    {
        if (content.EffectiveOn is not { } begin) return "";
        var end = content.Term == TermKind.Fixed ? content.EndsOn ?? DateOnly.MaxValue : DateOnly.MaxValue;
        var partners = content.Parties.Select(p => p.Organisation).OfType<OrganisationId>().ToList();
        var overlapping = await db.Set<Agreement>().VisibleTo(Viewer.System)
            .Where(a => a.Id != self && a.Id != predecessor && db.Set<AgreementKind>().Any(k => k.Id == a.KindId && k.Code == content.Kind))
            .Where(a => a.State != AgreementState.Expired && a.State != AgreementState.Terminated && a.State != AgreementState.Superseded)
            .Where(a => a.EffectiveOn != null && a.EffectiveOn <= end && (a.LastDay == null || a.LastDay >= begin))
            .Where(a => a.Parties.Any(p => p.OrganisationId != null && partners.Contains(p.OrganisationId.Value)))
            .OrderBy(a => a.Number).Select(a => new { a.Number, a.UnitId }).ToListAsync(cancellation);
        var seen = overlapping.Where(a => viewer.May(PartnersPermissions.View, a.UnitId.Value)).Select(a => a.Number).ToList();
        var hidden = overlapping.Count - seen.Count;
        if (hidden > 0) seen.Add(texts.Count("agreements.overlap.hidden", hidden));
        return string.Join(", ", seen);
    }

    /// <summary>A country or region by its name in any language, or codes in a row; what nobody knows stays as it was written.</summary>
    private IEnumerable<string> CodesOf(string written) =>
        countries.Read(written) is { } code ? [code] : written.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words && Array.TrueForAll(words, w => countries.Read(w) is not null)
            ? words.Select(w => countries.Read(w)!) : [written];

    private object? Shown(object? arg) => arg is DateOnly date ? texts.Date(date) : arg;

    private static (string Verb, string What) Split(string pressed)
    {
        var at = pressed.IndexOf(':', StringComparison.Ordinal);
        return at < 0 ? (pressed, "") : (pressed[..at], pressed[(at + 1)..]);
    }
}

/// <summary>What can be chosen in the form of an agreement.</summary>
/// <param name="Kinds">Kinds, by code.</param>
/// <param name="Keepers">The units that may keep it.</param>
/// <param name="Units">All units.</param>
/// <param name="Partners">The organisations chosen so far, by key.</param>
/// <param name="Successors">Who took over from those of them that ended, by key.</param>
public sealed record AgreementFormChoices(
    IReadOnlyList<Choice> Kinds, IReadOnlyList<Choice> Keepers, IReadOnlyList<Choice> Units,
    IReadOnlyDictionary<string, OrganisationCard> Partners, IReadOnlyDictionary<string, IReadOnlyList<OrganisationCard>> Successors);
