using Entente.Contracts.Directory;
using Entente.Contracts.Figures;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility;

/// <summary>The figures this room counts: students sent, received, abroad, back with an outcome; days abroad; joint supervisors. A person counts once, also under two records.</summary>
internal sealed class MobilityFigures(AcademicCalendar calendar) : IFigureSource
{
    /// <summary>The largest number withheld from the public: it could betray a person.</summary>
    private const int Withheld = 2;

    public IEnumerable<FigureDefinition> Figures =>
    [
        Students("mobility.students.sent", FigureTime.Period, Sent),
        .. MobilityForm.Start.Select(form => Students("mobility.students.sent." + form.Code, FigureTime.Period, (db, w) => Sent(db, w).Where(s => db.Set<MobilityForm>().Any(f => f.Id == s.FormId && f.Code == form.Code)))),
        Students("mobility.students.abroad", FigureTime.AsOf, (db, w) => Begun(db, w).Where(s => s.EndedOn == null || s.EndedOn >= w.AsOf)),
        Students("mobility.students.returned", FigureTime.AsOf, Returned, byEnd: true),
        Students("mobility.students.sent-with-outcome", FigureTime.AsOf, WithOutcome, byEnd: true),
        Students("mobility.students.received", FigureTime.Period, Received),
        Supervisors(),
        Days(),
    ];

    private static IQueryable<Stay> Begun(AppDbContext db, FigureWindow window, PlaceDirection direction = PlaceDirection.Out) =>
        db.Set<Stay>().VisibleTo(Viewer.System).Where(s => s.Direction == direction && s.ArrivedOn != null && s.ArrivedOn <= window.AsOf);

    private static IQueryable<Stay> Returned(AppDbContext db, FigureWindow window) => Begun(db, window).Where(s => s.EndedOn != null && s.EndedOn <= window.AsOf);

    private static IQueryable<Stay> WithOutcome(AppDbContext db, FigureWindow window)
    {
        var confirmed = db.Set<Outcome>().ViewerNamed().Where(o => o.ConfirmedAt != null && o.WithdrawnAt == null && o.On <= window.AsOf);
        return Returned(db, window).Where(s => confirmed.Any(o => o.StayId == s.Id));
    }

    private IQueryable<Stay> Sent(AppDbContext db, FigureWindow window)
    {
        var year = calendar.Of(window.AsOf);
        return Begun(db, window).Where(s => s.AcademicYear == year);
    }

    private IQueryable<Stay> Received(AppDbContext db, FigureWindow window)
    {
        var year = calendar.Of(window.AsOf);
        return Begun(db, window, PlaceDirection.In).Where(s => s.AcademicYear == year);
    }

    private FigureDefinition Students(string id, FigureTime time, Func<AppDbContext, FigureWindow, IQueryable<Stay>> counted, bool byEnd = false) => new()
    {
        Id = id,
        Version = 1,
        Unit = FigureUnit.Distinct,
        Time = time,
        PeriodOf = time == FigureTime.Period ? PeriodOf : null,
        SuppressUpTo = Withheld,
        Records = (db, window) => counted(db, window).Join(Persons(db), s => s.PersonId, p => p.Id, (s, p) => new CountedRecord
        {
            Record = s.Id.Value,
            RecordVersion = s.Version,
            CountedAs = p.Canonical.ToString(),
            CountedOn = byEnd ? s.EndedOn : s.ArrivedOn,
        }),
        Labels = FigureLabels.OfStaysAsync,
    };

    private FigureDefinition Supervisors() => new()
    {
        Id = "mobility.supervisors.joint",
        Version = 1,
        Unit = FigureUnit.Distinct,
        Time = FigureTime.Period,
        PeriodOf = PeriodOf,
        SuppressUpTo = Withheld,
        Records = (db, window) => Begun(db, window).Where(s => s.EndedOn == null || s.EndedOn >= window.From).Join(Persons(db), s => s.HostSupervisorId, p => (PersonId?)p.Id, (s, p) => new CountedRecord
        {
            Record = s.Id.Value,
            RecordVersion = s.Version,
            CountedAs = p.Canonical.ToString(),
            CountedOn = s.ArrivedOn,
        }),
        Labels = FigureLabels.OfStaysAsync,
    };

    private FigureDefinition Days() => new()
    {
        Id = "mobility.days-abroad",
        Version = 1,
        Unit = FigureUnit.Amount,
        Time = FigureTime.Period,
        PeriodOf = PeriodOf,
        Records = (db, window) => Begun(db, window).Where(s => s.EndedOn == null || s.EndedOn >= window.From).Select(s => new CountedRecord
        {
            Record = s.Id.Value,
            RecordVersion = s.Version,
            CountedAs = s.Id.ToString(),
            CountedOn = s.ArrivedOn,
            Amount = DaysOf(s.ArrivedOn, s.EndedOn, window),
        }),
        Labels = FigureLabels.OfStaysAsync,
    };

    private static long DaysOf(DateOnly? from, DateOnly? until, FigureWindow window) => DayCount.Within([(from!.Value, until)], window.From, window.AsOf);

    private DateOnly PeriodOf(DateOnly asOf) => calendar.FirstDay(calendar.Of(asOf));

    private static IQueryable<PersonCard> Persons(AppDbContext db) => db.Write.Services.GetRequiredService<IPersons>().Cards(Viewer.System);
}
