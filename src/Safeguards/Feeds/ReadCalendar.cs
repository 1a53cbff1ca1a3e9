using System.Security.Cryptography;
using System.Text;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Mail;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Safeguards.Model;
using Entente.Safeguards.Reminders;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Entente.Safeguards.Feeds;

/// <summary>What an account owes as a calendar (RFC 5545), each on its last day, read by a program that has no session.</summary>
internal static class ReadCalendar
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/calendar/{token}.ics", ReadAsync).OpenToAll();

    private static async Task<IResult> ReadAsync(
        string token, HttpContext context, AppDbContext db, IMailAddresses addresses, Contracts.Directory.IAccounts accounts, EntenteSettings settings, TextCatalog texts,
        SchoolClock clock, CancellationToken cancellation)
    {
        SecretPage.Hush(context);
        if (SecretToken.HashOf(token) is not { } hash) return Results.NotFound();
        var feed = await db.Set<CalendarFeed>().ViewerNamed().AsNoTracking().SingleOrDefaultAsync(f => f.TokenHash == hash && f.EndedAt == null, cancellation);

        // An account that ended has no address any more; its calendar ends with it.
        if (feed is null || await addresses.OfAccountAsync(feed.AccountId.Value, cancellation) is null) return Results.NotFound();
        var card = (await accounts.OfAsync([feed.AccountId], cancellation)).GetValueOrDefault(feed.AccountId);
        (Language.Of(card?.Language) ?? Language.Current).Use();
        var owed = await OwedAsync(feed.AccountId, db, new RoleHolders(accounts), clock.Today, cancellation);
        var text = Write(owed, settings.PublicUrl, texts["calendar.name"]);
        return Results.Text(text, "text/calendar; charset=utf-8").WithTag(context, text);
    }

    private static async Task<IReadOnlyList<Obligation>> OwedAsync(
        AccountId account, AppDbContext db, RoleHolders holders, DateOnly today, CancellationToken cancellation)
    {
        var open = await db.Set<Obligation>().VisibleTo(Viewer.System).AsNoTracking().Include(o => o.Delegations)
            .Where(o => o.State == ObligationState.Open).OrderBy(o => o.Due).ThenBy(o => o.Id).ToListAsync(cancellation);
        var owed = new List<Obligation>();
        foreach (var obligation in open)
            if ((await holders.OfAsync(obligation, today, cancellation)).Any(a => a.Id == account)) owed.Add(obligation);
        return owed;
    }

    private static string Write(IReadOnlyList<Obligation> owed, Uri publicUrl, string name)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Entente//EN" };
        calendar.AddProperty("X-WR-CALNAME", name);
        foreach (var obligation in owed)
        {
            calendar.Events.Add(new CalendarEvent
            {
                Uid = $"{obligation.Id}@{publicUrl.Host}",
                Summary = obligation.Title.ToString(),
                Start = new CalDateTime(obligation.Due),
                Url = new Uri(publicUrl, obligation.Address),
                DtStamp = new CalDateTime(obligation.OwedAt.ToDateTimeUtc()),
                Transparency = "TRANSPARENT",
                Sequence = obligation.Version,
            });
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    private static IResult WithTag(this IResult answer, HttpContext context, string text)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32]}\"");
        context.Response.GetTypedHeaders().ETag = tag;
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)) ? Results.StatusCode(StatusCodes.Status304NotModified) : answer;
    }
}
