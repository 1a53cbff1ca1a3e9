using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using NodaTime;

namespace Entente.Partners.Demo;

/// <summary>Lets the past of the demonstration school be written by those who would have written it, on the day they would have.</summary>
internal sealed class DemoPast(AppDbContext db, DemoBook book, DateOnly today, DateTimeZone zone, AcademicCalendar calendar)
{
    private readonly Instant now = db.Write.Now;

    public DateOnly Today => today;

    public AcademicCalendar Calendar => calendar;

    /// <summary>Until it is disposed, what is asked for is asked by the account, on that day.</summary>
    public IDisposable As(string account, DateOnly on)
    {
        db.Write.Viewer = Viewer.Of(book.Find<AccountCard>(account).Value, book.Find<PersonCard>(account).Value, account, []);
        db.Write.DateAs(At(on));
        return new Back(db.Write);
    }

    /// <summary>The morning of a day; now, for what would lie ahead.</summary>
    public Instant At(DateOnly on) =>
        Instant.Min(now, new LocalDate(on.Year, on.Month, on.Day).At(new LocalTime(10, 0)).InZoneLeniently(zone).ToInstant());

    private sealed class Back(WriteContext write) : IDisposable
    {
        public void Dispose()
        {
            write.Viewer = Viewer.System;
            write.DateAs(null);
        }
    }
}
