using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Ui.Records;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Incoming;

/// <summary>Reads one incoming student with all that was said and sent.</summary>
internal sealed class IncomingStudentReading(AppDbContext db, StayNames names, IAgreements agreements, IFileStore files, AcademicCalendar calendar, SchoolClock clock, Foundation.Texts.TextCatalog texts)
{
    public static GateQuestion QuestionOf(IncomingStudent student, OrganisationCard partner) => new(Admission.Gate, student.Ref(), student.UnitId, [partner.Country]);

    /// <summary>The student as stored, to be changed.</summary>
    public async Task<IncomingStudent?> FindAsync(string id, Viewer viewer, CancellationToken cancellation) =>
        Id<IncomingStudent>.TryParse(id, null, out var key) ? await db.Set<IncomingStudent>().VisibleTo(viewer).SingleOrDefaultAsync(s => s.Id == key, cancellation) : null;

    public async Task<IncomingStudentView?> OfAsync(string id, Viewer viewer, CancellationToken cancellation)
    {
        if (!Id<IncomingStudent>.TryParse(id, null, out var key) || await db.Set<IncomingStudent>().VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(s => s.Id == key, cancellation) is not { } student) return null;
        var (form, agreement, stayId) = (student.FormId, student.AgreementId, student.StayId);
        var stay = stayId is null ? null : await db.Set<Stay>().VisibleTo(Viewer.System).AsNoTracking().SingleAsync(s => s.Id == stayId, cancellation);
        var application = await db.Set<IncomingApplication>().AsNoTracking().SingleOrDefaultAsync(a => a.StudentId == key, cancellation);
        var papers = await db.Set<IncomingPaper>().AsNoTracking().Where(p => p.StudentId == key && p.WithdrawnAt == null).ToListAsync(cancellation);
        var cards = await files.FindAsync([.. papers.Select(p => p.FileId)], cancellation);
        return new()
        {
            Key = student.Id.Value,
            Token = student.Version,
            Invitation = student.InvitationId.Value,
            Name = student.Name,
            Parts = new(student.Family, student.Given, student.Native.Length > 0, student.Native.Length > 0 ? student.Native : null),
            Email = student.Email,
            Partner = (await names.PartnersAsync([student.OrganisationId], cancellation))[student.OrganisationId],
            Year = student.AcademicYear,
            YearName = calendar.Name(student.AcademicYear),
            Level = student.Level,
            Field = student.Field,
            Form = await db.Set<MobilityForm>().Where(f => f.Id == form).Select(f => f.Name).SingleAsync(cancellation),
            NeedsSupervisor = await db.Set<MobilityForm>().Where(f => f.Id == form).Select(f => f.HasHostSupervisor).SingleAsync(cancellation),
            From = student.From,
            Until = student.Until,
            Note = student.Note,
            NominatedBy = student.NominatedBy,
            Agreement = agreement,
            AgreementNumber = await agreements.Cards(Viewer.System).Where(a => a.Id == agreement).Select(a => a.Number).FirstOrDefaultAsync(cancellation) ?? "–",
            Line = student.Line,
            Standing = IncomingWords.Of(student.State, stay?.State),
            Reason = student.Reason,
            StayKey = stayId?.Value,
            Supervisor = student.SupervisorId is { } supervisor ? (await names.PersonsAsync([supervisor], cancellation)).GetValueOrDefault(supervisor) : null,
            UnitKey = student.UnitId.Value,
            Said = application is null ? null : new(
                application.Motivation, StudyPlanContent.FromJson(application.Plan), application.Supervisor, application.Language, application.LanguageLevel, application.LanguageEvidence, application.EmergencyName, application.EmergencyPhone, application.SignedName),
            Papers = papers.Where(p => cards.ContainsKey(p.FileId)).OrderBy(p => p.RecordedAt).GroupBy(p => p.Kind).ToDictionary(g => g.Key, g => cards[g.Last().FileId]),
            Timeline = Timeline(student, stay),
        };
    }

    private List<TimelineItem> Timeline(IncomingStudent student, Stay? stay)
    {
        var items = new List<TimelineItem> { new(clock.DateOf(student.NominatedAt), texts["incoming.moment.nominated", student.NominatedBy]) };
        if (student.SubmittedAt is { } sent) items.Add(new(clock.DateOf(sent), texts["incoming.moment.applied"]));
        if (student.DecidedAt is { } decided) items.Add(new(clock.DateOf(decided), texts["incoming.moment." + student.State] + (student.Reason.Length > 0 ? " " + student.Reason : "")));
        if (stay?.ArrivedOn is { } arrived) items.Add(new(arrived, texts["stays.moment.arrived"]));
        if (stay?.EndedOn is { } ended) items.Add(new(ended, texts["stays.moment.ended"]));
        return items;
    }
}

/// <summary>What pages show of an incoming student.</summary>
public sealed record IncomingStudentView
{
    public required Guid Key { get; init; }

    public required int Token { get; init; }

    public required Guid Invitation { get; init; }

    public required LocalizedText Name { get; init; }

    public required PersonNameParts Parts { get; init; }

    public required string Email { get; init; }

    public required OrganisationCard Partner { get; init; }

    public required int Year { get; init; }

    public required string YearName { get; init; }

    public required StudyLevel Level { get; init; }

    public required string Field { get; init; }

    public required LocalizedText Form { get; init; }

    /// <summary>Whether the form of mobility has a supervisor at the host, so here.</summary>
    public bool NeedsSupervisor { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    public required string Note { get; init; }

    public required string NominatedBy { get; init; }

    public required AgreementId Agreement { get; init; }

    public required string AgreementNumber { get; init; }

    public required string Line { get; init; }

    public required IncomingStanding Standing { get; init; }

    public required string Reason { get; init; }

    public Guid? StayKey { get; init; }

    public LocalizedText? Supervisor { get; init; }

    public required Guid UnitKey { get; init; }

    /// <summary>What the student said; none: nothing saved yet.</summary>
    public SaidByStudent? Said { get; init; }

    public IReadOnlyDictionary<IncomingPaperKind, FileCard> Papers { get; init; } = new Dictionary<IncomingPaperKind, FileCard>();

    public IReadOnlyList<TimelineItem> Timeline { get; init; } = [];

    public string Address => ShowIncomingStudent.AddressOf(new(Key));

    public string? Stay => StayKey is { } stay ? ShowStay.AddressOf(new(stay)) : null;
}

/// <summary>What a nominated student said.</summary>
public sealed record SaidByStudent(
    string Motivation, StudyPlanContent Plan, string Supervisor, string Language, int? LanguageLevel, string LanguageEvidence, string EmergencyName, string EmergencyPhone, string SignedName);

/// <summary>Who may read the files of an incoming student: whoever sees the student.</summary>
internal sealed class IncomingFiles(AppDbContext db) : IFileGuard
{
    public string Kind => IncomingStudent.RecordKind;

    public Task<bool> MayReadAsync(RecordRef owner, Viewer reader, CancellationToken cancellation)
    {
        var id = new Id<IncomingStudent>(owner.Key);
        return db.Set<IncomingStudent>().VisibleTo(reader).AnyAsync(s => s.Id == id, cancellation);
    }
}
