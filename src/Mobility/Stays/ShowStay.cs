using Entente.Ui.Documents;
using Entente.Foundation;
using Entente.Foundation.Documents;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Stays;

/// <summary>A stay: where it stands, what is next, what happened; open to the student and to the supervisors, too.</summary>
internal static class ShowStay
{
    public const string List = "/stays";
    public const string Route = List + "/{id}";

    public static string AddressOf(Id<Stay> id) => $"{List}/{id}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).ForAccounts();
        routes.MapGet("/my-stays", MineAsync).ForAccounts();
    }

    private const int MostIssued = 20;

    private static async Task<IResult> ShowAsync(string id, StayReading reading, DocumentBoard board, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { } stay) return Results.NotFound();
        var record = new RecordRef(Stay.RecordKind, stay.Key);
        return Page.Show<ShowStayPage>(stay with
        {
            Issued = await board.OfRecordAsync(record, viewer, MostIssued, cancellation),
            IssueAddress = viewer.May(FoundationPermissions.IssueDocuments) && stay is { MayEdit: true, State: not StayState.CalledOff } ? IssueDocument.AddressOf(record) : null,
        });
    }

    /// <summary>The stays of whoever asks: as the student first, then those one supervises.</summary>
    private static async Task<IResult> MineAsync(AppDbContext db, StayRows rows, Viewer viewer, CancellationToken cancellation)
    {
        PersonId? me = viewer.Person is { } person ? new PersonId(person) : null;
        var own = await db.Set<Stay>().VisibleTo(viewer).AsNoTracking().Where(s => me != null && (s.PersonId == me || s.HomeSupervisorId == me || s.HostSupervisorId == me))
            .OrderByDescending(s => s.From).ThenBy(s => s.Id).Take(200).ToListAsync(cancellation);
        var read = await rows.OfAsync(own, cancellation);
        return Page.Show<MyStaysPage>(new MyStaysModel([.. read.Where(r => r.PersonId == me)], [.. read.Where(r => r.PersonId != me)]));
    }
}

/// <summary>What the page of one's own stays shows.</summary>
public sealed record MyStaysModel(IReadOnlyList<StayRow> Own, IReadOnlyList<StayRow> Supervised);
