using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Foundation.Texts;
using Entente.Mobility.Grades;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Demo;

/// <summary>How grades are given at the demonstration school and at two partners, one of them known from too few; and the transcript of a student who came back, converted by it.</summary>
internal sealed class GradesDemo(GradeConversions conversions, TextCatalog texts) : IDemoData
{
    private static readonly GradeShare[] Home =
    [
        new("98", 92), new("95", 241), new("92", 388), new("90", 512), new("88", 640), new("85", 905), new("82", 874), new("80", 703), new("77", 566), new("74", 402), new("70", 331), new("65", 204), new("60", 142),
    ];

    private static readonly GradeShare[] Delft =
    [
        new("10", 21), new("9.5", 48), new("9", 117), new("8.5", 236), new("8", 402), new("7.5", 431), new("7", 466), new("6.5", 318), new("6", 391),
    ];

    private static readonly (string Code, string Title, int Credits, string Grade, int Recognised, string Reason)[] Courses =
    [
        ("CIE5420", "Public hygiene and epidemiology", 40, "8.5", 20, ""), ("CIE4485", "Wastewater treatment", 60, "9", 30, ""), ("CIE5450", "Hydrology of catchments", 40, "7", 10, "Half of it is taught in our own course on hydrology."),
        ("WM0312", "Philosophy of engineering", 40, "5.5", 0, ""),
    ];

    public int Order => 38;

    public async Task LoadAsync(AppDbContext db, DemoBook book, DateOnly today, CancellationToken cancellation)
    {
        var (office, supervisor, delft) = (book.Find<AccountCard>("tang.yuan"), book.Find<AccountCard>("he.mingche"), book.Find<OrganisationCard>("delft"));
        db.Add(Table(null, Home, ["<60"], "Registrar's office of the graduate school"));
        db.Add(Table(delft, Delft, ["5.5", "5", "4", "3", "2", "1"], "Education and student affairs at Delft, mail to the office"));
        db.Add(Table(book.Find<OrganisationCard>("kth"), [new("A", 14), new("B", 21), new("C", 19), new("D", 9), new("E", 5)], ["F", "Fx"], "Department of sustainable development there"));
        await db.SaveChangesAsync(cancellation);
        var stay = await db.Set<Stay>().VisibleTo(Viewer.System).AsNoTracking().Where(s => s.OrganisationId == delft && s.State == StayState.Returned && s.Reason == null && s.HomeSupervisorId != null)
            .OrderByDescending(s => s.EndedOn).ThenBy(s => s.Id).FirstAsync(cancellation);
        var offered = await conversions.OfAsync(delft, cancellation);
        var (way, credits) = (offered.Ways[0], offered.Credits!);
        TranscriptRow[] rows = [.. Courses.Select(c => way.Of(c.Grade) is { } made
            ? new TranscriptRow(c.Code, c.Title, c.Credits, c.Grade, made.Grade, c.Recognised, c.Reason) { By = way.Source, How = made.How.Texts, IsFailed = made.IsFail, Worth = credits.Of(c.Credits), WorthHow = credits.How(texts, c.Credits).Texts }
            : throw new InvalidOperationException("A grade of the demonstration is not in its distribution."))];
        var transcript = new Transcript { StayId = stay.Id, Rows = Transcript.Write(rows), Table = way.Source, RecordedAt = db.Write.Now, RecordedById = office };
        transcript.Decide(rows, supervisor, db.Write.Now);
        db.Add(transcript);

        GradingTable Table(OrganisationId? of, GradeShare[] shares, string[] failing, string source) => new()
        {
            OrganisationId = of,
            Field = "",
            Number = 1,
            FromYear = today.Year - 3,
            UntilYear = today.Year - 1,
            Source = source,
            CreditHundredths = of == null ? null : 50,
            Grades = GradingTable.Write(shares),
            Failing = GradingTable.Write(failing),
            RecordedAt = db.Write.Now,
            RecordedById = office,
        };
    }
}
