using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Safeguards.Model;
using Entente.Safeguards.Packs;

namespace Entente.Safeguards.Approvals;

/// <summary>Gathers what the page of a decision shows: the question, what the checks recommend, the evidence, the chain.</summary>
internal sealed class DecisionView(
    Viewer viewer, DecisionDoor door, IEnumerable<IDecisionEvidence> evidence, IGates gates, IAccounts accounts, IUnits units)
{
    public async Task<DecisionModel> OfAsync(ApprovalRequest request, FormReader form, CancellationToken cancellation)
    {
        var (pack, chain) = await door.ChainOfAsync(request, cancellation);
        var seen = await EvidenceAsync(request, viewer, cancellation);
        var right = DecisionDoor.RightOf(viewer, request, chain);
        var verdicts = chain.Gate is not { } gate || request.State != ApprovalState.Pending ? null
            : await gates.PreviewAsync(new(gate, request.Subject, request.UnitId, seen?.Territories ?? []), cancellation);
        var deciders = await new Deciders(accounts).OfAsync(request, chain, cancellation);
        var people = request.Steps.SelectMany(s => new[] { s.DecidedById, s.OnBehalfOfId, s.ApproverId, s.NamedById }).Append(request.AskedById).Append(right.OnBehalfOf).OfType<AccountId>().Distinct().ToList();
        var named = await accounts.OfAsync(people, cancellation);
        var unitNames = (await units.AllAsync(cancellation)).ToDictionary(u => u.Id, u => u.Name);
        return new(
            request.Id.ToString(), chain.Question, request.Title, request.Address, request.State, request.Reason, NameOf(request.AskedById), request.AskedAt, request.EndedAt,
            unitNames.GetValueOrDefault(request.UnitId) ?? LocalizedText.Empty,
            [.. request.Steps.OrderBy(s => s.Order).Select(s => new StepView(
                s.Order, s.Role, unitNames.GetValueOrDefault(s.UnitId) ?? LocalizedText.Empty, s.Decision, NameOf(s.DecidedById), NameOf(s.OnBehalfOfId), s.DecidedAt, s.Reason, s.DecideBy,
                request.Waiting == s, HandedOnOf(s, unitNames, NameOf)))],
            [.. deciders.Select(d => d.Name)],
            verdicts, seen, Differs(request, seen), request.ContentHash,
            [.. pack.Cited(chain.Citations)], pack.Id, pack.Version,
            right.May, NameOf(right.OnBehalfOf), right.WhyNotKey, request.AskedById is { } asker && asker == viewer.Me(),
            request.Waiting is { IsStuck: true } && viewer.May(SafeguardsPermissions.NameApprover, request.UnitId.Value) ? NameApprover.Address(request.Id) : null, form);

        string? NameOf(AccountId? account) => account is { } id && named.TryGetValue(id, out var card) ? card.Name : null;
    }

    private static HandedOn? HandedOnOf(ApprovalStep step, Dictionary<UnitId, LocalizedText> units, Func<AccountId?, string?> nameOf) =>
        step.VacantSince is null && step.ApproverId is null ? null : new(
            step.VacantSince, step.StandInRole, step.StandInUnitId is { } unit ? units.GetValueOrDefault(unit) : null, step.IsStuck,
            nameOf(step.ApproverId), nameOf(step.NamedById), step.NamedAt, step.NamedReason);

    /// <summary>Whether the record holds something else now than was asked about.</summary>
    public async Task<bool> ChangedSinceAsync(ApprovalRequest request, CancellationToken cancellation) =>
        Differs(request, await EvidenceAsync(request, Viewer.System, cancellation));

    private async Task<DecisionEvidence?> EvidenceAsync(ApprovalRequest request, Viewer by, CancellationToken cancellation) =>
        evidence.FirstOrDefault(e => e.Kind == request.SubjectKind) is { } source ? await source.OfAsync(request.SubjectKey, by, cancellation) : null;

    private static bool Differs(ApprovalRequest request, DecisionEvidence? now) =>
        now?.ContentHash is { } hash && !hash.AsSpan().SequenceEqual(request.ContentHash);
}

/// <summary>What the page shows.</summary>
/// <param name="Id">The key, as addresses write it.</param>
/// <param name="Question">What is decided.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Address">The page of the record.</param>
/// <param name="State">How far it is.</param>
/// <param name="Reason">Why it was returned, refused or withdrawn.</param>
/// <param name="AskedBy">Who asked; none: the house.</param>
/// <param name="AskedAt">When.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Unit">The unit of the record.</param>
/// <param name="Steps">The chain.</param>
/// <param name="Deciders">Who may decide the step that waits.</param>
/// <param name="Checks">What the checks say now; none where the chain names no gate or nothing waits.</param>
/// <param name="Evidence">What the room of the record tells.</param>
/// <param name="HasChanged">Whether the record holds something else now than was asked about.</param>
/// <param name="ContentHash">What exactly is decided.</param>
/// <param name="Citations">What the chain stands on.</param>
/// <param name="Pack">The pack the chain is from.</param>
/// <param name="PackVersion">Its version.</param>
/// <param name="MayDecide">Whether the viewer decides now.</param>
/// <param name="OnBehalfOf">For whom the viewer would decide.</param>
/// <param name="WhyNotKey">Why the viewer does not decide, where it holds the role.</param>
/// <param name="MayWithdraw">Whether the viewer asked.</param>
/// <param name="NamingAddress">Where the viewer names who decides; none where somebody may, or it is not the viewer's to name.</param>
/// <param name="Form">The form as it was sent.</param>
public sealed record DecisionModel(
    string Id, LocalizedText Question, LocalizedText Title, string Address, ApprovalState State, string? Reason, string? AskedBy, NodaTime.Instant AskedAt, NodaTime.Instant? EndedAt,
    LocalizedText Unit, IReadOnlyList<StepView> Steps, IReadOnlyList<string> Deciders, GateOutcome? Checks, DecisionEvidence? Evidence, bool HasChanged, byte[] ContentHash,
    IReadOnlyList<Citation> Citations, string Pack, string PackVersion, bool MayDecide, string? OnBehalfOf, string? WhyNotKey, bool MayWithdraw, string? NamingAddress, FormReader Form)
{
    public StepView? Waiting => Steps.FirstOrDefault(s => s.IsWaiting);
}

/// <summary>One step as the page reads it.</summary>
public sealed record StepView(
    int Order, string Role, LocalizedText Unit, ApprovalDecision Decision, string? DecidedBy, string? OnBehalfOf, NodaTime.Instant? DecidedAt, string? Reason, DateOnly? DecideBy, bool IsWaiting, HandedOn? HandedOn);

/// <summary>What became of a step that nobody could decide in its own role.</summary>
/// <param name="Since">Since when nobody could; none: somebody can again.</param>
/// <param name="Role">The role that decides as well; none: nobody stands in.</param>
/// <param name="Unit">For which unit it is held.</param>
/// <param name="IsStuck">Whether it waits for a name.</param>
/// <param name="Approver">Who was named.</param>
/// <param name="NamedBy">By whom.</param>
/// <param name="NamedAt">When.</param>
/// <param name="Reason">Why.</param>
public sealed record HandedOn(
    NodaTime.Instant? Since, string? Role, LocalizedText? Unit, bool IsStuck, string? Approver, string? NamedBy, NodaTime.Instant? NamedAt, string? Reason);
