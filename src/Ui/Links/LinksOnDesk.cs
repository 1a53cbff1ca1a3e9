using Entente.Contracts.Safeguards;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Mail;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Ui.Links;

/// <summary>Links that wait for whoever made them: about to expire or expired without an answer, or their mail did not arrive.</summary>
internal sealed class LinksOnDesk(AppDbContext db, OutsideLinks links, IEnumerable<ILinkPurpose> purposes, TextCatalog texts, SchoolClock clock) : IDeskSource
{
    private const int Most = 20;

    /// <summary>How long before a link expires it comes on the desk, and how long after that it stays.</summary>
    private static readonly Duration Ahead = Duration.FromDays(7);

    private static readonly Duration Behind = Duration.FromDays(30);

    public async Task<IReadOnlyList<DeskLine>> WaitingAsync(Viewer viewer, CancellationToken cancellation)
    {
        if (viewer.Account is not { } account || !viewer.May(FoundationPermissions.Links)) return [];
        var now = db.Write.Now;
        var (soon, long_) = (now + Ahead, now - Behind);
        // A page one comes back to is not waited for: its room says what is.
        var standing = purposes.Select(p => p.Kind).Where(k => OutsideLinks.IsStanding(texts, k)).ToList();
        var waiting = await links.Lines(viewer)
            .Where(l => l.MadeBy == account && l.AnsweredAt == null && l.WithdrawnAt == null && l.ExpiresAt > long_)
            .Where(l => (l.ExpiresAt < soon && !standing.Contains(l.Purpose)) || l.MailState == MailState.Failed)
            .Take(Most).ToListAsync(cancellation);
        return [.. waiting.Select(l => new DeskLine(SentenceOf(l, now), LinkList.Route + "?q=" + Uri.EscapeDataString(l.Email), "links.desk.open", clock.DateOf(l.ExpiresAt), "link"))];
    }

    private LocalizedText SentenceOf(LinkLine link, Instant now)
    {
        var key = link.MailState == MailState.Failed ? "links.desk.unmailed" : link.ExpiresAt <= now ? "links.desk.expired" : "links.desk.unanswered";
        return texts.InEach(key, link.Name, link.Title);
    }
}
