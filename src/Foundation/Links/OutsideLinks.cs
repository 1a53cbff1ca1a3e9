using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Mail;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Foundation.Links;

/// <summary>Makes, mails, withdraws, finds and answers links for people outside. Nothing here saves except where it says so.</summary>
public sealed class OutsideLinks(AppDbContext db, IMailbox mailbox, EntenteSettings settings, TextCatalog texts, SchoolClock clock)
{
    /// <summary>The longest a link may live.</summary>
    public const int MostDays = 180;

    /// <summary>The path of a link.</summary>
    public static string PathOf(string token) => "/link/" + token;

    /// <summary>Whether links of a purpose lead to a page one comes back to, instead of a question answered once: its mail says so in its own words.</summary>
    public static bool IsStanding(TextCatalog texts, string purpose) => texts.Has($"link.{purpose}.until");

    /// <summary>Makes a link and its mail, with the caller's save. An open one of the same purpose, record, instance and address is withdrawn.</summary>
    /// <returns>The secret of the link, to be shown once where no mail server is set.</returns>
    public async Task<string> MakeAsync(NewOutsideLink wanted, Viewer viewer, CancellationToken cancellation)
    {
        var now = db.Write.Now;
        var earlier = await db.Set<OutsideLink>().ViewerNamed()
            .Where(l => l.Purpose == wanted.Purpose && l.SubjectKind == wanted.Subject.Kind && l.SubjectKey == wanted.Subject.Key && l.Instance == wanted.Instance
                && l.Email == wanted.Email && l.AnsweredAt == null && l.WithdrawnAt == null)
            .ToListAsync(cancellation);
        foreach (var link in earlier) Withdraw(link, viewer);
        var (token, hash) = SecretToken.New();
        var made = new OutsideLink
        {
            TokenHash = hash,
            Purpose = wanted.Purpose,
            SubjectKind = wanted.Subject.Kind,
            SubjectKey = wanted.Subject.Key,
            Instance = wanted.Instance,
            Title = wanted.Title,
            Unit = wanted.Unit,
            Person = wanted.Person,
            Name = wanted.Name,
            Email = wanted.Email,
            Language = wanted.Language.Tag,
            MadeBy = viewer.Account,
            CreatedAt = now,
            SentAt = now,
            ExpiresAt = now + Duration.FromDays(Math.Clamp(wanted.Days, 1, MostDays)),
        };
        db.Add(made);
        await MailAsync(made, token, viewer, cancellation);
        return token;
    }

    /// <summary>Mails an open or expired link again under a new secret, for as many days as it had; saves.</summary>
    /// <returns>The new secret and the address it is for; none where the viewer sees no such link or it is over.</returns>
    public async Task<(string Token, string Email)?> MailAgainAsync(Id<LinkTag> id, Viewer viewer, CancellationToken cancellation)
    {
        var link = await db.Set<OutsideLink>().VisibleTo(viewer).SingleOrDefaultAsync(l => l.Id == id, cancellation);
        if (link?.StateAt(db.Write.Now) is not (LinkState.Open or LinkState.Expired)) return null;
        var (token, hash) = SecretToken.New();
        var life = link.ExpiresAt - link.SentAt;
        (link.TokenHash, link.SentAt, link.ExpiresAt) = (hash, db.Write.Now, db.Write.Now + life);
        await MailAsync(link, token, viewer, cancellation);
        await db.SaveChangesAsync(cancellation);
        return (token, link.Email);
    }

    /// <summary>Takes a link back; saves.</summary>
    /// <returns>Whether there was one to take back.</returns>
    public async Task<bool> WithdrawAsync(Id<LinkTag> id, Viewer viewer, CancellationToken cancellation)
    {
        var link = await db.Set<OutsideLink>().VisibleTo(viewer).SingleOrDefaultAsync(l => l.Id == id, cancellation);
        if (link?.StateAt(db.Write.Now) is not (LinkState.Open or LinkState.Expired)) return false;
        Withdraw(link, viewer);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>The link of a secret and where it stands; none where there never was one.</summary>
    public async Task<(LinkVisit Visit, LinkState State, string Purpose)?> FindAsync(string token, CancellationToken cancellation)
    {
        if (SecretToken.HashOf(token) is not { } hash) return null;
        var link = await db.Set<OutsideLink>().ViewerNamed().AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == hash, cancellation);
        return link is null ? null : (
            new(link.Id, PathOf(token), new(link.SubjectKind, link.SubjectKey), link.Instance, link.Unit, link.Person, link.Name, link.Email, link.ExpiresAt, link.AnsweredAt),
            link.StateAt(db.Write.Now), link.Purpose);
    }

