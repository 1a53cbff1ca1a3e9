using Entente.Contracts.Partners;
using Entente.Mobility.Incoming;
using Entente.Mobility.Model;
using NodaTime;

namespace Entente.Mobility.Demo;

/// <summary>An invented student of a partner who comes to the demonstration school.</summary>
internal sealed record DemoGuest(string Partner, string Family, string Given, string Native, StudyLevel Level, string Form, IncomingStanding Standing)
{
    public bool IsNextYear { get; init; } = true;

    public int NominatedDaysAgo { get; init; } = 14;

    /// <summary>Before how many days a stay of the running year began.</summary>
    public int BeganDaysAgo { get; init; }

    public string Motivation { get; init; } = "";

    public string Research { get; init; } = "";

    public IReadOnlyList<PlannedCourse> Courses { get; init; } = [];

    public IReadOnlyList<IncomingPaperKind> Papers { get; init; } = DemoGuests.Needed;

    /// <summary>The supervisor here, a key of the demonstration school.</summary>
    public string Supervisor { get; init; } = "";

    public bool IsSent { get; init; } = true;

    public string Email => $"{Given.Split(' ')[0]}.{Family}@{Partner}.example".ToLowerInvariant();

    public IncomingStudent Student(IncomingInvitation invitation, MobilityForm form, DateOnly from, DateOnly until, Instant at) => new()
    {
        InvitationId = invitation.Id,
        OrganisationId = invitation.OrganisationId,
        AcademicYear = invitation.AcademicYear,
        Family = Family,
        Given = Given,
        Native = Native,
        Email = Email,
        Language = "en",
        Level = Level,
        Field = "0712",
        FormId = form.Id,
        From = from,
        Until = until,
        NominatedBy = invitation.Name,
        NominatedAt = at,
        UnitId = invitation.UnitId,
        AgreementId = default,
        Line = "",
    };
}

/// <summary>Invented students of partners. Whoever has such a name has it by chance.</summary>
internal static class DemoGuests
{
    public static IReadOnlyList<IncomingPaperKind> Needed { get; } = [IncomingPaperKind.Passport, IncomingPaperKind.Transcript, IncomingPaperKind.Curriculum];

    public static IReadOnlyList<string> Grades { get; } = ["A-", "B+", "A"];

    private static readonly PlannedCourse[] Courses = [new("ENV5012", "Water Quality Engineering", 30, ""), new("ENV5107", "Air Pollution Control", 30, ""), new("ENV5203", "Environmental Statistics", 20, "")];

    public static IReadOnlyList<DemoGuest> All { get; } =
    [
        new("kyoto", "Shirakawa", "Naoki", "白川直树", StudyLevel.Doctoral, "joint-cultivation", IncomingStanding.Applied)
        {
            Motivation = "I study how membranes foul when reclaimed water is filtered. Your pilot plant runs on the same water as ours, and I would like to compare both over a winter.",
            Research = "Fouling of reverse osmosis membranes in cold seasons",
        },
        new("kyoto", "Tanigaki", "Mio", "谷垣美绪", StudyLevel.Master, "exchange-semester", IncomingStanding.Nominated) { NominatedDaysAgo = 3 },
        new("polyu", "Leung", "Hoi Ching", "梁凯晴", StudyLevel.Doctoral, "joint-cultivation", IncomingStanding.Applied)
        {
            Motivation = "My thesis is on ozone in harbour cities. I need the regional observations your group has kept since 2012.",
            Research = "Ozone formation over harbour cities", Papers = [IncomingPaperKind.Passport, IncomingPaperKind.Curriculum],
        },
        new("polyu", "Szeto", "Wai Lam", "司徒蕙林", StudyLevel.Master, "exchange-semester", IncomingStanding.Admitted) { Motivation = "I want to take the courses on air pollution control, which we do not have.", Courses = Courses },
        new("gatech", "Bellweather", "Nora", "", StudyLevel.Master, "exchange-semester", IncomingStanding.Admitted)
        {
            Motivation = "I learned Chinese for four years and want to see how river basins are managed here.", Courses = Courses, NominatedDaysAgo = 22,
        },
        new("gatech", "Okonjo", "David", "", StudyLevel.Doctoral, "short-doctoral", IncomingStanding.Nominated) { Motivation = "Electrochemical destruction of PFAS.", IsSent = false, Papers = [IncomingPaperKind.Passport], NominatedDaysAgo = 9 },
        new("nus", "Chia", "Wen Hui", "谢文慧", StudyLevel.Doctoral, "joint-cultivation", IncomingStanding.Here)
        {
            IsNextYear = false, NominatedDaysAgo = 260, BeganDaysAgo = 120, Supervisor = "he.mingche", Motivation = "To measure antibiotic resistance along a whole river.", Research = "Antibiotic resistance along a river",
        },
        new("tum", "Rosenhain", "Jakob", "", StudyLevel.Master, "exchange-semester", IncomingStanding.Left)
        {
            IsNextYear = false, NominatedDaysAgo = 280, BeganDaysAgo = 160, Motivation = "Courses on solid waste, and the city.", Courses = Courses,
        },
        new("ubc", "Tremblay", "Sophie", "", StudyLevel.Doctoral, "short-doctoral", IncomingStanding.Here)
        {
            IsNextYear = false, NominatedDaysAgo = 230, BeganDaysAgo = 40, Supervisor = "luo.tingyu", Motivation = "To run our aerosol instrument beside yours.", Research = "Secondary organic aerosol in two cities",
        },
        new("tum", "Ehrlinger", "Carla", "", StudyLevel.Doctoral, "joint-cultivation", IncomingStanding.Refused) { Motivation = "Anaerobic digestion with your pilot reactor.", Research = "Anaerobic digestion of food waste" },
        new("ubc", "Macleod", "Ewan", "", StudyLevel.Master, "exchange-semester", IncomingStanding.Withdrawn) { Motivation = "Courses on ecology.", Courses = Courses },
        new("auckland", "Ngata", "Hana", "", StudyLevel.Master, "exchange-semester", IncomingStanding.TakenBack) { NominatedDaysAgo = 12 },
    ];
}
