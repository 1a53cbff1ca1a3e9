using Entente.Foundation.Texts;

namespace Entente.Foundation.Mail;

/// <summary>Sends mail with the caller's transaction: the mail is written by the caller's next save, and leaves the house after it.</summary>
public interface IMailbox
{
    /// <summary>
    /// Adds a mail to the caller's next save. A mail with the same key that exists already is not sent again.
    /// Where nobody knows an address, the mail is kept as failed and says so to the operator.
    /// </summary>
    /// <returns>The mail's key; the earlier one's where it was sent before.</returns>
    Task<Guid> SendAsync(NewMail mail, CancellationToken cancellation);
}

/// <summary>A mail to be sent.</summary>
/// <param name="To">Who receives it.</param>
/// <param name="Subject">Its subject, one line.</param>
/// <param name="Body">Its bodies, already written in the language.</param>
/// <param name="Language">The language it is written in.</param>
/// <param name="Key">The idempotency key: what this mail is, at most 200 characters (<c>safeguards.reminder/…/7d</c>).</param>
public sealed record NewMail(MailTo To, string Subject, MailBody Body, Language Language, string Key)
{
    /// <summary>Whom an answer goes to, where a person wrote it; none: the house wrote it by itself.</summary>
    public MailAddress? ReplyTo { get; init; }

    /// <summary>The account that is told where it does not arrive; none: the one that writes now, where one does.</summary>
    public Guid? SentBy { get; init; }
}

/// <summary>Who receives a mail: an account, a person, or an address.</summary>
/// <param name="Account">An account; its address is looked up when the mail is written.</param>
/// <param name="Person">A person; as for an account.</param>
/// <param name="Address">An address itself.</param>
/// <param name="Name">The name to write to, where an address is given.</param>
public sealed record MailTo(Guid? Account, Guid? Person, string? Address, string? Name)
{
    /// <summary>To an account.</summary>
    public static MailTo OfAccount(Guid account) => new(account, null, null, null);

    /// <summary>To a person.</summary>
    public static MailTo OfPerson(Guid person) => new(null, person, null, null);

    /// <summary>To an address.</summary>
    public static MailTo At(string address, string? name = null) => new(null, null, address, name);
}

/// <summary>The two forms of a mail's content.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Html">The same as HTML.</param>
public sealed record MailBody(string Text, string Html);

/// <summary>Finds where to write to; implemented by the room that keeps accounts and persons, scoped.</summary>
public interface IMailAddresses
{
    /// <summary>The address of an account; none where it ended or has none.</summary>
    Task<MailAddress?> OfAccountAsync(Guid account, CancellationToken cancellation);

    /// <summary>The address of a person; none where none is known.</summary>
    Task<MailAddress?> OfPersonAsync(Guid person, CancellationToken cancellation);
}

/// <summary>An address of mail.</summary>
/// <param name="Address">The address.</param>
/// <param name="Name">The name beside it.</param>
public sealed record MailAddress(string Address, string? Name);
