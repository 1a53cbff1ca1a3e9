using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Log;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.EntityFrameworkCore;

namespace Entente.Web.Log;

/// <summary>Erases what the log holds about a record, with a reason; for whoever may everywhere, because the log knows no unit of a person.</summary>
internal static class EraseFromLog
{
    private const int LongestReason = 400;

    public static string Address(Guid record) => $"/log/{record:N}/erase";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/log/{record:guid}/erase", ShowAsync).Requires(FoundationPermissions.Erase);
        routes.MapPost("/log/{record:guid}/erase", EraseAsync).Requires(FoundationPermissions.Erase);
    }

    private static async Task<IResult> ShowAsync(Guid record, [AsParameters] EraseAsk ask, CancellationToken cancellation) =>
        await ModelAsync(record, ask, FormReader.Empty, cancellation) is { } model ? Page.Show<EraseFromLogPage>(model) : Results.NotFound();

    private static async Task<IResult> EraseAsync(Guid record, HttpRequest request, AppDbContext db, [AsParameters] EraseAsk ask, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        var reason = form.Text("reason", LongestReason, required: true);
        if (!form.Flag("sure")) form.Refuse("sure", "log.erase.unsure");
        if (await ModelAsync(record, ask, form, cancellation) is not { } model) return Results.NotFound();
        if (form.IsValid && model.Holding.Keys == 0) form.Refuse("", "log.erase.nothing");
        if (!form.IsValid) return Page.Refuse<EraseFromLogPage>(model);
        await ask.Erasure.ForgetAsync(model.Subjects, reason, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Sent twice: the other was first, and its row says so.
        }

        return Page.SeeOther($"/log?record={record:N}");
    }

    private static async Task<EraseFromLogModel?> ModelAsync(Guid record, EraseAsk ask, FormReader form, CancellationToken cancellation)
    {
        if (!ask.Viewer.Reach(FoundationPermissions.Erase).IsEverywhere) return null;
        var person = new PersonId(record);
        var merged = await ask.Persons.Cards(Viewer.System).Where(c => c.Canonical == person && c.Id != person).Select(c => c.Id).ToListAsync(cancellation);
        Guid[] subjects = [record, .. merged.Select(m => m.Value)];
        var holding = await ask.Erasure.HoldingAsync(subjects, cancellation);
        if (holding is { Rows: 0, Keys: 0 }) return null;
        RecordName? name = null;
        foreach (var source in ask.Names) name ??= (await source.VisibleAsync([record], ask.Viewer, cancellation)).GetValueOrDefault(record);
        return new(record, subjects, holding, name, form);
    }
}

/// <summary>What the page asks.</summary>
internal sealed record EraseAsk(Viewer Viewer, ILogErasure Erasure, IPersons Persons, IEnumerable<IRecordNames> Names);

/// <summary>What the page shows.</summary>
public sealed record EraseFromLogModel(Guid Record, IReadOnlyList<Guid> Subjects, LogHolding Holding, RecordName? Name, FormReader Form);
