using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Demo;

/// <summary>Writes an agreement of the table and lets it live the way the product would have, step by step, at the dates of its past.</summary>
internal sealed class AgreementWriting(AppDbContext db, DemoBook book, DemoPast past)
{
    private const int RenewalMonths = 36;

    private readonly Dictionary<string, AgreementKind> kinds = [];
    private readonly Dictionary<string, Agreement> written = [];
    private readonly Dictionary<int, int> numbers = [];
    private readonly Dictionary<OrganisationId, string> countries = [];

    public IReadOnlyDictionary<string, Agreement> Written => written;

    private DateOnly Today => past.Today;

    public async Task LoadAsync(IOrganisations organisations, CancellationToken cancellation)
    {
        foreach (var kind in await db.Set<AgreementKind>().ToListAsync(cancellation)) kinds[kind.Code] = kind;
        foreach (var card in await organisations.Cards(Foundation.Access.Viewer.System).Select(o => new { o.Id, o.Country }).ToListAsync(cancellation))
            countries[card.Id] = card.Country;
    }

    public Agreement Write(DemoAgreements.Entry entry)
    {
        var shift = entry.Key.Sum(c => c);
        var ahead = DemoAgreements.DaysAhead(entry.Fate);
        var signed = ahead > 0 ? Today.AddDays(ahead - shift % 5) : Today.AddMonths(-entry.SignedMonthsAgo).AddDays(-(shift % 20));
        var begins = new DateOnly(signed.Year, signed.Month, 1).AddMonths(entry.Fate == DemoAgreements.Fate.SignedOnly || ahead > 0 ? 3 : 1);
        var content = ContentOf(entry, NumberOf(signed < Today ? signed : Today), begins);
        var agreement = Agreement.Write(content, kinds[entry.Kind].Id, book.Find<UnitCard>(entry.Unit), PredecessorOf(entry)?.Id, By(entry.Author, signed.AddDays(-75)));
        agreement.ResponsibleId = book.Find<AccountCard>("tang.yuan");
        db.Add(agreement);
        written[entry.Key] = agreement;
        book.Note(entry.Key, agreement.Id);
        Live(agreement, entry, signed, begins, ahead == 0);
        return agreement;
    }

    /// <summary>Writes an agreement whose number comes after all others of its year.</summary>
    public Agreement WriteNumbered(DemoAgreements.Entry entry, int number)
    {
        foreach (var year in Enumerable.Range(Today.Year - 6, 7)) numbers[year] = number - 1;
        return Write(entry);
    }

    /// <summary>An amendment of an agreement, as it was or is to be signed.</summary>
    public AgreementVersion Amend(Agreement agreement, DemoAmendments.Entry entry)
    {
        var day = Today.AddDays(-entry.DaysAgo);
        var version = new AgreementVersion(agreement.Id, 2, entry.Change(agreement.Text).ToJson())
        {
            Title = entry.Title,
            Reason = entry.Reason,
            RecordedAt = past.At(day.AddDays(-30)),
            AccountId = book.Find<AccountCard>(entry.Author),
            EffectiveOn = new DateOnly(day.Year, day.Month, 1).AddMonths(entry.IsSigned ? 1 : 4),
        };
        agreement.Versions.Add(version);
        if (!entry.IsSigned)
        {
            version.State = AmendmentState.InReview;
            return version;
        }

        (version.State, version.SignedOn, version.ApprovedHash) = (AmendmentState.InForce, day, version.Hash);
        agreement.Amend(version, agreement.KindId);
        return version;
    }

    private Agreement? PredecessorOf(DemoAgreements.Entry entry) => entry.Follows is { } key ? written[key] : null;

