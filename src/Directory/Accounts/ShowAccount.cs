using Entente.Directory.Model;
using Entente.Directory.Roles;
using Entente.Directory.SignOn;
using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Entente.Foundation.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Directory.Accounts;

/// <summary>One account: how it stands, its roles over time, what was lent to and by it.</summary>
internal static class ShowAccount
{
    public const string Route = "/accounts/{id:guid}";

    public static string Address(AccountId id) => "/accounts/" + id;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, ShowAsync).Requires(DirectoryPermissions.Invite);

    private static async Task<IResult> ShowAsync(
        AccountId id, AppDbContext db, Viewer viewer, AccountPersons persons, SchoolClock clock, TextCatalog texts, CancellationToken cancellation) =>
        await ModelAsync(FormReader.Empty, id, db, viewer, persons, clock, texts, cancellation) is { } model ? Page.Show<ShowAccountPage>(model) : Results.NotFound();

    public static async Task<ShowAccountModel?> ModelAsync(
        FormReader form, AccountId id, AppDbContext db, Viewer viewer, AccountPersons persons, SchoolClock clock, TextCatalog texts, CancellationToken cancellation)
    {
        var account = await db.Set<Account>().VisibleTo(viewer, db.Set<RoleGrant>()).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellation);
        if (account is null) return null;
        var tree = await UnitTree.ReadAsync(db, cancellation);
        var grants = await db.Set<RoleGrant>().Where(g => g.AccountId == id).OrderByDescending(g => g.From).ThenByDescending(g => g.GrantedAt)
            .ToListAsync(cancellation);
        var givers = grants.Select(g => g.GrantedById).OfType<AccountId>().Distinct().ToList();
        var names = await AccountNames.OfAsync(db, givers, cancellation);
        var seen = await db.Set<Session>().Where(s => s.AccountId == id).MaxAsync(s => (Instant?)s.LastSeenAt, cancellation);
        var today = clock.Today;
        return new(
            form,
            new AccountRow(account.Id, (await AccountNames.OfAsync(db, [id], cancellation))[id], account.Email, account.CreatedAt, AccountStates.Of(account, clock.Now)) { SeenAt = seen },
            [.. grants.Select(g => new GrantRow(
                g.Id.ToString(), texts["role." + g.Role], tree.Find(g.UnitId)?.Name.ToString() ?? "", g.From, g.To, g.HoldsOn(today), g.WithdrawnAt,
                g.IsAnnounced ? texts["roster.title"] : g.GrantedById is { } by ? names.GetValueOrDefault(by) : null,
                RoleRules.ReasonAgainst(viewer, g.Role, g.UnitId, tree) is null && g.WithdrawnAt is null && (g.To is null || g.To >= today)))],
            RoleRules.RolesFor(viewer, texts),
            RoleRules.UnitsFor(viewer, tree),
            viewer.May(DirectoryPermissions.ManageAccounts),
            viewer.Account == id.Value)
        {
            Identities = await IdentityRow.OfAsync(db, id, cancellation),
            Person = await persons.OfAsync(account, viewer, cancellation),
            Proposed = account is { PersonId: null, EndedAt: null } && viewer.May(DirectoryPermissions.ManageAccounts) ? await persons.ProposedAsync(account, cancellation) : [],
        };
    }
}

/// <summary>What the page shows.</summary>
public sealed record ShowAccountModel(
    FormReader Form, AccountRow Account, IReadOnlyList<GrantRow> Grants, IReadOnlyList<Choice> Roles, IReadOnlyList<Choice> Units,
    bool MayManage, bool IsOwn)
{
    /// <summary>Who the account is at providers of identities.</summary>
    public IReadOnlyList<IdentityRow> Identities { get; init; } = [];

    /// <summary>Whose account it is; none: nobody said.</summary>
    public LinkedPerson? Person { get; init; }

    /// <summary>Whose it could be.</summary>
    public IReadOnlyList<ProposedPerson> Proposed { get; init; } = [];
}

/// <summary>One role of an account, now or before.</summary>
public sealed record GrantRow(
    string Id, string Role, string Unit, DateOnly From, DateOnly? To, bool HoldsToday, Instant? WithdrawnAt, string? By, bool MayEnd);
