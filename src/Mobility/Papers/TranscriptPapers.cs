using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Mobility.Incoming;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Papers;

/// <summary>What transcripts of guests say: what documents say about the stay, and the courses taken here with the school's grades and credits.</summary>
internal sealed class TranscriptPapers(AppDbContext db, StayPapers stays) : IDocumentRecords
{
    public string Kind => Transcript.RecordKind;

    public IReadOnlyList<string> Fields => [.. stays.Fields, "course_code", "course_title", "course_credits", "course_grade", "credits_total"];

    public IReadOnlyList<StartingTemplate> Starting { get; } = [TranscriptLetter.Template];

    public async Task<DocumentSubject?> OfAsync(Guid key, Viewer viewer, CancellationToken cancellation)
    {
        var (id, visible) = (new Id<Transcript>(key), db.Set<Stay>().VisibleTo(viewer).Where(s => s.Direction == PlaceDirection.In));
        if (await db.Set<Transcript>().ViewerNamed().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id && visible.Any(s => s.Id == t.StayId), cancellation) is not { } transcript) return null;
        if (await stays.OfAsync(transcript.StayId.Value, viewer, cancellation) is not { } about) return null;
        var rows = transcript.Read();
        return about with
        {
            Record = transcript.Ref(),
            Address = KeepCourses.AddressOf(transcript.StayId.Value),
            Values = new Dictionary<string, LocalizedText>(about.Values, StringComparer.Ordinal) { ["credits_total"] = Same(PlanFields.Written(rows.Sum(r => r.Credits))) },
            Lists = new Dictionary<string, IReadOnlyList<LocalizedText>>(StringComparer.Ordinal)
            {
                ["course_code"] = [.. rows.Select(r => Same(r.Code))],
                ["course_title"] = [.. rows.Select(r => Same(r.Title))],
                ["course_credits"] = [.. rows.Select(r => Same(PlanFields.Written(r.Credits)))],
                ["course_grade"] = [.. rows.Select(r => Same(r.Grade))],
            },
        };
    }

    public async Task<IReadOnlyList<(Guid Key, LocalizedText Title)>> SamplesAsync(Viewer viewer, int most, CancellationToken cancellation)
    {
        var visible = db.Set<Stay>().VisibleTo(viewer).Where(s => s.Direction == PlaceDirection.In);
        var found = await db.Set<Transcript>().ViewerNamed().AsNoTracking().Where(t => visible.Any(s => s.Id == t.StayId)).OrderByDescending(t => t.RecordedAt).ThenBy(t => t.Id).Take(most)
            .Select(t => new { t.Id, t.StayId }).ToListAsync(cancellation);
        var titles = await stays.TitlesAsync([.. found.Select(t => t.StayId)], viewer, cancellation);
        return [.. found.Where(t => titles.ContainsKey(t.StayId)).Select(t => (t.Id.Value, titles[t.StayId]))];
    }

    private static LocalizedText Same(string text) => LocalizedText.InEach(_ => text);
}
