using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Safeguards.Model;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Safeguards.Approvals;

/// <summary>Names who decides a step that nobody may decide any more, with a reason. Only then: who decides is otherwise the roles' matter.</summary>
internal static class NameApprover
{
    private const string Path = "/approvals/{id}/approver";

    public static string Address(ApprovalId id) => $"/approvals/{id}/approver";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ShowAsync).Requires(SafeguardsPermissions.NameApprover);
        routes.MapPost(Path, NameAsync).Requires(SafeguardsPermissions.NameApprover);
    }

    private static async Task<IResult> ShowAsync(string id, NamingQuestion question, CancellationToken cancellation) =>
        await question.FindAsync(id, cancellation) is { } request
            ? Page.Show<NameApproverPage>(await question.OfAsync(request, FormReader.Empty, cancellation))
            : Results.NotFound();

    private static async Task<IResult> NameAsync(
        string id, HttpRequest http, NamingQuestion question, ApproverTold told, DecisionDoor door, AppDbContext db, Viewer viewer, SchoolClock clock, CancellationToken cancellation)
    {
        if (await question.FindAsync(id, cancellation) is not { } request) return Results.NotFound();
        var form = await FormReader.ReadAsync(http, cancellation);
        var model = await question.OfAsync(request, form, cancellation);
        var approver = form.Key<AccountCard>("approver", required: true);
        if (approver is { } chosen && model.Choices.All(c => c.Value != chosen.ToString())) form.Refuse("approver", "form.choice");
        var reason = form.Text("reason", ApprovalRequest.LongestReason, required: true);
        if (!form.IsValid) return Page.Refuse<NameApproverPage>(model with { Form = form });
        var (pack, chain) = await door.ChainOfAsync(request, cancellation);
        var step = request.Waiting!;
        db.Write.Action = SafeguardsPermissions.NameApprover;
        step.Name(approver!.Value, viewer.Me(), reason, db.Write.Now, pack.Calendar(chain.Calendar)!.Add(clock.Today, step.WithinWorkingDays));
        await told.TellAsync(request, reason, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else named one meanwhile: the page of the decision says whom.
        }

        return Page.SeeOther(viewer.May(SafeguardsPermissions.View, request.UnitId.Value) ? $"/approvals/{request.Id}" : "/desk");
    }
}

/// <summary>Finds a request that waits for a name, and whom the viewer may name: whoever has a role there, did not ask, decided nothing of it, and is not the viewer.</summary>
internal sealed class NamingQuestion(AppDbContext db, Viewer viewer, DecisionDoor door, IAccounts accounts, IUnits units, TextCatalog texts)
{
    public async Task<ApprovalRequest?> FindAsync(string id, CancellationToken cancellation) =>
        ApprovalId.TryParse(id, null, out var key)
            ? await db.Set<ApprovalRequest>().StuckFor(viewer).Include(r => r.Steps).SingleOrDefaultAsync(r => r.Id == key, cancellation)
            : null;

    public async Task<NameApproverModel> OfAsync(ApprovalRequest request, FormReader form, CancellationToken cancellation)
    {
        var (_, chain) = await door.ChainOfAsync(request, cancellation);
        var deciders = new Deciders(accounts);
        var choices = new List<Choice>();
        foreach (var role in BuiltInRole.All.Where(r => r != BuiltInRole.Operator).Reverse())
        {
            foreach (var account in await deciders.FreeInRoleAsync(role, request.UnitId, request, chain, cancellation))
            {
                if (account.Id != viewer.Me() && choices.All(c => c.Value != account.Id.ToString()))
                    choices.Add(new(account.Id.ToString(), texts["approvals.name.choice", account.Name, texts["safeguards.role." + role]]));
            }
        }

        var step = request.Waiting!;
        var names = (await units.AllAsync(cancellation)).ToDictionary(u => u.Id, u => u.Name);
        var asker = request.AskedById is { } asked ? (await accounts.OfAsync([asked], cancellation)).GetValueOrDefault(asked)?.Name : null;
        return new(
            NameApprover.Address(request.Id), request.Title, chain.Question, step.Role, names.GetValueOrDefault(step.UnitId) ?? LocalizedText.Empty, step.VacantSince, asker, request.AskedAt, choices, form);
    }
}

/// <summary>What the page shows.</summary>
/// <param name="Address">Where the form goes.</param>
/// <param name="Title">What the request is about.</param>
/// <param name="Question">What is decided.</param>
/// <param name="Role">The role that would decide.</param>
/// <param name="Unit">For which unit.</param>
/// <param name="VacantSince">Since when nobody may.</param>
/// <param name="AskedBy">Who asked; none: the house.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Choices">Whom one may name.</param>
/// <param name="Form">The form as it was sent.</param>
public sealed record NameApproverModel(
    string Address, LocalizedText Title, LocalizedText Question, string Role, LocalizedText Unit, Instant? VacantSince, string? AskedBy, Instant AskedAt, IReadOnlyList<Choice> Choices, FormReader Form);