    private void Live(Agreement agreement, DemoAgreements.Entry entry, DateOnly signed, DateOnly begins, bool isSigned)
    {
        if (entry.Fate == DemoAgreements.Fate.Draft) return;
        agreement.Step(AgreementAction.Submit, By(entry.Author, signed.AddDays(-50)));
        if (entry.Fate == DemoAgreements.Fate.InReview) return;
        agreement.Step(AgreementAction.Approve, By("lu.jingxing", signed.AddDays(-32)));
        if (entry.Fate == DemoAgreements.Fate.Approved) return;
        agreement.Step(AgreementAction.Send, By(entry.Author, signed.AddDays(-28)));
        if (!isSigned) return;
        agreement.Sign(signed, By("tang.yuan", signed));
        if (begins > Today) return;
        agreement.Step(AgreementAction.Begin, By(null, begins));
        if (PredecessorOf(entry) is { State: AgreementState.Active } before) before.SupersedeOn(begins, By(null, begins));
        Renew(agreement, entry);
        End(agreement, entry);
    }

    private void Renew(Agreement agreement, DemoAgreements.Entry entry)
    {
        while (entry.Term == TermKind.Automatic && entry.Fate != DemoAgreements.Fate.NoticeGiven && agreement.LastDay < Today)
        {
            var last = agreement.LastDay!.Value;
            agreement.Extend(last.AddMonths(RenewalMonths), By(null, last.AddDays(1)), "");
        }
    }

    private void End(Agreement agreement, DemoAgreements.Entry entry)
    {
        if (entry.Fate == DemoAgreements.Fate.Superseded) return;
        if (entry.Fate == DemoAgreements.Fate.Terminated)
        {
            var on = Today.AddMonths(-22);
            agreement.EndOn(on, new("Both sides replaced it by a dual degree.", "双方改为双学位项目。"));
            agreement.Step(AgreementAction.Terminate, By("lu.jingxing", on));
            return;
        }

        if (entry.Fate == DemoAgreements.Fate.NoticeGiven)
        {
            if (agreement.LastDay < Today) agreement.Extend(agreement.LastDay!.Value.AddMonths(RenewalMonths), By(null, agreement.LastDay!.Value.AddDays(1)), "");
            agreement.GiveNotice(Today.AddDays(-20));
        }

        if (agreement.LastDay is { } last && last < Today) agreement.Step(AgreementAction.Lapse, By(null, last.AddDays(1)));
    }

    private string NumberOf(DateOnly signed)
    {
        numbers[signed.Year] = numbers.GetValueOrDefault(signed.Year) + 1;
        return FormattableString.Invariant($"SOE-{signed.Year}-{numbers[signed.Year]:00}");
    }

    private AgreementContent ContentOf(DemoAgreements.Entry entry, string number, DateOnly begins)
    {
        var keys = entry.Partners.Split('|');
        var partners = keys.Select(p => book.Find<OrganisationCard>(p)).ToList();
        return new()
        {
            Number = number,
            Title = DemoWords.TitleOf(entry.Kind, [.. keys.Select(DemoWords.ShortNameOf)]),
            Kind = entry.Kind,
            Parties =
            [
                new(null, PartyRole.School, [new("Lu Jingxing", "Dean", book.Find<PersonCard>("lu.jingxing"))]),
                .. keys.Select((key, i) => new PartyContent(partners[i], PartyRole.Partner, [DemoSignatories.Of(key, book)])),
            ],
            Units = [book.Find<UnitCard>(entry.Unit)],
            Territory = [.. partners.Select(p => countries[p]).Prepend("CN").Distinct(StringComparer.Ordinal)],
            Languages = ["en", "zh-Hans"],
            Term = entry.Term,
            EffectiveOn = begins,
            EndsOn = entry.Term == TermKind.OpenEnded ? null : begins.AddMonths(entry.LengthMonths).AddDays(-1),
            RenewalMonths = entry.Term == TermKind.Automatic ? RenewalMonths : null,
            NoticeMonths = 6,
            Reciprocal = entry is { Out: > 0, In: > 0 },
            CarryOverYears = entry.In > 0 ? 2 : 0,
            Places = DemoWords.PlacesOf(entry),
            Clauses = DemoWords.ClausesOf(entry.Kind),
        };
    }

    private StepBy By(string? account, DateOnly on)
    {
        var day = on > Today ? Today : on;
        return new(account is null ? null : book.Find<AccountCard>(account), day, past.At(day));
    }
}
