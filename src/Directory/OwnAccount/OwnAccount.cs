using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Directory.Persons;
using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Directory.OwnAccount;

/// <summary>One's own account: how one signs in, where one is signed in, which roles one has.</summary>
internal static class ShowOwnAccount
{
    public const string Route = "/account";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, ShowAsync).ForAccounts();

    private static async Task<IResult> ShowAsync(
        string? done, HttpContext context, AppDbContext db, Viewer viewer, SchoolClock clock, TextCatalog texts, CancellationToken cancellation) =>
        Page.Show<OwnAccountPage>(await ModelAsync(FormReader.Empty, done, context, db, viewer, clock, texts, cancellation));

    public static async Task<OwnAccountModel> ModelAsync(
        FormReader form, string? done, HttpContext context, AppDbContext db, Viewer viewer, SchoolClock clock, TextCatalog texts, CancellationToken cancellation)
    {
        var id = new AccountId(viewer.Account!.Value);
        var now = clock.Now;
        var account = await db.Accounts().AsNoTracking().SingleAsync(a => a.Id == id, cancellation);
        var here = context.Features.Get<CurrentSession>()?.Id;
        var sessions = await db.Set<Session>().AsNoTracking().Where(s => s.AccountId == id && s.EndedAt == null)
            .OrderByDescending(s => s.LastSeenAt).ToListAsync(cancellation);
        var passkeys = await db.Set<Passkey>().Where(p => p.AccountId == id).OrderBy(p => p.CreatedAt)
            .Select(p => new PasskeyRow(p.Id.ToString(), p.Name, p.CreatedAt, p.UsedAt, p.IsBackedUp)).ToListAsync(cancellation);
        var tree = await UnitTree.ReadAsync(db, cancellation);
        var roles = await HeldRoles.OfAsync(db, id, clock.Today, tree, cancellation);
        var lenders = roles.Select(r => r.OnBehalfOf).OfType<AccountId>().Distinct().ToList();
        var names = await AccountNames.OfAsync(db, lenders, cancellation);
        return new(
            form,
            done is "password" or "passkey" or "sessions" or "name" or "language" ? done : null,
            account.DisplayName,
            account.Email,
            account.PasswordHash is not null,
            [.. sessions.Where(s => s.IsAlive(now, account.SecurityStamp)).OrderByDescending(s => s.Id == here)
                .Select(s => new SessionRow(s.Id.ToString(), AgentWords.Of(s.Agent), s.Address, s.Way.ToString(), s.StartedAt, s.LastSeenAt, s.Id == here))],
            passkeys,
            [.. roles.Select(r => new OwnRole(
                texts["role." + r.Role], tree.Find(r.Unit)?.Name ?? LocalizedText.Empty, r.OnBehalfOf is { } lender ? names.GetValueOrDefault(lender) : null))])
        {
            Language = account.Language ?? "",
            Person = account.PersonId is { } person && viewer.May(DirectoryPermissions.View) ? ShowPerson.Address(person) : null,
        };
    }
}

/// <summary>What the page shows.</summary>
public sealed record OwnAccountModel(
    FormReader Form, string? Done, string Name, string Email, bool HasPassword,
    IReadOnlyList<SessionRow> Sessions, IReadOnlyList<PasskeyRow> Passkeys, IReadOnlyList<OwnRole> Roles)
{
    /// <summary>The language chosen, as a tag; empty: as each browser asks.</summary>
    public string Language { get; init; } = "";

    /// <summary>The page of one's own record, for whoever may see it.</summary>
    public string? Person { get; init; }
}

/// <summary>One browser in which the account is signed in.</summary>
public sealed record SessionRow(string Id, AgentName Agent, string Address, string Way, Instant StartedAt, Instant LastSeenAt, bool IsThis);

/// <summary>One passkey of the account.</summary>
public sealed record PasskeyRow(string Id, string Name, Instant CreatedAt, Instant? UsedAt, bool IsSynced);

/// <summary>One role held today.</summary>
public sealed record OwnRole(string Role, LocalizedText Unit, string? LentBy);
