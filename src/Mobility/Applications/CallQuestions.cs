using Entente.Contracts.Directory;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Questions;
using Entente.Foundation.Time;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Applications;

/// <summary>The questions a call asks beside what every application says: a form of the foundation, answered by students signed in while applications are taken.</summary>
internal sealed class CallQuestions(AppDbContext db, SchoolClock clock) : IFormOwner
{
    public string Kind => Call.RecordKind;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(ShowCall.Route + "/questions", BeginAsync).Requires(FoundationPermissions.Forms);

    public async Task<FormSubject?> OfAsync(Guid key, Viewer viewer, CancellationToken cancellation)
    {
        var id = new Id<Call>(key);
        if (await db.Set<Call>().VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellation) is not { } call) return null;
        var phase = call.PhaseAt(db.Write.Now);
        var isTaken = phase is CallPhase.Open or CallPhase.Grace;
        return new(
            call.Title, call.Lead, ShowCall.AddressOf(call.Id), isTaken ? clock.DateOf(call.LastMoment) : clock.DateOf(call.ClosesAt), viewer.Person is not null && isTaken,
            viewer.May(MobilityPermissions.View, call.UnitId.Value));
    }

    /// <summary>Whoever may see the application may read what was answered with it: the reviewers it was given to.</summary>
    public Task<bool> MayReadOfAsync(Guid key, Guid account, Viewer viewer, CancellationToken cancellation)
    {
        var (call, by) = (new Id<Call>(key), new AccountId(account));
        return db.Set<Application>().VisibleTo(viewer).AnyAsync(a => a.CallId == call && a.AccountId == by, cancellation);
    }

    private static async Task<IResult> BeginAsync(string id, AppDbContext db, CallReading calls, FormBoard forms, Viewer viewer, CancellationToken cancellation)
    {
        if (await calls.OfAsync(id, viewer, cancellation) is not { MayEdit: true } call) return Results.NotFound();
        if (await forms.OfAsync(new(Call.RecordKind, call.Key), Viewer.System, cancellation) is { } old) return Page.SeeOther("/forms/" + old.Id);
        var form = forms.Add(new(Call.RecordKind, call.Key), call.UnitKey, new(new([new("s1", LocalizedText.Empty, LocalizedText.Empty, [])]), 2));
        db.Write.Action = "mobility.call.questions";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther("/forms/" + form);
    }
}
