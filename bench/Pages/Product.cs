using System.Diagnostics;
using System.Globalization;

namespace Entente.Bench.Pages;

/// <summary>The built product beside the bench, and how a bench sets it up.</summary>
internal static class Product
{
    public static string Dll { get; } = Path.Combine(AppContext.BaseDirectory, "entente.dll");

    public static (string, string)[] Settings(string folder, int port, bool demo) =>
    [
        ("Entente__Database", $"Data Source={Path.Combine(folder, "bench.db")}"),
        ("Entente__Files", Path.Combine(folder, "files")),
        ("Entente__Keys", Path.Combine(folder, "keys")),
        ("Entente__Urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")),
        ("Entente__Demo", demo ? "true" : "false"),
    ];

    /// <summary>Runs one command of the product to its end.</summary>
    public static async Task RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        start.ArgumentList.Add(Dll);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in Settings(folder, 0, demo: false)) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