    /// <summary>
    /// Uses the link up with the caller's save, and keeps the co-signature. Two answers at the same moment: the second's save fails with a
    /// <see cref="DbUpdateConcurrencyException"/>.
    /// </summary>
    /// <returns>Whether it could still be answered.</returns>
    public async Task<bool> AnswerAsync(LinkVisit visit, LinkSigned? signed, CancellationToken cancellation)
    {
        var link = await db.Set<OutsideLink>().ViewerNamed().SingleAsync(l => l.Id == visit.Id, cancellation);
        if (link.StateAt(db.Write.Now) != LinkState.Open) return false;
        link.AnsweredAt = db.Write.Now;
        if (signed is not null)
            db.Add(new LinkSignature { LinkId = link.Id, Hash = signed.Hash, TypedName = signed.TypedName, Address = signed.Address, At = db.Write.Now });
        return true;
    }

    /// <summary>The links the viewer may see, the newest first.</summary>
    public IQueryable<LinkLine> Lines(Viewer viewer) => db.Set<OutsideLink>().VisibleTo(viewer).AsNoTracking()
        .OrderByDescending(l => l.CreatedAt).ThenByDescending(l => l.Id)
        .Select(l => new LinkLine
        {
            Id = l.Id,
            Purpose = l.Purpose,
            SubjectKind = l.SubjectKind,
            SubjectKey = l.SubjectKey,
            Instance = l.Instance,
            Title = l.Title,
            Name = l.Name,
            Email = l.Email,
            MadeBy = l.MadeBy,
            SentAt = l.SentAt,
            ExpiresAt = l.ExpiresAt,
            AnsweredAt = l.AnsweredAt,
            WithdrawnAt = l.WithdrawnAt,
            MailState = db.Set<Mail.Mail>().Where(m => m.Id == l.Mail).Select(m => (MailState?)m.State).FirstOrDefault(),
            SignedBy = db.Set<LinkSignature>().Where(s => s.LinkId == l.Id).Select(s => s.TypedName).FirstOrDefault(),
            SignedHash = db.Set<LinkSignature>().Where(s => s.LinkId == l.Id).Select(s => s.Hash).FirstOrDefault(),
            SignedFrom = db.Set<LinkSignature>().Where(s => s.LinkId == l.Id).Select(s => s.Address).FirstOrDefault(),
        });

    private void Withdraw(OutsideLink link, Viewer viewer) => (link.WithdrawnAt, link.WithdrawnBy) = (db.Write.Now, viewer.Account);

    private async Task MailAsync(OutsideLink link, string token, Viewer viewer, CancellationToken cancellation)
    {
        var language = Language.Of(link.Language) ?? Language.English;
        string In(string key, params object?[] args) => string.Format(language.Culture, texts.In(language, key), args);
        var key = "link." + link.Purpose;
        var title = link.Title.In(language.Tag);
        var last = texts.DateIn(language, clock.DateOf(link.ExpiresAt));
        var letter = new MailLetter(
            language, In("link.mail.greeting", link.Name), [In(key + ".body", title, viewer.Name), In(IsStanding(texts, link.Purpose) ? key + ".until" : "link.mail.until", last)],
            (In(key + ".verb"), new Uri(settings.PublicUrl, PathOf(token)).ToString()), In("link.mail.foot", viewer.Name));
        // What did not arrive before is dealt with.
        if (link.Mail is { } before && await db.Set<Mail.Mail>().SingleOrDefaultAsync(m => m.Id == before, cancellation) is { } earlier) earlier.PutAwayAt = db.Write.Now;
        link.Mail = await mailbox.SendAsync(
            new NewMail(MailTo.At(link.Email, link.Name), In(key + ".subject", title), letter.Write(), language, $"foundation.link/{link.Id}/{link.SentAt.ToUnixTimeTicks()}"),
            cancellation);
    }
}
