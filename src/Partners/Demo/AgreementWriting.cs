using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Partners.Demo;

/// <summary>Writes an agreement of the table and lets it live the way the product would have, step by step, at the dates of its past.</summary>
internal sealed class AgreementWriting(AppDbContext db, DemoBook book, DateOnly today, DateTimeZone zone)
{
    private const int RenewalMonths = 36;

    private readonly Dictionary<string, AgreementKind> kinds = [];
    private readonly Dictionary<string, Agreement> written = [];
    private readonly Dictionary<int, int> numbers = [];

    public IReadOnlyDictionary<string, Agreement> Written => written;

    public async Task LoadKindsAsync(CancellationToken cancellation)
    {
        foreach (var kind in await db.Set<AgreementKind>().ToListAsync(cancellation)) kinds[kind.Code] = kind;
    }

    public Agreement Write(DemoAgreements.Entry entry)
    {
        var signed = today.AddMonths(-entry.SignedMonthsAgo).AddDays(-(entry.Key.Sum(c => c) % 20));
        var isSigned = entry.Fate is DemoAgreements.Fate.Runs or DemoAgreements.Fate.SignedOnly or DemoAgreements.Fate.Terminated
            or DemoAgreements.Fate.NoticeGiven or DemoAgreements.Fate.Amended;
        var begins = new DateOnly(signed.Year, signed.Month, 1).AddMonths(entry.Fate == DemoAgreements.Fate.SignedOnly || !isSigned ? 3 : 1);
        var content = ContentOf(entry, NumberOf(signed), begins);
        var agreement = Agreement.Write(content, kinds[entry.Kind].Id, book.Find<UnitCard>(entry.Unit), PredecessorOf(entry), By("tang.yuan", signed.AddDays(-75)));
        agreement.ResponsibleId = book.Find<AccountCard>("tang.yuan");
        db.Add(agreement);
        written[entry.Key] = agreement;
        book.Note(entry.Key, agreement.Id);
        Live(agreement, entry, signed, begins, isSigned);
        return agreement;
    }

    /// <summary>Writes an agreement whose number comes after all others of its year.</summary>
    public Agreement WriteNumbered(DemoAgreements.Entry entry, int number)
    {
        foreach (var year in Enumerable.Range(today.Year - 6, 7)) numbers[year] = number - 1;
        return Write(entry);
    }

    private AgreementId? PredecessorOf(DemoAgreements.Entry entry) => entry.Follows is { } key ? written[key].Id : null;

    private void Live(Agreement agreement, DemoAgreements.Entry entry, DateOnly signed, DateOnly begins, bool isSigned)
    {
        if (entry.Fate == DemoAgreements.Fate.Draft) return;
        agreement.Step(AgreementAction.Submit, By("tang.yuan", signed.AddDays(-50)));
        if (entry.Fate == DemoAgreements.Fate.InReview) return;
        agreement.Step(AgreementAction.Approve, By("lu.jingxing", signed.AddDays(-32)));
        if (entry.Fate == DemoAgreements.Fate.Approved) return;
        agreement.Step(AgreementAction.Send, By("tang.yuan", signed.AddDays(-28)));
        if (!isSigned) return;
        agreement.Sign(signed, By("tang.yuan", signed));
        if (begins > today) return;
        agreement.Step(AgreementAction.Begin, By(null, begins));
        Renew(agreement, entry);
        End(agreement, entry);
    }

    private void Renew(Agreement agreement, DemoAgreements.Entry entry)
    {
        while (entry.Term == TermKind.Automatic && entry.Fate != DemoAgreements.Fate.NoticeGiven && agreement.LastDay < today)
        {
            var last = agreement.LastDay!.Value;
            agreement.Extend(last.AddMonths(RenewalMonths), By(null, last.AddDays(1)), "renewed");
        }
    }

    private void End(Agreement agreement, DemoAgreements.Entry entry)
    {
        if (entry.Fate == DemoAgreements.Fate.Terminated)
        {
            var on = today.AddMonths(-22);
            agreement.EndOn(on, new("Both sides replaced it by a dual degree.", "双方改为双学位项目。"));
            agreement.Step(AgreementAction.Terminate, By("lu.jingxing", on), "replaced by a dual degree");
            return;
        }

        if (entry.Fate == DemoAgreements.Fate.NoticeGiven)
        {
            if (agreement.LastDay < today) agreement.Extend(agreement.LastDay!.Value.AddMonths(RenewalMonths), By(null, agreement.LastDay!.Value.AddDays(1)), "renewed");
            agreement.GiveNotice(today.AddDays(-20));
        }

        if (agreement.LastDay is { } last && last < today) agreement.Step(AgreementAction.Lapse, By(null, last.AddDays(1)));
    }

    private string NumberOf(DateOnly signed)
    {
        numbers[signed.Year] = numbers.GetValueOrDefault(signed.Year) + 1;
        return FormattableString.Invariant($"SOE-{signed.Year}-{numbers[signed.Year]:00}");
    }

    private AgreementContent ContentOf(DemoAgreements.Entry entry, string number, DateOnly begins)
    {
        var partners = entry.Partners.Split('|').Select(p => book.Find<OrganisationCard>(p)).ToList();
        var names = entry.Partners.Split('|').Select(DemoWords.ShortNameOf).ToList();
        return new()
        {
            Number = number,
            Title = DemoWords.TitleOf(entry.Kind, names),
            Kind = entry.Kind,
            Parties =
            [
                new(null, PartyRole.School, [new("Lu Jingxing", "Dean", book.Find<PersonCard>("lu.jingxing"))]),
                .. partners.Select(p => new PartyContent(p, PartyRole.Partner, [])),
            ],
            Units = [book.Find<UnitCard>(entry.Unit)],
            Territory = ["CN"],
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
        var day = on > today ? today : on;
        var at = new LocalDate(day.Year, day.Month, day.Day).At(new LocalTime(10, 0)).InZoneLeniently(zone).ToInstant();
        return new(account is null ? null : book.Find<AccountCard>(account), day, at);
    }
}
