using Entente.Contracts.Directory;
using Entente.Contracts.Figures;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners;

/// <summary>The figures this room counts.</summary>
internal sealed class PartnersFigures(AcademicCalendar calendar) : IFigureSource
{
    /// <summary>How many days ahead an end counts as near; part of the definition of <c>partners.agreements.expiring</c>.</summary>
    private const int ExpiringDays = 180;

    public IEnumerable<FigureDefinition> Figures =>
    [
        OfAgreements("partners.agreements.active", FigureTime.AsOf, (db, w) => Agreements(db).Where(InForce.On(w.AsOf))),
        OfKind("student-exchange"),
        OfKind("joint-centre"),
        OfAgreements("partners.agreements.signed-this-year", FigureTime.Year, (db, w) => Agreements(db).Where(a => a.SignedOn >= w.From && a.SignedOn <= w.AsOf)),
        OfAgreements("partners.agreements.expiring", FigureTime.AsOf, (db, w) =>
        {
            var horizon = w.AsOf.AddDays(ExpiringDays);
            return Agreements(db).Where(InForce.On(w.AsOf)).Where(a => a.LastDay != null && a.LastDay <= horizon);
        }),
        OfPartners("partners.partners.active", o => o.Id.ToString()),
        OfPartners("partners.countries.active", o => o.Country),
        Places(),
        PlacesUsed(),
    ];

    private static IQueryable<Agreement> Agreements(AppDbContext db) => db.Set<Agreement>().VisibleTo(Viewer.System);

    private static FigureDefinition OfKind(string code) => OfAgreements($"partners.agreements.{code}.active", FigureTime.AsOf, (db, w) =>
        Agreements(db).Where(InForce.On(w.AsOf)).Where(a => db.Set<AgreementKind>().Any(k => k.Id == a.KindId && k.Code == code)));

    private static FigureDefinition OfAgreements(string id, FigureTime time, Func<AppDbContext, FigureWindow, IQueryable<Agreement>> counted) => new()
    {
        Id = id,
        Version = 1,
        Unit = FigureUnit.Instances,
        Time = time,
        Records = (db, window) => counted(db, window).Select(a => new CountedRecord
        {
            Record = a.Id.Value,
            RecordVersion = a.Version,
            CountedAs = a.Id.ToString(),
            CountedOn = time == FigureTime.Year ? a.SignedOn : a.EffectiveOn,
        }),
        Labels = FigureLabels.OfAgreementsAsync,
    };

    private static FigureDefinition OfPartners(string id, Func<OrganisationCard, string> countedAs) => new()
    {
        Id = id,
        Version = 1,
        Unit = FigureUnit.Distinct,
        Time = FigureTime.AsOf,
        Records = (db, window) =>
        {
            var agreements = Agreements(db).Where(InForce.On(window.AsOf));
            var partners = db.Set<AgreementParty>().Where(p => agreements.Any(a => a.Id == p.AgreementId));
            return db.Write.Services.GetRequiredService<IOrganisations>().Cards(Viewer.System)
                .Where(o => partners.Any(p => p.OrganisationId == o.Id))
                .Select(o => new CountedRecord { Record = o.Id.Value, RecordVersion = 1, CountedAs = countedAs(o) });
        },
        Labels = FigureLabels.OfPartnersAsync,
    };

    private static FigureDefinition Places() => new()
    {
        Id = "partners.places.offered-per-year",
        Version = 1,
        Unit = FigureUnit.Amount,
        Time = FigureTime.AsOf,
        Records = (db, window) => Agreements(db).Where(InForce.On(window.AsOf))
            .Select(a => new { a.Id, a.Version, Sum = a.Places.Where(p => p.Within == null && p.AcademicYear == null).Sum(p => p.PerYear) })
            .Where(a => a.Sum > 0)
            .Select(a => new CountedRecord { Record = a.Id.Value, RecordVersion = a.Version, CountedAs = a.Id.ToString(), Amount = a.Sum }),
        Labels = FigureLabels.OfAgreementsAsync,
    };

    private FigureDefinition PlacesUsed() => new()
    {
        Id = "partners.places.used",
        Version = 1,
        Unit = FigureUnit.Amount,
        Time = FigureTime.Period,
        PeriodOf = asOf => calendar.FirstDay(calendar.Of(asOf)),
        Records = (db, window) =>
        {
            var year = calendar.Of(window.AsOf);
            var first = calendar.FirstDay(year);
            return db.Set<PlaceEntry>().Of(Agreements(db)).Where(e => e.Kind == PlaceEntryKind.Used && e.WithdrawnAt == null && e.AcademicYear == year && e.Count > 0)
                .Select(e => new CountedRecord { Record = e.Id.Value, RecordVersion = e.Version, CountedAs = e.Id.ToString(), CountedOn = first, Amount = e.Count });
        },
        Labels = FigureLabels.OfPlacesAsync,
    };
}
