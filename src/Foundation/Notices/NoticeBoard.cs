using Entente.Foundation.Data;
using Entente.Foundation.Mail;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using Entente.Foundation.Webhooks;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Foundation.Notices;

/// <summary>What an account chose, and what it may choose.</summary>
public sealed class NoticeBoard
{
    /// <summary>The hour a digest comes at where none was chosen.</summary>
    public const int UsualHour = 8;

    private readonly AppDbContext db;
    private readonly EntenteSettings settings;
    private readonly Notices notices;
    private readonly WebhookReach reach;

    internal NoticeBoard(AppDbContext db, EntenteSettings settings, Notices notices, WebhookReach reach) =>
        (this.db, this.settings, this.notices, this.reach) = (db, settings, notices, reach);

    /// <summary>The robots the operator set, by name.</summary>
    public IReadOnlyList<RobotSetting> Robots => settings.Robots;

    /// <summary>How an account is told now.</summary>
    public async Task<NoticePreference> OfAsync(Guid account, CancellationToken cancellation)
    {
        var choice = await db.Set<NoticeChoice>().AsNoTracking().SingleOrDefaultAsync(c => c.Account == account, cancellation);
        var waiting = await db.Set<Notice>().CountAsync(n => n.Account == account && n.State == NoticeState.Waiting, cancellation);
        var last = await db.Set<Notice>().AsNoTracking().Where(n => n.Account == account && n.State != NoticeState.Waiting).OrderByDescending(n => n.CreatedAt)
            .Select(n => new { n.State, n.FinishedAt, n.Error }).FirstOrDefaultAsync(cancellation);
        return new(choice?.Channel ?? NoticeChannel.Mail, choice?.Address, choice?.Secret, choice?.Robot, choice?.IsDaily ?? false, choice?.Hour ?? UsualHour)
        {
            Waiting = waiting,
            LastState = last?.State,
            LastAt = last?.FinishedAt,
            LastError = last?.Error,
        };
    }

    /// <summary>Whether a webhook may lead there: https to the public network, or as the operator allows.</summary>
    public bool MayPostTo(Uri address) => reach.Allows(address) && (!address.IsLoopback || reach.Allows(System.Net.IPAddress.Loopback));

    /// <summary>Keeps what an account chose; a webhook has a secret of its own from its first address on. The caller saves.</summary>
    public async Task ChooseAsync(Guid account, NoticeChannel channel, string? address, string? robot, bool isDaily, int hour, CancellationToken cancellation)
    {
        var choice = await db.Set<NoticeChoice>().SingleOrDefaultAsync(c => c.Account == account, cancellation);
        if (choice is null) db.Add(choice = new() { Account = account });
        if (channel == NoticeChannel.Webhook && (choice.Secret is null || choice.Address != address)) choice.Secret = WebhookBoard.SecretPrefix + WebhookBoard.NewSecret();
        if (channel == NoticeChannel.Webhook) choice.Address = address;
        (choice.Channel, choice.Robot, choice.IsDaily, choice.Hour) = (channel, channel == NoticeChannel.Robot ? robot : null, isDaily, hour);
        if (isDaily) return;

        // What waited for the digest is not forgotten: it goes with the next, which is now.
        foreach (var waiting in await db.Set<Notice>().Where(n => n.Account == account && n.State == NoticeState.Waiting).OrderBy(n => n.CreatedAt).ToListAsync(cancellation))
        {
            var language = Language.Of(waiting.Language) ?? Language.English;
            await notices.SendAsync(new(account, waiting.Subject, new(language, waiting.Subject, waiting.Lines.Split('\n')), waiting.Key + "/now"), choice, cancellation);
            (waiting.State, waiting.FinishedAt) = (NoticeState.Sent, db.Write.Now);
        }
    }

    /// <summary>Sends a message at once on the channel chosen, to see that it arrives. The caller saves.</summary>
    public async Task TryAsync(Guid account, string subject, MailLetter letter, CancellationToken cancellation) => await notices.SendAsync(
        new(account, subject, letter, "foundation.notice-try/" + Guid.CreateVersion7().ToString("N")),
        await db.Set<NoticeChoice>().SingleOrDefaultAsync(c => c.Account == account, cancellation), cancellation);
}

/// <summary>How an account is told.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Address">The webhook's address.</param>
/// <param name="Secret">What its posts are signed with.</param>
/// <param name="Robot">The robot's name.</param>
/// <param name="IsDaily">Once a day instead of at once.</param>
/// <param name="Hour">At which hour then.</param>
public sealed record NoticePreference(NoticeChannel Channel, string? Address, string? Secret, string? Robot, bool IsDaily, int Hour)
{
    /// <summary>How many notices wait for the digest.</summary>
    public int Waiting { get; init; }

    /// <summary>What became of the last one that was posted.</summary>
    public NoticeState? LastState { get; init; }

    /// <summary>When.</summary>
    public Instant? LastAt { get; init; }

    /// <summary>What went wrong.</summary>
    public string? LastError { get; init; }
}
