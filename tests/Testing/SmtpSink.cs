using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Entente.Testing;

/// <summary>A mail server on a socket of the loopback that takes what it is sent, or refuses it as a test says (RFC 5321, the part that is needed).</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ends = new();
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task listening;

    private SmtpSink()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listening = ListenAsync();
    }

    public int Port { get; }

    /// <summary>The setting that leads here.</summary>
    public string Address => $"smtp://127.0.0.1:{Port}";

    /// <summary>The mails taken, as they came over the wire.</summary>
    public List<byte[]> Taken { get; } = [];

    /// <summary>Every command received.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>Answers to the next RCPT commands; 250 when they are used up.</summary>
    public Queue<string> Answers { get; } = new();

    /// <summary>Whether it stops answering at the recipient, as a server that hangs.</summary>
    public bool Silent { get; set; }

    /// <summary>Ends when a recipient was named.</summary>
    public Task Asked => asked.Task;

    public static SmtpSink Start() => new();

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
                // The other side hung up.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        await using var writer = new StreamWriter(stream, Encoding.Latin1, leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 sink ESMTP");
        while (await reader.ReadLineAsync(ends.Token) is { } command)
        {
            Commands.Add(command);
            switch (command.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteLineAsync("250-sink\r\n250-8BITMIME\r\n250 AUTH PLAIN");
                    break;
                case "AUTH":
                    await writer.WriteLineAsync("235 welcome");
                    break;
                case "RCPT":
                    asked.TrySetResult();
                    if (Silent) break;
                    await writer.WriteLineAsync(Answers.TryDequeue(out var answer) ? answer : "250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    Taken.Add(await ContentAsync(reader));
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }

    private async Task<byte[]> ContentAsync(StreamReader reader)
    {
        var content = new StringBuilder();
        while (await reader.ReadLineAsync(ends.Token) is { } line && line != ".")
            content.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        return Encoding.Latin1.GetBytes(content.ToString());
    }
}
