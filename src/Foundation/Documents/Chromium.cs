using System.Diagnostics;
using Entente.Foundation.Settings;

namespace Entente.Foundation.Documents;

/// <summary>
/// Prints a page of HTML as PDF by a Chromium without a window. The page runs no script and reaches no network; the browser's own walls
/// stay up unless the product runs as root, where Chromium cannot raise them.
/// </summary>
public sealed class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Looks for it once: the setting, <c>ENTENTE_CHROMIUM</c>, then what is installed.</summary>
    public Chromium(EntenteSettings settings)
        : this(Find(settings.Chromium ?? Environment.GetEnvironmentVariable("ENTENTE_CHROMIUM")))
    {
    }

    internal Chromium(string? path) => Path = path;

    /// <summary>The program; none: no PDF can be made here.</summary>
    public string? Path { get; }

    /// <summary>Prints a page.</summary>
    /// <exception cref="DocumentNotMadeException">There is no Chromium, or it did not do it.</exception>
    public async Task<byte[]> PrintAsync(string html, CancellationToken cancellation)
    {
        var program = Path ?? throw new DocumentNotMadeException("Chromium is not installed, so no PDF can be made. Install it, or name it in Entente__Chromium.");
        var folder = System.IO.Directory.CreateTempSubdirectory("entente-print-").FullName;
        try
        {
            var (page, pdf) = (System.IO.Path.Combine(folder, "page.html"), System.IO.Path.Combine(folder, "page.pdf"));
            await File.WriteAllTextAsync(page, html, cancellation);
            await RunAsync(program, folder, pdf, page, cancellation);
            var bytes = File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancellation) : [];
            return bytes.AsSpan().StartsWith("%PDF-"u8) ? bytes : throw new DocumentNotMadeException("Chromium ended without a PDF.");
        }
        finally
        {
            Clear(folder);
        }
    }

    private static async Task RunAsync(string program, string folder, string pdf, string page, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        foreach (var argument in new[]
        {
            "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-background-networking",
            "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer", $"--user-data-dir={System.IO.Path.Combine(folder, "profile")}", $"--print-to-pdf={pdf}",
        }) start.ArgumentList.Add(argument);
        if (Environment.IsPrivilegedProcess) start.ArgumentList.Add("--no-sandbox");
        start.ArgumentList.Add(new Uri(page).AbsoluteUri);
        start.Environment["HOME"] = folder;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ends.CancelAfter(Longest);
        using var process = Start(start);
        try
        {
            var said = process.StandardError.ReadToEndAsync(ends.Token);
            await process.StandardOutput.ReadToEndAsync(ends.Token);
            await process.WaitForExitAsync(ends.Token);
            if (process.ExitCode != 0) throw new DocumentNotMadeException($"Chromium ended with {process.ExitCode}: {LastLine(await said)}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new DocumentNotMadeException($"Chromium did not end within {Longest.TotalSeconds} seconds.");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new DocumentNotMadeException($"Chromium cannot be started: {error.Message}");
        }
    }

    private static string LastLine(string said) => said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";

    private static string? Find(string? named) => named is not { Length: > 0 } ? Installed() : File.Exists(named) ? named : null;

    private static string? Installed() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>A child of the browser may still write while it ends; what is left is in the folder of temporary files.</summary>
    private static void Clear(string folder)
    {
        try
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // The system clears it.
        }
    }
}

/// <summary>The bytes of a document could not be made; the message says why, to whoever waits for it and to the operator.</summary>
public sealed class DocumentNotMadeException(string message) : Exception(message);
