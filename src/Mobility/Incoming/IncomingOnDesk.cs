using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Mobility.Incoming;

/// <summary>On the desk: students to decide on, for those who admit; applications that are not in while their deadline comes, for those who keep nominations.</summary>
internal sealed class IncomingOnDesk(AppDbContext db, StayNames names, TextCatalog texts, SchoolClock clock) : IDeskSource
{
    private const int Most = 10;

    /// <summary>How long before its deadline an application that is not in comes on the desk, and how long after it stays.</summary>
    private static readonly Duration Ahead = Duration.FromDays(10);

    private static readonly Duration Behind = Duration.FromDays(30);

    public async Task<IReadOnlyList<DeskLine>> WaitingAsync(Viewer viewer, CancellationToken cancellation) =>
        [.. await ToDecideAsync(viewer, cancellation), .. await IncompleteAsync(viewer, cancellation)];

    private async Task<IReadOnlyList<DeskLine>> ToDecideAsync(Viewer viewer, CancellationToken cancellation)
    {
        if (!viewer.May(MobilityPermissions.Admit)) return [];
        var students = await db.Set<IncomingStudent>().VisibleTo(viewer).AsNoTracking().Where(s => s.State == IncomingState.Applied).OrderBy(s => s.SubmittedAt).Take(Most).ToListAsync(cancellation);
        return await LinesAsync([.. students.Where(s => viewer.May(MobilityPermissions.Admit, s.UnitId.Value))], "incoming.desk.decide", "incoming.desk.decide.verb", _ => null, cancellation);
    }

    private async Task<IReadOnlyList<DeskLine>> IncompleteAsync(Viewer viewer, CancellationToken cancellation)
    {
        if (!viewer.May(MobilityPermissions.Edit)) return [];
        var now = db.Write.Now;
        var (soon, gone) = (now + Ahead, now - Behind);
        var due = await db.Set<IncomingInvitation>().VisibleTo(viewer).Where(i => i.ApplyUntil < soon && i.ApplyUntil > gone).Select(i => new { i.Id, i.ApplyUntil }).ToDictionaryAsync(i => i.Id, i => i.ApplyUntil, cancellation);
        var of = due.Keys.ToList();
        var students = await db.Set<IncomingStudent>().VisibleTo(viewer).AsNoTracking().Where(s => s.State == IncomingState.Nominated && of.Contains(s.InvitationId)).OrderBy(s => s.NominatedAt).Take(Most).ToListAsync(cancellation);
        return await LinesAsync(students, "incoming.desk.incomplete", "incoming.desk.incomplete.verb", s => clock.DateOf(due[s.InvitationId]), cancellation);
    }

    private async Task<IReadOnlyList<DeskLine>> LinesAsync(IReadOnlyList<IncomingStudent> students, string key, string verb, Func<IncomingStudent, DateOnly?> due, CancellationToken cancellation)
    {
        if (students.Count == 0) return [];
        var partners = await names.PartnersAsync([.. students.Select(s => s.OrganisationId).Distinct()], cancellation);
        return [.. students.Select(s => new DeskLine(texts.InEach(key, s.Name, partners[s.OrganisationId].Name), ShowIncomingStudent.AddressOf(s.Id), verb, due(s), "incoming"))];
    }
}
