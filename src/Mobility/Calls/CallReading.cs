using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Mobility.Calls;

/// <summary>Reads a call with its places, in a number of statements that does not depend on theirs.</summary>
internal sealed class CallReading(AppDbContext db, IOrganisations organisations, IAgreements agreements, IUnits units, AcademicCalendar calendar)
{
    /// <summary>The call as stored, to be changed.</summary>
    public async Task<Call?> FindAsync(string id, Viewer viewer, CancellationToken cancellation) => Id<Call>.TryParse(id, null, out var key)
        ? await db.Set<Call>().VisibleTo(viewer).Include(c => c.Places).Include(c => c.Documents).AsSplitQuery().SingleOrDefaultAsync(c => c.Id == key, cancellation)
        : null;

    /// <summary>The call as pages show it; none where the viewer sees no such call.</summary>
    public async Task<CallModel?> OfAsync(string id, Viewer viewer, CancellationToken cancellation)
    {
        if (!Id<Call>.TryParse(id, null, out var key)) return null;
        var call = await db.Set<Call>().VisibleTo(viewer).AsNoTracking().Include(c => c.Places).Include(c => c.Documents).AsSplitQuery().SingleOrDefaultAsync(c => c.Id == key, cancellation);
        return call is null ? null : await OfAsync(call, viewer, cancellation);
    }

    private async Task<CallModel> OfAsync(Call call, Viewer viewer, CancellationToken cancellation)
    {
        var form = await db.Set<MobilityForm>().AsNoTracking().SingleAsync(f => f.Id == call.FormId, cancellation);
        var mayEdit = viewer.May(MobilityPermissions.Edit, call.UnitId.Value);
        var id = call.Id;
        var received = viewer.May(MobilityPermissions.View, call.UnitId.Value)
            ? await db.Set<Application>().VisibleTo(viewer).Where(a => a.CallId == id).GroupBy(a => a.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation)
            : [];
        var unit = (await units.AllAsync(cancellation)).Single(u => u.Id == call.UnitId);
        return new(
            call.Id.Value, call.Version, call.Title, call.Lead, form.Name, form.Code, call.AcademicYear, calendar.Name(call.AcademicYear), call.PhaseAt(db.Write.Now), call.Reason, unit.Name, call.UnitId.Value,
            await PlacesAsync(call, cancellation), [.. call.Documents.OrderBy(d => d.Order).Select(d => new DocumentLine(d.Id.Value, d.Name, d.IsRequired))])
        {
            OpensAt = call.OpensAt,
            ClosesAt = call.ClosesAt,
            LastMoment = call.LastMoment,
            Zone = call.Zone,
            Opens = (call.OpensOn, call.OpensTime),
            Closes = (call.ClosesOn, call.ClosesTime),
            GraceMinutes = call.GraceMinutes,
            Choices = call.Choices,
            Recommendations = call.Recommendations,
            AcceptDays = call.AcceptDays,
            Received = received,
            MayEdit = mayEdit,
            MayAllocate = viewer.May(MobilityPermissions.Allocate, call.UnitId.Value),
        };
    }

    /// <summary>The places of a call with their partners' names; names are no secret to whoever sees the call.</summary>
    private async Task<IReadOnlyList<PlaceRow>> PlacesAsync(Call call, CancellationToken cancellation)
    {
        var partners = call.Places.Select(p => p.OrganisationId).Distinct().ToList();
        var of = call.Places.Select(p => p.AgreementId).Distinct().ToList();
        var names = await organisations.Cards(Viewer.System).Where(o => partners.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellation);
        var numbers = await agreements.Cards(Viewer.System).Where(a => of.Contains(a.Id)).Select(a => new { a.Id, a.Number }).ToDictionaryAsync(a => a.Id, a => a.Number, cancellation);
        return [.. call.Places.OrderBy(p => p.Order).ThenBy(p => p.Id).Select(p => new PlaceRow(p.Id.Value, names[p.OrganisationId], p.AgreementId, numbers[p.AgreementId], p.Line, p.Seats)
        {
            Level = p.Level,
            Field = p.Field,
            Language = p.Language,
            LanguageLevel = p.LanguageLevel,
            LeastGrade = p.LeastGrade,
            Cost = p.Cost,
            ClosedReason = p.ClosedReason,
            Priority = p.Priority,
            PriorityField = p.PriorityField,
        })];
    }
}

/// <summary>What pages show of a call.</summary>
public sealed record CallModel(
    Guid Key, int Token, LocalizedText Title, LocalizedText Lead, LocalizedText Form, string FormCode, int Year, string YearName, CallPhase Phase, string? Reason, LocalizedText Unit, Guid UnitKey,
    IReadOnlyList<PlaceRow> Places, IReadOnlyList<DocumentLine> Documents)
{
    public required Instant OpensAt { get; init; }

    public required Instant ClosesAt { get; init; }

    public required Instant LastMoment { get; init; }

    public required string Zone { get; init; }

    public (DateOnly On, TimeOnly At) Opens { get; init; }

    public (DateOnly On, TimeOnly At) Closes { get; init; }

    public int GraceMinutes { get; init; }

    public int Choices { get; init; }

    public int Recommendations { get; init; }

    public int AcceptDays { get; init; }

    /// <summary>How many applications stand where; drafts are not counted for the office.</summary>
    public IReadOnlyDictionary<ApplicationState, int> Received { get; init; } = new Dictionary<ApplicationState, int>();

    public bool MayEdit { get; init; }

    public bool MayAllocate { get; init; }

    public FormReader Sent { get; init; } = FormReader.Empty;

    /// <summary>The lines of agreements that could be offered, with what is left of them.</summary>
    public IReadOnlyList<OfferChoice> Offers { get; init; } = [];

    public string Address => ShowCall.AddressOf(new(Key));

    public int Seats => Places.Where(p => p.ClosedReason is null).Sum(p => p.Seats);

    public bool IsTaken => Phase is CallPhase.Open or CallPhase.Grace;
}

/// <summary>A place of a call.</summary>
public sealed record PlaceRow(Guid Key, OrganisationCard Partner, AgreementId Agreement, string Number, string Line, int Seats)
{
    public StudyLevel? Level { get; init; }

    public string? Field { get; init; }

    public string? Language { get; init; }

    public int? LanguageLevel { get; init; }

    public int? LeastGrade { get; init; }

    public long? Cost { get; init; }

    public string? ClosedReason { get; init; }

    /// <summary>By what students are preferred there.</summary>
    public PlacePriority Priority { get; init; }

    /// <summary>The field preferred, where it is by field.</summary>
    public string? PriorityField { get; init; }
}

/// <summary>A document a call asks for.</summary>
public sealed record DocumentLine(Guid Key, LocalizedText Name, bool IsRequired);

/// <summary>A line of an agreement that can be offered.</summary>
/// <param name="Value">What the form sends: agreement, line and partner.</param>
/// <param name="Text">How it reads.</param>
/// <param name="Left">Places left in the call's year.</param>
public sealed record OfferChoice(string Value, string Text, int Left);
