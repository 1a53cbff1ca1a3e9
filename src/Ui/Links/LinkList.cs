using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Mail;
using Entente.Foundation.Settings;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Ui.Links;

/// <summary>Every link that is out, with its state; taken back or mailed again from here.</summary>
internal static class LinkList
{
    public const string Route = "/links";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(FoundationPermissions.Links);
        routes.MapPost(Route + "/{id}/withdraw", WithdrawAsync).Requires(FoundationPermissions.Links);
        routes.MapPost(Route + "/{id}/mail", MailAsync).Requires(FoundationPermissions.Links);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, AppDbContext db, OutsideLinks links, IEnumerable<ILinkPurpose> purposes, IEnumerable<IRecordNames> names, IAccounts accounts, Viewer viewer,
        LinkOnce once, EntenteSettings settings, CancellationToken cancellation)
    {
        var query = ListQuery.From(context.Request);
        var now = db.Write.Now;
        var page = await Narrow(links.Lines(viewer), query, now).ToListPageAsync(query, cancellation);
        var subjects = new Dictionary<Guid, RecordName>();
        foreach (var kind in page.Items.GroupBy(l => l.SubjectKind, StringComparer.Ordinal))
        {
            if (names.FirstOrDefault(n => n.Kind == kind.Key) is not { } naming) continue;
            foreach (var (key, name) in await naming.VisibleAsync([.. kind.Select(l => l.SubjectKey).Distinct()], viewer, cancellation)) subjects[key] = name;
        }

        var makers = page.Items.Select(l => l.MadeBy).OfType<Guid>().Select(a => new AccountId(a)).Distinct().ToList();
        return Page.Show<LinkListPage>(new LinkListModel(
            page, now, subjects, await accounts.OfAsync(makers, cancellation), [.. purposes.Select(p => p.Kind)], MadeLink.Of(once.Take(context, Route), settings)));
    }

    private static async Task<IResult> WithdrawAsync(Id<LinkTag> id, OutsideLinks links, Viewer viewer, CancellationToken cancellation) =>
        await links.WithdrawAsync(id, viewer, cancellation) ? Page.SeeOther(Route) : Results.NotFound();

    private static async Task<IResult> MailAsync(Id<LinkTag> id, HttpContext context, OutsideLinks links, Viewer viewer, LinkOnce once, CancellationToken cancellation)
    {
        if (await links.MailAgainAsync(id, viewer, cancellation) is not var (token, email)) return Results.NotFound();
        once.Keep(context, email, OutsideLinks.PathOf(token), Route);
        return Page.SeeOther(Route);
    }

    private static IQueryable<LinkLine> Narrow(IQueryable<LinkLine> lines, ListQuery query, Instant now)
    {
        if (query.Text is { Length: > 0 } text) lines = lines.Where(l => l.Name.Contains(text) || l.Email.Contains(text));
        if (query.Filter("purpose") is { } purpose) lines = lines.Where(l => l.Purpose == purpose);
        return query.Filter("state") switch
        {
            nameof(LinkState.Open) => lines.Where(l => l.AnsweredAt == null && l.WithdrawnAt == null && l.ExpiresAt > now),
            nameof(LinkState.Answered) => lines.Where(l => l.AnsweredAt != null),
            nameof(LinkState.Expired) => lines.Where(l => l.AnsweredAt == null && l.WithdrawnAt == null && l.ExpiresAt <= now),
            nameof(LinkState.Withdrawn) => lines.Where(l => l.WithdrawnAt != null),
            "unmailed" => lines.Where(l => l.MailState == MailState.Failed),
            _ => lines,
        };
    }
}

/// <summary>What the list shows.</summary>
public sealed record LinkListModel(
    ListPage<LinkLine> Page, Instant Now, IReadOnlyDictionary<Guid, RecordName> Subjects, IReadOnlyDictionary<AccountId, AccountCard> Makers,
    IReadOnlyList<string> Purposes, MadeLink? Made);

/// <summary>A link just made, to be shown once.</summary>
/// <param name="Email">Whom it is for.</param>
/// <param name="Address">The whole link, where no mail server carries it.</param>
public sealed record MadeLink(string Email, string? Address)
{
    /// <summary>What is shown of a link; none where none was made just now.</summary>
    public static MadeLink? Of(NewLink? made, EntenteSettings settings) =>
        made is null ? null : new(made.Email, settings.Smtp is null ? new Uri(settings.PublicUrl, made.Path).ToString() : null);
}
