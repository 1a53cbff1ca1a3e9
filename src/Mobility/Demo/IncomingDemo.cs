using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Foundation.Files;
using Entente.Foundation.Time;
using Entente.Mobility.Incoming;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Mobility.Demo;

/// <summary>The demonstration school's incoming students: of several partners, some nominated, some to be decided on, admitted, here, gone again, refused, withdrawn.</summary>
internal sealed class IncomingDemo(
    AppDbContext records, SchoolClock clock, AcademicCalendar calendar, IPersons persons, IPartnerContacts contacts, IFileStore files, IncomingPlaces places, Stays.Stays stays, StayMoves moves) : IDemoData
{
    private readonly Dictionary<(OrganisationId, int), IncomingInvitation?> invitations = [];

    public int Order => 34;

    public async Task LoadAsync(AppDbContext db, DemoBook book, DateOnly today, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var forms = await db.Set<MobilityForm>().AsNoTracking().ToDictionaryAsync(f => f.Code, StringComparer.Ordinal, cancellation);
        var current = calendar.Of(today);
        foreach (var entry in DemoGuests.All)
        {
            var (partner, year) = (book.Find<OrganisationCard>(entry.Partner), entry.IsNextYear ? current + 1 : current);
            if (await InvitationAsync(book, partner, year, today, cancellation) is not { } invitation) continue;
            var form = forms[entry.Form];
            var from = entry.IsNextYear ? calendar.FirstDay(year).AddDays(2) : today.AddDays(-entry.BeganDaysAgo);
            var at = Later(today.AddDays(-entry.NominatedDaysAgo));
            var student = entry.Student(invitation, form, from, from.AddMonths(form.Months).AddDays(-1), at);
            if (await places.PlaceAsync(student, await places.OfAsync(partner, year, cancellation), cancellation) is not null || student.Line.Length == 0) continue;
            db.Write.DateAs(at);
            db.Add(student);
            await SayAsync(student, entry, at, cancellation);
            db.Write.DateAs(null);
            await DecideAsync(student, entry, book, today, cancellation);
            await db.SaveChangesAsync(cancellation);
        }
    }

    private async Task SayAsync(IncomingStudent student, DemoGuest entry, Instant at, CancellationToken cancellation)
    {
        if (entry.Motivation.Length == 0) return;
        records.Add(new IncomingApplication
        {
            StudentId = student.Id,
            Motivation = entry.Motivation,
            Plan = new StudyPlanContent(entry.Courses, entry.Research).ToJson(),
            Language = "en",
            LanguageLevel = 5,
            LanguageEvidence = "IELTS 7.0",
            EmergencyName = entry.Given + " " + entry.Family + ", parents",
            EmergencyPhone = string.Create(CultureInfo.InvariantCulture, $"+1 202 555 01{20 + entry.Family.Length}"),
            SignedName = entry.IsSent ? $"{entry.Given} {entry.Family}" : "",
            SavedAt = at + Duration.FromDays(2),
        });
        foreach (var kind in entry.Papers)
        {
            using var content = new MemoryStream(new DemoPaper().Heading(kind + ": " + entry.Given + " " + entry.Family).Line("A paper of the demonstration school.").ToBytes());
            var kept = await files.AddAsync(new(student.Ref(), kind.ToString().ToLowerInvariant() + ".pdf", content, Applications.ApplicationFiles.Rules), cancellation);
            records.Add(new IncomingPaper { StudentId = student.Id, Kind = kind, FileId = kept.Id, RecordedAt = at + Duration.FromDays(2) });
        }

        if (entry.IsSent) student.Submit(at + Duration.FromDays(3));
    }

    private async Task DecideAsync(IncomingStudent student, DemoGuest entry, DemoBook book, DateOnly today, CancellationToken cancellation)
    {
        var (by, at) = (book.Find<AccountCard>("tang.yuan"), student.NominatedAt + Duration.FromDays(9));
        if (entry.Standing == IncomingStanding.Refused) student.Refuse("The laboratory has no free bench in this year.", by, at);
        if (entry.Standing == IncomingStanding.TakenBack) student.TakeBack(at);
        if (entry.Standing == IncomingStanding.Withdrawn) student.Withdraw("A grant for field work came first.", at);
        if (entry.Standing is not (IncomingStanding.Admitted or IncomingStanding.Here or IncomingStanding.Left)) return;
        student.SupervisorId = entry.Supervisor.Length > 0 ? book.Find<PersonCard>(entry.Supervisor) : null;
        var person = persons.Add(new(new(entry.Family, entry.Given, entry.Native.Length > 0, entry.Native.Length > 0 ? entry.Native : null), entry.Email, student.OrganisationId, "Visiting student", "demonstration", TitleZh: "来访学生"));
        await records.SaveChangesAsync(cancellation);
        var planned = new NewStay(person, student.OrganisationId, PlaceDirection.In, student.FormId, student.AcademicYear, student.From, student.Until, student.UnitId, "demonstration")
        {
            Agreement = student.AgreementId,
            Line = student.Line,
            Level = student.Level,
            Topic = entry.Research.Length > 0 ? new(entry.Research, "") : LocalizedText.Empty,
            HostSupervisor = student.SupervisorId,
        };
        var stay = entry.Standing == IncomingStanding.Left ? stays.Add(planned) : await stays.PlanAsync(planned, cancellation);
        await places.TakeAsync(student, stay, cancellation);
        records.Add(new StudyPlan { StayId = stay.Id, Number = 1, Content = new StudyPlanContent(entry.Courses, entry.Research).ToJson(), RecordedAt = at });
        student.Admit(stay, by, at);
        if (entry.Standing is IncomingStanding.Here or IncomingStanding.Left) await moves.ArriveAsync(stay, student.From, cancellation);
        if (entry.Standing != IncomingStanding.Left) return;
        await moves.EndAsync(stay, today.AddDays(-6), null, cancellation);
        records.Add(new Transcript { StayId = stay.Id, Table = "", RecordedAt = records.Write.Now, RecordedById = by, Rows = Transcript.Write([.. entry.Courses.Select((c, i) => new TranscriptRow(c.Code, c.Title, c.Credits, DemoGuests.Grades[i % DemoGuests.Grades.Count], null))]) });
    }

    private async Task<IncomingInvitation?> InvitationAsync(DemoBook book, OrganisationId partner, int year, DateOnly today, CancellationToken cancellation)
    {
        if (invitations.TryGetValue((partner, year), out var known)) return known;
        if ((await contacts.OfAsync([partner], Viewer.System, cancellation)).GetValueOrDefault(partner)?.FirstOrDefault() is not { } contact) return invitations[(partner, year)] = null;
        var isPast = year == calendar.Of(today);
        var invitation = new IncomingInvitation
        {
            OrganisationId = partner,
            AcademicYear = year,
            ContactId = contact.Person,
            Name = contact.Name.ToString(),
            Email = contact.Email,
            Language = contact.Language ?? "en",
            Zone = clock.Zone.Id,
            ClosesOn = isPast ? today.AddDays(-250) : today.AddDays(18),
            ClosesTime = new(17, 0),
            ApplyBy = isPast ? today.AddDays(-230) : today.AddDays(38),
            SentAt = Later(today.AddDays(isPast ? -290 : -25)),
            AskedById = book.Find<AccountCard>("tang.yuan"),
            UnitId = book.Find<UnitCard>("SOE"),
        }.Time();
        records.Add(invitation);
        return invitations[(partner, year)] = invitation;
    }

    private Instant Later(DateOnly on) => Instant.Min(clock.Now, new LocalDate(on.Year, on.Month, on.Day).At(new LocalTime(10, 0)).InZoneLeniently(clock.Zone).ToInstant());
}
