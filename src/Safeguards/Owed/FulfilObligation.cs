using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Web;
using Entente.Safeguards.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Owed;

/// <summary>Notes by hand that an obligation was met: with a sentence, a file, or both.</summary>
internal static class FulfilObligation
{
    public static FileRules Rules => FileRules.Documents;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/obligations/{id}/fulfil", FulfilAsync).ForAccounts();

    private static async Task<IResult> FulfilAsync(
        string id, HttpRequest request, ObligationDoor door, IFileStore files, AppDbContext db, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } obligation || !await door.MayFulfilAsync(obligation, cancellation)) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        if (await WriteAsync(form, obligation, door, files, db, cancellation)) return Page.SeeOther($"/obligations/{obligation.Id}");
        db.ChangeTracker.Clear();
        return await door.FindAsync(id, cancellation) is { } again ? Page.Refuse<ShowObligationPage>(await door.ModelAsync(again, form, cancellation)) : Results.NotFound();
    }

    /// <summary>Closes an obligation with the receipt a form says and saves; where something is wrong, it stands in the form.</summary>
    public static async Task<bool> WriteAsync(
        FormReader form, Obligation obligation, ObligationDoor door, IFileStore files, AppDbContext db, CancellationToken cancellation)
    {
        var note = form.Text("receipt", Obligation.LongestReceipt);
        var file = form.Files.GetFile("evidence") is { Length: > 0 } sent ? sent : null;
        if (note.Length == 0 && file is null) form.Refuse("receipt", "obligations.fulfil.nothing");
        var evidence = form.IsValid && file is not null ? await files.KeepAsync(file, obligation.Ref(), Rules, form, "evidence", cancellation) : null;
        if (!form.IsValid) return false;

        var receipt = note.Length > 0 ? note : evidence!.Name;
        db.Write.Action = SafeguardsPermissions.ActAs(obligation.Role);
        obligation.Close(ObligationState.Fulfilled, receipt, door.Viewer.Me(), db.Write.Now, evidence?.Id);
        db.Tell(new ObligationFulfilled(obligation.Subject, obligation.Kind, obligation.Instance, receipt));
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}

/// <summary>Who may see an obligation may read what shows that it was met.</summary>
internal sealed class ObligationEvidence(AppDbContext db) : IFileGuard
{
    public string Kind => Obligation.RecordKind;

    public Task<bool> MayReadAsync(RecordRef owner, Viewer viewer, CancellationToken cancellation) =>
        db.Set<Obligation>().VisibleTo(viewer).AnyAsync(o => o.Id == new Id<Obligation>(owner.Key), cancellation);
}
