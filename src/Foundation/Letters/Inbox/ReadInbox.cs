using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Jobs;
using Entente.Foundation.Mail;
using Entente.Foundation.Settings;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Foundation.Letters.Inbox;

/// <summary>Every five minutes: reads what is new in the mailbox of the reply address.</summary>
internal sealed record ReadInbox : IJobPayload
{
    public const string Often = "*/5 * * * *";

    public static string Kind => "foundation.read-inbox";
}

/// <summary>
/// Reads new mails over IMAP (RFC 9051) and files each as a mail that was dropped in; nothing in the mailbox is changed or deleted. The number up to which it was
/// read is written in the transaction that files, so that a fall files nothing twice and passes nothing over. A mail that cannot be filed is noted with the reason.
/// </summary>
internal sealed class ReadInboxHandler(EntenteSettings settings, IServiceScopeFactory scopes) : IJob<ReadInbox>
{
    /// <summary>Mails of one run; the rest is read by the next.</summary>
    private const int MostAtOnce = 200;
    private const int TimeoutMilliseconds = 60_000;

    public async Task RunAsync(ReadInbox payload, JobRun run, CancellationToken cancellation)
    {
        if (settings.Imap is not { } server) return;
        using var client = new ImapClient { Timeout = TimeoutMilliseconds };
        var folder = await OpenAsync(client, server, cancellation);
        var name = NameOf(server);
        var cursor = await run.Db.Set<InboxCursor>().AsNoTracking().SingleOrDefaultAsync(c => c.Folder == name, cancellation);
        var last = cursor?.Validity == folder.UidValidity ? (uint)cursor.LastUid : 0;

        // A range up to the end always holds the last mail, be it new or not.
        var found = last == uint.MaxValue ? [] : await folder.SearchAsync(SearchQuery.Uids(new UniqueIdRange(folder.UidValidity, last + 1, uint.MaxValue)), cancellation);
        var fresh = found.Where(u => u.Id > last).OrderBy(u => u.Id).Take(MostAtOnce).ToList();
        var sizes = fresh.Count == 0 ? [] : (await folder.FetchAsync(fresh, MessageSummaryItems.UniqueId | MessageSummaryItems.Size, cancellation)).ToDictionary(s => s.UniqueId.Id, s => (long)(s.Size ?? 0));
        foreach (var uid in fresh)
        {
            if (!sizes.TryGetValue(uid.Id, out var size)) continue;
            var content = size > Replies.Rules.MaxBytes ? null : await ContentAsync(folder, uid, cancellation);
            await using (content)
                await FileAsync(name, uid, content, cancellation);
        }

        await ReadUpAsync(run, name, folder.UidValidity, cancellation);
        await client.DisconnectAsync(quit: true, cancellation);
    }

    /// <summary>The folder's name for the cursor: where, whose and which.</summary>
    internal static string NameOf(Uri server) => $"{server.Scheme}://{server.UserInfo.Split(':')[0]}@{server.Host}:{server.Port}/{FolderOf(server)}";

    private static string FolderOf(Uri server) => Uri.UnescapeDataString(server.AbsolutePath.Trim('/'));

    private async Task<IMailFolder> OpenAsync(ImapClient client, Uri server, CancellationToken cancellation)
    {
        if (settings.SmtpCa is { } file)
        {
            var authorities = MailTrust.Read(file);
            client.ServerCertificateValidationCallback = (_, certificate, sent, errors) => MailTrust.IsFrom(authorities, certificate, sent, errors);
        }

        try
        {
            await client.ConnectAsync(server.Host, server.Port > 0 ? server.Port : server.Scheme == "imaps" ? 993 : 143, MailTrust.SecurityOf(server), cancellation);
        }
        catch (SslHandshakeException untrusted)
        {
            throw new MailServerException($"The certificate of {server.Host} is not to be trusted. An authority of your own is named in Entente__SmtpCa.", untrusted);
        }
        catch (NotSupportedException plain)
        {
            throw new MailServerException($"{server.Host} offers no TLS, and a password is not sent without it.", plain);
        }

        var login = server.UserInfo.Split(':', 2);
        await client.AuthenticateAsync(Uri.UnescapeDataString(login[0]), Uri.UnescapeDataString(login[1]), cancellation);
        var folder = FolderOf(server) is { Length: > 0 } path ? await client.GetFolderAsync(path, cancellation) : client.Inbox!;
        await folder.OpenAsync(FolderAccess.ReadOnly, cancellation);
        return folder;
    }

    private static async Task<MemoryStream> ContentAsync(IMailFolder folder, UniqueId uid, CancellationToken cancellation)
    {
        await using var from = await folder.GetStreamAsync(uid, cancellation);
        var content = new MemoryStream();
        await from.CopyToAsync(content, cancellation);
        content.Position = 0;
        return content;
    }

    /// <summary>Files one mail and moves the cursor past it, together.</summary>
    private async Task FileAsync(string folder, UniqueId uid, Stream? content, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        db.Write.Viewer = Viewer.System;
        db.Write.Action = ReadInbox.Kind;
        var head = content is null ? null : await ReceivedMail.ReadAsync(content, cancellation);
        if (content is not null) content.Position = 0;
        try
        {
            if (content is null) throw new FileRefusedException("operate.replies.large", Replies.Rules.Megabytes);
            await using var together = await db.Database.BeginTransactionAsync(cancellation);
            await MoveAsync(db, folder, uid, cancellation);
            var filed = await scope.ServiceProvider.GetRequiredService<Replies>().FileAsync("mail.eml", content, null, null, Viewer.System, cancellation);
            db.Add(Row("letters.filed." + filed.As, filed.From, isFiled: true, filed.Record));
            await db.SaveChangesAsync(cancellation);
            await together.CommitAsync(cancellation);
        }
        catch (FileRefusedException refused)
        {
            // What had been begun is undone with its transaction.
            db.ChangeTracker.Clear();
            await MoveAsync(db, folder, uid, cancellation);
            db.Add(Row(refused.TextKey, string.Join(", ", refused.Args), isFiled: false));
            await db.SaveChangesAsync(cancellation);
        }

        InboxMail Row(string outcome, string? detail, bool isFiled, RecordRef? record = null) => new()
        {
            Id = Guid.CreateVersion7(),
            Folder = folder,
            Validity = uid.Validity,
            Uid = uid.Id,
            From = head?.FromEmail ?? "",
            Subject = head?.Subject ?? "",
            Outcome = outcome,
            Detail = detail is { Length: > InboxMail.LongestOutcome } ? detail[..InboxMail.LongestOutcome] : detail,
            RecordKind = record?.Kind,
            RecordKey = record?.Key,
            IsFiled = isFiled,
            At = db.Write.Now,
        };
    }

    private static async Task MoveAsync(AppDbContext db, string folder, UniqueId uid, CancellationToken cancellation)
    {
        var cursor = await db.Set<InboxCursor>().SingleOrDefaultAsync(c => c.Folder == folder, cancellation);
        if (cursor is null) db.Add(cursor = new() { Folder = folder });
        (cursor.Validity, cursor.LastUid) = (uid.Validity, uid.Id);
    }

    private static async Task ReadUpAsync(JobRun run, string folder, uint validity, CancellationToken cancellation)
    {
        var cursor = await run.Db.Set<InboxCursor>().SingleOrDefaultAsync(c => c.Folder == folder, cancellation);
        if (cursor is null) run.Db.Add(cursor = new() { Folder = folder, Validity = validity });
        cursor.ReadAt = run.Now;
    }
}
