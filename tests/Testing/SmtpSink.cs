using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Entente.Testing;

/// <summary>A mail server on a socket of the loopback that takes what it is sent, or refuses it as a test says (RFC 5321, the part that is needed).</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ends = new();
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task listening;
    private readonly X509Certificate2? certificate;
    private readonly bool fromTheStart;

    private SmtpSink(X509Certificate2? certificate, bool fromTheStart)
    {
        this.certificate = certificate;
        this.fromTheStart = fromTheStart;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listening = ListenAsync();
    }

    public int Port { get; }

    /// <summary>The setting that leads here.</summary>
    public string Address => $"{(fromTheStart ? "smtps" : "smtp")}://127.0.0.1:{Port}";

    /// <summary>The mails taken, as they came over the wire.</summary>
    public List<byte[]> Taken { get; } = [];

    /// <summary>The mails taken up to now, read.</summary>
    public IReadOnlyList<MimeKit.MimeMessage> Mails()
    {
        byte[][] taken;
        lock (Taken) taken = [.. Taken];
        return [.. taken.Select(mail =>
        {
            using var stream = new MemoryStream(mail);
            return MimeKit.MimeMessage.Load(stream);
        })];
    }

    /// <summary>Every command received.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>Those received over TLS.</summary>
    public List<string> InSecret { get; } = [];

    /// <summary>Answers to the next RCPT commands; 250 when they are used up.</summary>
    public Queue<string> Answers { get; } = new();

    /// <summary>What a test answers to the RCPT command of one recipient, whenever it comes; none: as above.</summary>
    public Func<string, string?>? AnswerTo { get; set; }

    /// <summary>Whether it stops answering at the recipient, as a server that hangs.</summary>
    public bool Silent { get; set; }

    /// <summary>Ends when a recipient was named.</summary>
    public Task Asked => asked.Task;

    public static SmtpSink Start() => new(null, false);

    /// <summary>One that speaks TLS: from the start, or once it is asked to (STARTTLS).</summary>
    public static SmtpSink Start(X509Certificate2 certificate, bool fromTheStart) => new(certificate, fromTheStart);

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
                Stream stream = client.GetStream();
                if (fromTheStart) stream = await SecureAsync(stream);
                if (await TalkAsync(stream, "220 sink ESMTP")) await TalkAsync(await SecureAsync(stream), null);
            }
            catch (Exception hungUp) when (hungUp is IOException or AuthenticationException)
            {
                // The other side does not want to go on.
            }
        }
    }

    private async Task<SslStream> SecureAsync(Stream stream)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, ends.Token);
        return secure;
    }

    /// <summary>Talks until the other side leaves.</summary>
    /// <returns>Whether it asked to go on over TLS.</returns>
    private async Task<bool> TalkAsync(Stream stream, string? greeting)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        await using var writer = new StreamWriter(stream, Encoding.Latin1, leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
        if (greeting is not null) await writer.WriteLineAsync(greeting);
        while (await reader.ReadLineAsync(ends.Token) is { } command)
        {
            Commands.Add(command);
            if (stream is SslStream) InSecret.Add(command);
            switch (command.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteLineAsync($"250-sink\r\n250-8BITMIME{(certificate is not null && stream is not SslStream ? "\r\n250-STARTTLS" : "")}\r\n250 AUTH PLAIN");
                    break;
                case "STARTTLS":
                    await writer.WriteLineAsync("220 go on");
                    return true;
                case "AUTH":
                    await writer.WriteLineAsync("235 welcome");
                    break;
                case "RCPT":
                    asked.TrySetResult();
                    if (Silent) break;
                    await writer.WriteLineAsync(AnswerTo?.Invoke(command) ?? (Answers.TryDequeue(out var answer) ? answer : "250 ok"));
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    var content = await ContentAsync(reader);
                    lock (Taken) Taken.Add(content);
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return false;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }

        return false;
    }

    private async Task<byte[]> ContentAsync(StreamReader reader)
    {
        var content = new StringBuilder();
        while (await reader.ReadLineAsync(ends.Token) is { } line && line != ".")
            content.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        return Encoding.Latin1.GetBytes(content.ToString());
    }
}
