using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Safeguards.Model;
using Entente.Safeguards.Packs;

namespace Entente.Safeguards.Approvals;

/// <summary>Who may decide the step that waits. Roles and accounts are asked for once, so that many requests can be looked at.</summary>
internal sealed class Deciders(IAccounts accounts)
{
    private readonly Dictionary<(string Role, UnitId Unit), IReadOnlyList<AccountCard>> holders = [];
    private readonly Dictionary<AccountId, Viewer?> viewers = [];

    /// <summary>Everybody who may: in the step's role, as whoever stands in, or named.</summary>
    public async Task<IReadOnlyList<AccountCard>> OfAsync(ApprovalRequest request, ChainRule chain, CancellationToken cancellation)
    {
        if (request.Waiting is not { } step) return [];
        var found = new List<AccountCard>(await HoldersAsync(step.Role, step.UnitId, cancellation));
        if (step is { StandInRole: { } role, StandInUnitId: { } unit }) found.AddRange(await HoldersAsync(role, unit, cancellation));
        if (step.ApproverId is { } named) found.AddRange((await accounts.OfAsync([named], cancellation)).Values);
        return await ThoseAsync(found, v => DecisionDoor.RightOf(v, request, chain).May, cancellation);
    }

    /// <summary>Those who hold a role for a unit and could decide the step in it.</summary>
    public async Task<IReadOnlyList<AccountCard>> InRoleAsync(string role, UnitId unit, ApprovalRequest request, ChainRule chain, CancellationToken cancellation) =>
        await ThoseAsync(await HoldersAsync(role, unit, cancellation), v => DecisionDoor.InRole(v, (role, unit), request, chain).May, cancellation);

    /// <summary>
    /// Those who could, of whom no later step needs one as its only decider; where one person may decide several steps, all who could.
    /// </summary>
    public async Task<IReadOnlyList<AccountCard>> FreeInRoleAsync(string role, UnitId unit, ApprovalRequest request, ChainRule chain, CancellationToken cancellation)
    {
        var able = await InRoleAsync(role, unit, request, chain, cancellation);
        if (chain.OnePersonSeveralSteps) return able;
        var needed = new HashSet<AccountId>();
        foreach (var later in request.Steps.Where(s => s.Order > request.CurrentStep))
        {
            if (await HoldersAsync(later.Role, later.UnitId, cancellation) is [var only]) needed.Add(only.Id);
        }

        return [.. able.Where(a => !needed.Contains(a.Id))];
    }

    private async Task<IReadOnlyList<AccountCard>> HoldersAsync(string role, UnitId unit, CancellationToken cancellation) =>
        holders.TryGetValue((role, unit), out var known) ? known : holders[(role, unit)] = await accounts.HoldersAsync(role, unit, cancellation);

    private async Task<IReadOnlyList<AccountCard>> ThoseAsync(IEnumerable<AccountCard> found, Func<Viewer, bool> may, CancellationToken cancellation)
    {
        var those = new List<AccountCard>();
        foreach (var account in found.DistinctBy(a => a.Id))
        {
            if (await ViewerAsync(account.Id, cancellation) is { } viewer && may(viewer)) those.Add(account);
        }

        return those;
    }

    private async Task<Viewer?> ViewerAsync(AccountId account, CancellationToken cancellation) =>
        viewers.TryGetValue(account, out var known) ? known : viewers[account] = await accounts.ViewerAsync(account, cancellation);
}
