using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Papers;

/// <summary>What documents say about a study plan: what they say about its stay, the courses and the research of its latest version, and who agreed to which hash of it.</summary>
internal sealed class PlanPapers(AppDbContext db, StayPapers stays, IAccounts accounts, SchoolClock clock, TextCatalog texts) : IDocumentRecords
{
    public string Kind => StudyPlan.RecordKind;

    public IReadOnlyList<string> Fields =>
    [
        .. stays.Fields, "plan_number", "plan_hash", "plan_courses", "plan_credits", "plan_research", "course_code", "course_title", "course_credits", "course_for", "research_paragraph",
        "agreed_student", "agreed_student_on", "agreed_home", "agreed_home_on", "agreed_host", "agreed_host_on",
    ];

    public IReadOnlyList<StartingTemplate> Starting { get; } = [PlanLetter.Start];

    public async Task<DocumentSubject?> OfAsync(Guid key, Viewer viewer, CancellationToken cancellation)
    {
        var id = new Id<StudyPlan>(key);
        var visible = db.Set<Stay>().VisibleTo(viewer);
        if (await db.Set<StudyPlan>().Of(visible).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } plan) return null;
        var stay = plan.StayId;
        if (await db.Set<StudyPlan>().Of(visible).AnyAsync(p => p.StayId == stay && p.Number > plan.Number, cancellation) || await stays.OfAsync(stay.Value, viewer, cancellation) is not { } about) return null;
        var content = plan.Read();
        var home = plan.HomeAgreedById is { } account ? (await accounts.OfAsync([account], cancellation)).GetValueOrDefault(account)?.Name : null;
        var research = content.Research.Split('\n').Select(Plain).Where(l => l.Length > 0).ToList();
        var values = new Dictionary<string, LocalizedText>(about.Values, StringComparer.Ordinal)
        {
            ["plan_number"] = Same(plan.Number.ToString(CultureInfo.InvariantCulture)),
            ["plan_hash"] = Same(Convert.ToHexStringLower(plan.Hash())),
            ["plan_courses"] = Same(content.Courses.Count == 0 ? "" : content.Courses.Count.ToString(CultureInfo.InvariantCulture)),
            ["plan_credits"] = Same(PlanFields.Written(content.Courses.Sum(c => c.Credits))),
            ["plan_research"] = Same(research.Count == 0 ? "" : research.Count.ToString(CultureInfo.InvariantCulture)),
            ["agreed_student"] = plan.StudentAgreedAt is null ? LocalizedText.Empty : about.Values["student"],
            ["agreed_student_on"] = Day(plan.StudentAgreedAt),
            ["agreed_home"] = plan.HomeAgreedAt is null ? LocalizedText.Empty : Same(home ?? ""),
            ["agreed_home_on"] = Day(plan.HomeAgreedAt),
            ["agreed_host"] = Same(plan.HostAgreedName ?? ""),
            ["agreed_host_on"] = Day(plan.HostAgreedAt),
        };
        return about with
        {
            Record = plan.Ref(),
            Address = about.Address + "/plan",
            Values = values,
            Lists = new Dictionary<string, IReadOnlyList<LocalizedText>>(StringComparer.Ordinal)
            {
                ["course_code"] = [.. content.Courses.Select(c => Same(c.Code))],
                ["course_title"] = [.. content.Courses.Select(c => Same(c.Title))],
                ["course_credits"] = [.. content.Courses.Select(c => Same(PlanFields.Written(c.Credits)))],
                ["course_for"] = [.. content.Courses.Select(c => Same(c.For))],
                ["research_paragraph"] = [.. research.Select(Same)],
            },
            Names = [.. about.Names, .. new[] { home, plan.HostAgreedName }.OfType<string>()],
            Dates = [.. about.Dates, .. new[] { plan.StudentAgreedAt, plan.HomeAgreedAt, plan.HostAgreedAt }.OfType<NodaTime.Instant>().Select(clock.DateOf)],
        };
    }

    public async Task<IReadOnlyList<(Guid Key, LocalizedText Title)>> SamplesAsync(Viewer viewer, int most, CancellationToken cancellation)
    {
        var found = await (from plan in db.Set<StudyPlan>().Of(db.Set<Stay>().VisibleTo(viewer)).AsNoTracking()
                           where !db.Set<StudyPlan>().ViewerNamed().Any(p => p.StayId == plan.StayId && p.Number > plan.Number)
                           orderby plan.HostAgreedAt == null, plan.RecordedAt descending, plan.Id
                           select new { plan.Id, plan.StayId }).Take(most).ToListAsync(cancellation);
        var titles = await stays.TitlesAsync([.. found.Select(p => p.StayId)], viewer, cancellation);
        return [.. found.Where(p => titles.ContainsKey(p.StayId)).Select(p => (p.Id.Value, titles[p.StayId]))];
    }

    /// <summary>A line of Markdown without its marks; documents have looks of their own.</summary>
    private static string Plain(string line) => line.Trim().TrimStart('#', '*', '-', '>', ' ').Replace("**", "", StringComparison.Ordinal).Trim();

    private static LocalizedText Same(string text) => LocalizedText.InEach(_ => text);

    private LocalizedText Day(NodaTime.Instant? at) => at is { } known ? LocalizedText.InEach(l => texts.DateIn(l, clock.DateOf(known))) : LocalizedText.Empty;
}
