using Entente.Foundation.Mail;
using Entente.Foundation.Texts;

namespace Entente.Foundation.Notices;

/// <summary>Tells accounts what concerns them, on the channel and at the time each chose; with the caller's transaction, as <see cref="IMailbox"/>.</summary>
public interface INotices
{
    /// <summary>Adds a notice to the caller's next save. One with the same key is not told again.</summary>
    Task TellAsync(NewNotice notice, CancellationToken cancellation);
}

/// <summary>Something an account is told.</summary>
/// <param name="Account">Whom.</param>
/// <param name="Subject">One line, that may be read by others where the account chose a group's robot.</param>
/// <param name="Letter">The whole, in the account's language.</param>
/// <param name="Key">What this notice is, at most 180 characters (<c>safeguards.remind/…</c>).</param>
public sealed record NewNotice(Guid Account, string Subject, MailLetter Letter, string Key);

/// <summary>The way notices reach an account.</summary>
public enum NoticeChannel
{
    /// <summary>Mail to its address.</summary>
    Mail,

    /// <summary>JSON posted to an address of its own, signed.</summary>
    Webhook,

    /// <summary>A robot in a group of an enterprise messenger, set by the operator.</summary>
    Robot,
}

/// <summary>One way a message reaches somebody. It leaves with the caller's transaction, never before.</summary>
internal interface INotifier
{
    NoticeChannel Channel { get; }

    Task SendAsync(NewNotice notice, NoticeChoice? choice, CancellationToken cancellation);
}

/// <summary>Adds to the daily digest what falls due for an account; a room contributes it. It is listed where something is new, and makes no digest by itself.</summary>
public interface IDigestSource
{
    /// <summary>What falls due soon, as sentences in the language of the running job.</summary>
    Task<IReadOnlyList<string>> DueAsync(Guid account, Language language, CancellationToken cancellation);
}
