using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Incoming;

/// <summary>The places for guests of a partner's agreements in a year: which there are, which one a student would take, whether it can be had.</summary>
internal sealed class IncomingPlaces(AppDbContext db, LinesInForce inForce, IPlaceLedger ledger)
{
    /// <summary>The lines of a partner, those within others first: they are the narrower ones.</summary>
    public async Task<IReadOnlyList<LineInForce>> OfAsync(OrganisationId partner, int year, CancellationToken cancellation) =>
        [.. (await AllAsync(year, Viewer.System, cancellation)).Where(l => l.Partner == partner).OrderBy(l => l.Line.Within is null).ThenBy(l => l.Agreement.Number, StringComparer.Ordinal)];

    /// <summary>The lines of every partner a viewer may see.</summary>
    public Task<IReadOnlyList<LineInForce>> AllAsync(int year, Viewer viewer, CancellationToken cancellation) => inForce.OfAsync(year, PlaceDirection.In, viewer, cancellation);

    /// <summary>Why a student cannot have the place named; none: it can be had.</summary>
    /// <param name="student">The student, with agreement and line.</param>
    /// <param name="count">For how many such students at once.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<LocalizedText?> RefusalAsync(IncomingStudent student, int count, CancellationToken cancellation) =>
        await ledger.RefusalAsync(await UseAsync(student, student.Ref(), count, cancellation), cancellation);

    /// <summary>Takes the place for the stay; the caller saves.</summary>
    public async Task<LocalizedText?> TakeAsync(IncomingStudent student, Stay stay, CancellationToken cancellation) =>
        await ledger.UseAsync(await UseAsync(student, stay.Ref(), 1, cancellation), cancellation);

    /// <summary>Gives a nominee the first line with room, others nominated there and not decided yet counted.</summary>
    /// <returns>Why none has room; none: agreement and line are set.</returns>
    public async Task<LocalizedText?> PlaceAsync(IncomingStudent nominee, IReadOnlyList<LineInForce> lines, CancellationToken cancellation)
    {
        LocalizedText? refused = null;
        var (partner, year, self) = (nominee.OrganisationId, nominee.AcademicYear, nominee.Id);
        var waiting = await db.Set<IncomingStudent>().VisibleTo(Viewer.System).Where(s => s.OrganisationId == partner && s.AcademicYear == year && s.Id != self && (s.State == IncomingState.Nominated || s.State == IncomingState.Applied))
            .GroupBy(s => s.AgreementId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        foreach (var line in lines)
        {
            (nominee.AgreementId, nominee.Line) = (line.Agreement.Id, line.Line.Code);
            if (line.Line.Unit is { } unit) nominee.UnitId = unit;
            refused = await RefusalAsync(nominee, waiting.GetValueOrDefault(line.Agreement.Id) + 1, cancellation);
            if (refused is null) return null;
        }

        return refused;
    }

    private async Task<PlaceUse> UseAsync(IncomingStudent student, RecordRef source, int count, CancellationToken cancellation)
    {
        var form = student.FormId;
        var length = await db.Set<MobilityForm>().Where(f => f.Id == form).Select(f => f.Length).SingleAsync(cancellation);
        return new(student.AgreementId, student.Line, student.AcademicYear, student.Level, length, count, student.OrganisationId, source, student.UnitId, student.Field.Length > 0 ? student.Field : null);
    }
}
