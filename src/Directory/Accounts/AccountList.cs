using Entente.Directory.Invitations;
using Entente.Directory.Model;
using Entente.Directory.Persons;
using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Directory.Accounts;

/// <summary>The accounts the viewer may see, with their roles, and the invitations still open.</summary>
internal static class AccountList
{
    public const string Route = "/accounts";

    /// <summary>The filter for accounts with some role: the roster announces many that have none.</summary>
    public const string AnyRole = "some";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, ShowAsync).Requires(DirectoryPermissions.Invite);

    private static async Task<IResult> ShowAsync(
        HttpContext context, AppDbContext db, Viewer viewer, LinkOnce once, SchoolClock clock, TextCatalog texts, EntenteSettings settings,
        CancellationToken cancellation)
    {
        var tree = await UnitTree.ReadAsync(db, cancellation);
        var accounts = await PageAsync(ListQuery.From(context.Request), db, viewer, tree, clock, texts, cancellation);
        var open = await InvitationVisibility.OpenFor(db, viewer).OrderByDescending(l => l.CreatedAt).Take(200)
            .Select(l => new OpenInvitation(l.Id.ToString(), l.DisplayName, l.Email, l.Role!, l.UnitId!.Value, l.ExpiresAt)).ToListAsync(cancellation);
        var made = once.Take(context, Route);
        return Page.Show<AccountListPage>(new AccountListModel(
            accounts,
            [.. open.Select(l => l with { UnitName = tree.Find(l.Unit)?.Name.ToString() ?? "" })],
            made,
            made is null || settings.Smtp is not null ? null : new Uri(settings.PublicUrl, made.Path).ToString()));
    }

    /// <summary>One page of accounts: a statement that counts, one for the rows, one each for roles and sessions.</summary>
    public static async Task<ListPage<AccountRow>> PageAsync(
        ListQuery query, AppDbContext db, Viewer viewer, UnitTree tree, SchoolClock clock, TextCatalog texts, CancellationToken cancellation)
    {
        var now = clock.Now;
        var accounts = db.Set<Account>().VisibleTo(viewer, db.Set<RoleGrant>());
        accounts = query.Filter("state") switch
        {
            "ended" => accounts.Where(a => a.EndedAt != null),
            "locked" => accounts.Where(a => a.EndedAt == null && (a.LockedAt != null || a.LockedUntil > now)),
            _ => accounts.Where(a => a.EndedAt == null),
        };
        if (query.Filter("role") is { } role)
        {
            var holders = HeldRoles.GrantsOn(db, clock.Today).Where(g => role == AnyRole || g.Role == role).Select(g => g.AccountId);
            accounts = accounts.Where(a => holders.Contains(a.Id));
        }

        if (query.Text.Length > 0)
        {
            var (upper, folded) = (query.Text.ToUpperInvariant(), NameFolding.Of(query.Text));
            var people = PersonReading.Canonical(db, Viewer.System).Matching(db, Viewer.System, query.Text).Select(p => p.Id);
            accounts = accounts.Where(a => a.NormalizedEmail.Contains(upper) || a.Folded.Contains(folded) || (a.PersonId != null && people.Contains(a.PersonId.Value)));
        }

        accounts = query.Sort switch
        {
            "email" => accounts.OrderBy(a => a.NormalizedEmail),
            "-email" => accounts.OrderByDescending(a => a.NormalizedEmail),
            "created" => accounts.OrderBy(a => a.CreatedAt).ThenBy(a => a.Id),
            "-created" => accounts.OrderByDescending(a => a.CreatedAt).ThenBy(a => a.Id),
            "-name" => accounts.OrderByDescending(a => a.SortKey).ThenBy(a => a.Id),
            _ => accounts.OrderBy(a => a.SortKey).ThenBy(a => a.Id),
        };
        var page = await accounts.Select(a => new AccountRow(a.Id, a.DisplayName, a.Email, a.CreatedAt, AccountStates.Of(a, now))).ToListPageAsync(query, cancellation);
        var ids = page.Items.Select(a => a.Id).ToList();
        var names = await AccountNames.OfAsync(db, ids, cancellation);
        var roles = (await HeldRoles.GrantsOn(db, clock.Today).Where(g => ids.Contains(g.AccountId))
            .Select(g => new { g.AccountId, g.Role, g.UnitId }).ToListAsync(cancellation)).ToLookup(g => g.AccountId);
        var seen = await db.Set<Session>().Where(s => ids.Contains(s.AccountId)).GroupBy(s => s.AccountId)
            .Select(g => new { g.Key, At = g.Max(s => s.LastSeenAt) }).ToDictionaryAsync(g => g.Key, g => (Instant?)g.At, cancellation);
        return page with
        {
            Items = [.. page.Items.Select(a => a with
            {
                Name = names[a.Id],
                Roles = string.Join(texts["directory.list-separator"], roles[a.Id].Select(r => texts["directory.role.for", texts["role." + r.Role], tree.Find(r.UnitId)!.Name])),
                SeenAt = seen.GetValueOrDefault(a.Id),
            })],
        };
    }
}

/// <summary>What the page shows.</summary>
/// <param name="Accounts">The accounts.</param>
/// <param name="Open">The invitations still open.</param>
/// <param name="Made">The invitation or reset just made.</param>
/// <param name="Address">Its link, where there is no mail server to bring it.</param>
public sealed record AccountListModel(ListPage<AccountRow> Accounts, IReadOnlyList<OpenInvitation> Open, NewLink? Made, string? Address);

/// <summary>One account of the list.</summary>
public sealed record AccountRow(AccountId Id, string Name, string Email, Instant CreatedAt, AccountState State)
{
    /// <summary>Its roles today, as a sentence.</summary>
    public string Roles { get; init; } = "";

    /// <summary>When it was last used.</summary>
    public Instant? SeenAt { get; init; }
}

/// <summary>One open invitation.</summary>
public sealed record OpenInvitation(string Id, string Name, string Email, string Role, UnitId Unit, Instant ExpiresAt)
{
    /// <summary>The unit's name.</summary>
    public string UnitName { get; init; } = "";
}
