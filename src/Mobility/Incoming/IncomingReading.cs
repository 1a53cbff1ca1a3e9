using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Incoming;

/// <summary>Reads incoming students as lines: who, when, where each stands, what was issued about the stay; in a number of statements that does not depend on theirs.</summary>
internal sealed class IncomingReading(AppDbContext db, DocumentBoard board, SchoolClock clock)
{
    /// <summary>The lines of students a query that named its viewer chose, those who come first before.</summary>
    public async Task<IReadOnlyList<IncomingLine>> LinesAsync(IQueryable<IncomingStudent> students, CancellationToken cancellation)
    {
        var found = await students.AsNoTracking().OrderBy(s => s.From).ThenBy(s => s.Id).ToListAsync(cancellation);
        var (ids, of) = (found.ConvertAll(s => s.Id), found.Select(s => s.StayId).OfType<Id<Stay>>().ToList());
        var forms = await db.Set<MobilityForm>().AsNoTracking().ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        var stays = await db.Set<Stay>().VisibleTo(Viewer.System).AsNoTracking().Where(s => of.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellation);
        var saved = await db.Set<IncomingApplication>().Where(a => ids.Contains(a.StudentId)).Select(a => a.StudentId).ToListAsync(cancellation);
        var issued = (await IssuedAsync([.. of.Select(s => s.Value)], cancellation)).ToLookup(d => d.Stay, d => d.Document);
        return [.. found.Select(s => Line(s, s.StayId is { } stay ? stays[stay] : null, forms[s.FormId]) with
        {
            IsBegun = saved.Contains(s.Id),
            Documents = s.StayId is { } key ? IncomingPaperLine.Of(issued[key.Value]) : [],
        })];
    }

    /// <summary>The documents about stays and about the courses taken in them that have a number and were not revoked, each with its stay; bytes may still be being made.</summary>
    public async Task<IReadOnlyList<(Guid Stay, DocumentLine Document)>> IssuedAsync(IReadOnlyList<Guid> stays, CancellationToken cancellation)
    {
        if (stays.Count == 0) return [];
        var ids = stays.Select(s => new Id<Stay>(s)).ToList();
        var transcripts = (await db.Set<Transcript>().ViewerNamed().Where(t => ids.Contains(t.StayId)).Select(t => new { t.Id, t.StayId }).ToListAsync(cancellation)).ToDictionary(t => t.Id.Value, t => t.StayId.Value);
        var records = stays.Concat(transcripts.Keys).ToList();
        var lines = await board.Lines(Viewer.System).Where(d => (d.RecordKind == Stay.RecordKind || d.RecordKind == Transcript.RecordKind) && records.Contains(d.RecordKey) && d.State != DocumentState.Revoked).ToListAsync(cancellation);
        return [.. lines.Select(d => (transcripts.GetValueOrDefault(d.RecordKey, d.RecordKey), d))];
    }

    private IncomingLine Line(IncomingStudent s, Stay? stay, LocalizedText form) => new(s.Id.Value, s.Name, s.Email, s.Level, form, stay?.ArrivedOn ?? s.From, stay?.EndedOn ?? s.Until, IncomingWords.Of(s.State, stay?.State), s.Reason)
    {
        Stay = stay is null ? null : ShowStay.AddressOf(stay.Id),
        IsOpen = s.IsOpen,
        NominatedBy = s.NominatedBy,
        NominatedOn = clock.DateOf(s.NominatedAt),
    };
}

/// <summary>An incoming student as a line.</summary>
public sealed record IncomingLine(Guid Key, LocalizedText Name, string Email, StudyLevel Level, LocalizedText Form, DateOnly From, DateOnly Until, IncomingStanding Standing, string Reason)
{
    /// <summary>The page of the stay; none: not admitted.</summary>
    public string? Stay { get; init; }

    /// <summary>Whether it still waits for the student or the school.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether it was neither refused nor taken back nor withdrawn.</summary>
    public bool IsLive => IsOpen || Standing is IncomingStanding.Admitted or IncomingStanding.Here or IncomingStanding.Left;

    /// <summary>Whether the student has saved anything.</summary>
    public bool IsBegun { get; init; }

    public required string NominatedBy { get; init; }

    public required DateOnly NominatedOn { get; init; }

    /// <summary>What was issued about the stay and holds: letter of admission, transcript.</summary>
    public IReadOnlyList<IncomingPaperLine> Documents { get; init; } = [];

    public string Address => ShowIncomingStudent.AddressOf(new(Key));
}

/// <summary>A document of the register that partner and student may fetch.</summary>
public sealed record IncomingPaperLine(string Name, string Number, Id<Foundation.Files.FileCard> File)
{
    /// <summary>Those of the documents whose bytes are there.</summary>
    public static IReadOnlyList<IncomingPaperLine> Of(IEnumerable<DocumentLine> documents) =>
        [.. documents.Where(d => d.File is not null).Select(d => new IncomingPaperLine(d.TemplateName.ToString(), d.Number, d.File!.Value))];
}
