using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Mail;

/// <inheritdoc cref="IMailbox"/>
internal sealed class Mailbox(AppDbContext db, IMailAddresses? addresses = null) : IMailbox
{
    public async Task<Guid> SendAsync(NewMail mail, CancellationToken cancellation)
    {
        if (await EarlierAsync(mail.Key, cancellation) is { } earlier) return earlier;
        var to = await AddressAsync(mail.To, cancellation);
        var isAddress = to is not null && MimeKit.MailboxAddress.TryParse(to.Address, out _);
        var row = new Mail
        {
            Id = Guid.CreateVersion7(),
            Key = mail.Key,
            Account = mail.To.Account,
            Person = mail.To.Person,
            Address = to?.Address,
            Name = OneLine(to?.Name, 200),
            Subject = OneLine(mail.Subject, 300)!,
            Text = mail.Body.Text,
            Html = mail.Body.Html,
            Language = mail.Language.Tag,
            ReplyTo = mail.ReplyTo?.Address,
            ReplyToName = OneLine(mail.ReplyTo?.Name, 200),
            SentBy = mail.SentBy ?? db.Write.Viewer.Account,
            CreatedAt = db.Write.Now,
            State = isAddress ? MailState.Queued : MailState.Failed,
            Error = isAddress ? null : "No address is known.",
        };
        db.Add(row);
        if (isAddress) db.Enqueue(new DeliverMail(row.Id), DeliverMail.KeyOf(row.Id));
        return row.Id;
    }

    private async Task<Guid?> EarlierAsync(string key, CancellationToken cancellation) =>
        db.Set<Mail>().Local.FirstOrDefault(m => m.Key == key)?.Id
        ?? await db.Set<Mail>().Where(m => m.Key == key).Select(m => (Guid?)m.Id).SingleOrDefaultAsync(cancellation);

    private async Task<MailAddress?> AddressAsync(MailTo to, CancellationToken cancellation) =>
        to.Address is { } address ? new(address, to.Name)
        : addresses is null ? null
        : to.Account is { } account ? await addresses.OfAccountAsync(account, cancellation)
        : to.Person is { } person ? await addresses.OfPersonAsync(person, cancellation)
        : null;

    /// <summary>A header is one line: a line break in a name or a title must not begin another header.</summary>
    private static string? OneLine(string? text, int max)
    {
        if (text is null) return null;
        var line = string.Concat(text.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length <= max ? line : line[..(max - 1)] + "…";
    }
}
