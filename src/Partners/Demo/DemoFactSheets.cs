using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Foundation.Links;
using Entente.Foundation.Texts;
using Entente.Partners.FactSheets;
using Entente.Partners.Ledger;
using Entente.Partners.Model;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Partners.Demo;

/// <summary>Fact sheets of the demonstration school: last year's of most partners, and this year's round on its way.</summary>
internal static class DemoFactSheets
{
    private static readonly (string Partner, string By, int Nominate, int Begin, string Teaching, string Language, string Housing)[] All =
    [
        ("psu", "Margaret Ellwood", 1, 23, "English", "TOEFL iBT 80 or IELTS 6.5", "On campus, double rooms; the application opens in March."),
        ("gatech", "Ngozi Okafor", 10, 20, "English", "TOEFL iBT 90 or IELTS 7.0", "Apartments of the university, first come, first served."),
        ("waterloo", "Claire Beaumont", 15, 8, "English", "TOEFL iBT 80, no part below 20", "On campus for one or two terms; deposit 500 CAD."),
        ("unsw", "Tom Whitfield", 1, 15, "English", "IELTS 6.5, no part below 6.0", "Colleges and apartments; the university does not reserve rooms."),
        ("postech", "Han Seojun", 20, 1, "English and Korean", "English at B2; Korean not needed in the graduate school", "Dormitory, two to a room, guaranteed for exchange students."),
        ("ntu", "Tan Wei Ling", 12, 11, "English", "TOEFL iBT 90 or a letter of the home university", "Halls for exchange students, subject to places."),
        ("polyu", "Cheung Ka Yan", 5, 1, "English", "IELTS 6.0", "Halls by ballot; results in July."),
        ("delft", "Anneke de Vries", 15, 1, "English", "IELTS 6.5 or C1", "DUWO rooms through the exchange office; fee 250 EUR."),
        ("eth", "Lukas Brunner", 30, 15, "English in master's courses, German in bachelor's", "B2 in the language of the courses", "Through WOKO; apply as soon as nominated."),
        ("kth", "Sara Ekström", 1, 28, "English", "English B2", "Guaranteed when applied for in time."),
        ("nus", "Rajan Pillai", 15, 10, "English", "TOEFL iBT 92 or IELTS 6.5", "Residences by ballot."),
        ("tum", "Johanna Falk", 15, 12, "German and English", "B2 in the language of the courses", "Studentenwerk; apply by June."),
    ];

    public static async Task AddAsync(AppDbContext db, DemoBook book, DateOnly today, DateTimeZone zone, AcademicCalendar calendar, CancellationToken cancellation)
    {
        var year = calendar.Of(today.AddMonths(10));
        var unit = book.Find<UnitCard>("SOE");
        var tang = book.Find<AccountCard>("tang.yuan");
        foreach (var (row, i) in All.Select((r, i) => (r, i)))
        {
            Sheet(db, book, row, year - 1, today.AddMonths(-11).AddDays(i), FactSheetState.Confirmed, tang, unit, zone);
            if (i % 4 == 0) Sheet(db, book, row, year, today.AddDays(-6 - i), FactSheetState.Confirmed, tang, unit, zone);
        }

        Sheet(db, book, All[1], year, today.AddDays(-1), FactSheetState.Proposed, tang, unit, zone);
        await AskAsync(db, book, All[3], year, unit, cancellation);
    }

    private static void Sheet(
        AppDbContext db, DemoBook book, (string Partner, string By, int Nominate, int Begin, string Teaching, string Language, string Housing) row,
        int year, DateOnly on, FactSheetState state, AccountId by, UnitId unit, DateTimeZone zone)
    {
        var at = new LocalDate(on.Year, on.Month, on.Day).At(new LocalTime(10, 20)).InZoneLeniently(zone).ToInstant();
        var contacts = state == FactSheetState.Proposed ? [new ContactAnswer(null, false, "Daniel Reyes", "Exchange Advisor", "daniel.reyes@gatech.example")] : Array.Empty<ContactAnswer>();
        db.Add(new FactSheet
        {
            OrganisationId = book.Find<OrganisationCard>(row.Partner),
            Year = year,
            Answer = new FactSheetAnswer(ContentOf(row, year, state == FactSheetState.Proposed), contacts).ToJson(),
            State = state,
            By = row.By,
            RecordedAt = at,
            DecidedBy = state == FactSheetState.Confirmed ? by : null,
            DecidedAt = state == FactSheetState.Confirmed ? at + Duration.FromHours(26) : null,
            UnitId = unit,
        });
    }

    private static FactSheetContent ContentOf((string Partner, string By, int Nominate, int Begin, string Teaching, string Language, string Housing) row, int year, bool later) => new()
    {
        Autumn = new(new(year, 4, Math.Min(30, row.Nominate + (later ? 10 : 0))), new(year, 5, row.Nominate), new(year, row.Begin > 20 ? 8 : 9, row.Begin), new(year, 12, 18)),
        Spring = new(new(year, 10, row.Nominate), new(year, 11, Math.Min(30, row.Nominate)), new(year + 1, 2, 4), new(year + 1, 6, 12)),
        Teaching = row.Teaching,
        Language = row.Language,
        Requirements = "Two semesters completed at home; a transcript and, for doctoral students, a letter of the supervisor there.",
        Fees = "No tuition for exchange students; health insurance and local fees are paid on arrival.",
        Housing = row.Housing,
        HousingBy = new(year, 6, 15),
        Website = $"https://{row.Partner}.example/exchange",
    };

    private static async Task AskAsync(
        AppDbContext db, DemoBook book, (string Partner, string By, int Nominate, int Begin, string Teaching, string Language, string Housing) row, int year, UnitId unit,
        CancellationToken cancellation)
    {
        if (db.Write.Services.GetService<Asking>() is not { } asking) return;
        var partner = book.Find<OrganisationCard>(row.Partner);
        var name = db.Write.Services.GetRequiredService<IOrganisations>().Cards(Foundation.Access.Viewer.System).Single(o => o.Id == partner);
        await asking.AskAsync(
            name, new(Guid.Empty, row.By, "", "", $"exchange@{row.Partner}.example", Language.English.Tag, null), year, unit, Asking.UsualDays, Foundation.Access.Viewer.System, cancellation);
    }
}
