using System.Diagnostics;

namespace Entente.Testing;

/// <summary>The product in a process of its own, as an operator starts it: <c>entente serve</c>.</summary>
public sealed class Product : IAsyncDisposable
{
    private readonly Process process;
    private readonly DirectoryInfo folder;
    private readonly Task<string> errors;

    private Product(Process process, DirectoryInfo folder)
    {
        this.process = process;
        this.folder = folder;
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Runs one command to its end: its exit code, and what it said.</summary>
    public static async Task<(int Code, string Output)> RunAsync(IReadOnlyList<string> arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "entente.dll"), .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    /// <summary>Starts it with files, keys and an SQLite database of its own, but for the settings named.</summary>
    public static async Task<Product> StartAsync(params (string Name, string Value)[] settings)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("entente-product-");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "entente.dll"), "serve"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.FullName,
        };
        start.Environment["Entente__Database"] = $"Data Source={Path.Combine(folder.FullName, "e.db")}";
        start.Environment["Entente__Files"] = Path.Combine(folder.FullName, "files");
        start.Environment["Entente__Keys"] = Path.Combine(folder.FullName, "keys");
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return await Task.FromResult(new Product(Process.Start(start)!, folder));
    }

    /// <summary>Waits until it listens.</summary>
    public async Task<string> ListensAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith("Entente listens on ", StringComparison.Ordinal)) return line["Entente listens on ".Length..];
        throw new InvalidOperationException("The product ended: " + await errors);
    }

    /// <summary>Ends it as a power cut would (SIGKILL).</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Waits until it ended by itself.</summary>
    public async Task<(int Code, string Errors)> EndAsync()
    {
        await process.WaitForExitAsync();
        return (process.ExitCode, await errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }
}
