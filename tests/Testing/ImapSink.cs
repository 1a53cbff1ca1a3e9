using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Entente.Testing;

/// <summary>A mailbox on a socket of the loopback (RFC 3501, the part a reader needs): a folder of mails with numbers that rise, which nobody may change.</summary>
public sealed partial class ImapSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ends = new();
    private readonly Task listening;

    private ImapSink()
    {
        listener.Start();
        listening = ListenAsync();
    }

    /// <summary>The setting that leads here.</summary>
    public string Address => $"imap://office%40example.edu:p%3Aw@127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/INBOX";

    /// <summary>The mails with their numbers.</summary>
    public List<(uint Uid, byte[] Content)> Mails { get; } = [];

    /// <summary>Under which the numbers hold.</summary>
    public uint Validity { get; set; } = 7;

    /// <summary>Every command received.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>Whether the password is refused.</summary>
    public bool IsLocked { get; set; }

    /// <summary>Hangs up when this mail is asked for; none: never.</summary>
    public uint? HangsUpAt { get; set; }

    public static ImapSink Start() => new();

    /// <summary>Leaves the job that reads the mailbox with the next save.</summary>
    public static void Ask(Foundation.Data.AppDbContext db) => Foundation.Jobs.Outbox.Enqueue(db, new Foundation.Letters.Inbox.ReadInbox());

    public async ValueTask DisposeAsync()
    {
        await ends.CancelAsync();
        listener.Stop();
        await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ends.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!ends.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(ends.Token);
            try
            {
                await TalkAsync(client.GetStream());
            }
            catch (IOException)
            {
                // The other side does not want to go on.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        await SayAsync(stream, "* OK sink ready\r\n");
        while (await reader.ReadLineAsync(ends.Token) is { } line)
        {
            Commands.Add(line);
            var parts = line.Split(' ', 3);
            var (tag, command, rest) = (parts[0], parts[1].ToUpperInvariant(), parts.Length > 2 ? parts[2] : "");
            if (command == "UID") (command, rest) = ("UID " + rest.Split(' ', 2)[0].ToUpperInvariant(), rest.Split(' ', 2)[1]);
            switch (command)
            {
                case "CAPABILITY":
                    await SayAsync(stream, "* CAPABILITY IMAP4rev1\r\n");
                    break;
                case "LOGIN" when IsLocked:
                    await SayAsync(stream, tag + " NO [AUTHENTICATIONFAILED] wrong password\r\n");
                    continue;
                case "LIST":
                    await SayAsync(stream, rest.EndsWith("\"\"", StringComparison.Ordinal) ? "* LIST (\\Noselect) \"/\" \"\"\r\n" : "* LIST (\\HasNoChildren) \"/\" INBOX\r\n");
                    break;
                case "SELECT" or "EXAMINE":
                    await SayAsync(stream, $"* FLAGS ()\r\n* {Mails.Count} EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY {Validity}] valid\r\n* OK [UIDNEXT {Mails.Select(m => m.Uid).DefaultIfEmpty(0u).Max() + 1}] next\r\n");
                    await SayAsync(stream, tag + (command == "SELECT" ? " OK [READ-WRITE] done\r\n" : " OK [READ-ONLY] done\r\n"));
                    continue;
                case "UID SEARCH":
                    await SayAsync(stream, "* SEARCH" + string.Concat(Chosen(rest).Select(m => " " + m.Uid.ToString(CultureInfo.InvariantCulture))) + "\r\n");
                    break;
                case "UID FETCH":
                    if (rest.Contains("BODY", StringComparison.OrdinalIgnoreCase) && Chosen(rest).Any(m => m.Uid == HangsUpAt)) return;
                    await FetchAsync(stream, rest);
                    break;
                case "LOGOUT":
                    await SayAsync(stream, "* BYE\r\n" + tag + " OK bye\r\n");
                    return;
            }

            await SayAsync(stream, tag + " OK done\r\n");
        }
    }

    private async Task FetchAsync(NetworkStream stream, string rest)
    {
        foreach (var (uid, content) in Chosen(rest))
        {
            var number = Mails.FindIndex(m => m.Uid == uid) + 1;
            if (!rest.Contains("BODY", StringComparison.OrdinalIgnoreCase))
            {
                await SayAsync(stream, $"* {number} FETCH (UID {uid} RFC822.SIZE {content.Length})\r\n");
                continue;
            }

            await SayAsync(stream, $"* {number} FETCH (UID {uid} BODY[] {{{content.Length}}}\r\n");
            await stream.WriteAsync(content, ends.Token);
            await SayAsync(stream, ")\r\n");
        }
    }

    /// <summary>The mails of a set of numbers: <c>3,5:9,12:*</c>; a range to the end holds the last mail whatever it begins with.</summary>
    private List<(uint Uid, byte[] Content)> Chosen(string rest)
    {
        var set = Numbers().Match(rest).Value;
        var last = Mails.Select(m => m.Uid).DefaultIfEmpty(0u).Max();
        uint Number(string text) => text == "*" ? last : uint.Parse(text, CultureInfo.InvariantCulture);
        var ranges = set.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(':')).Select(r => (Number(r[0]), Number(r[^1]))).ToList();
        return [.. Mails.Where(m => ranges.Any(r => m.Uid >= Math.Min(r.Item1, r.Item2) && m.Uid <= Math.Max(r.Item1, r.Item2)))];
    }

    private Task SayAsync(NetworkStream stream, string text) => stream.WriteAsync(Encoding.Latin1.GetBytes(text), ends.Token).AsTask();

    [GeneratedRegex(@"[0-9*][0-9*,:]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();
}
