using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Entente.Bench.Pages;

/// <summary>A server in a process of its own, whose processor time is read from outside.</summary>
internal sealed class Server : IDisposable
{
    private readonly Process process;

    private Server(Process process, int port)
    {
        this.process = process;
        Address = $"http://127.0.0.1:{port}";
        Http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 32, UseCookies = true }) { BaseAddress = new Uri(Address) };
    }

    public string Address { get; }

    public HttpClient Http { get; }

    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    private TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts a server and waits until an address answers.</summary>
    /// <returns>The server, and how long it took from the start of the process.</returns>
    public static async Task<(Server Server, TimeSpan Took)> StartAsync(int port, string ready, IReadOnlyList<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new Server(process, port);
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException($"The server ended with {process.ExitCode}.");
            try
            {
                using var answer = await server.Http.GetAsync(ready);
                if (answer.IsSuccessStatusCode) return (server, clock.Elapsed);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(10);
            }
        }
    }

    /// <summary>Asks for an address many times from several connections; the processor time the server needed for each.</summary>
    public async Task<TimeSpan> CpuPerRequestAsync(string path, int requests, int connections)
    {
        await AskAsync(path, requests / 5, connections);
        var before = Cpu;
        await AskAsync(path, requests, connections);
        return (Cpu - before) / requests;
    }

    /// <summary>How long each of several requests took, in order of length.</summary>
    public async Task<IReadOnlyList<TimeSpan>> TimesAsync(IReadOnlyList<string> paths, int rounds)
    {
        var times = new List<TimeSpan>();
        for (var round = -1; round < rounds; round++)
        {
            foreach (var path in paths)
            {
                var clock = Stopwatch.GetTimestamp();
                using var answer = await Http.GetAsync(path);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
                if (round >= 0) times.Add(Stopwatch.GetElapsedTime(clock));
            }
        }

        return [.. times.Order()];
    }

    public void Dispose()
    {
        Http.Dispose();
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private async Task AskAsync(string path, int requests, int connections)
    {
        var left = requests;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
                using var answer = await Http.SendAsync(request);
                answer.EnsureSuccessStatusCode();
                await answer.Content.CopyToAsync(Stream.Null);
            }
        }));
    }
}
