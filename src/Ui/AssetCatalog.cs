using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Entente.Ui;

/// <summary>The addresses of the served assets; each carries the hash of its content, so browsers may keep it for ever.</summary>
public sealed class AssetCatalog
{
    private readonly ConcurrentDictionary<string, string> addresses = new(StringComparer.Ordinal);

    /// <summary>The folder the build filled, beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "assets");

    /// <summary>The address of an asset.</summary>
    public string this[string name] => addresses.GetOrAdd(name, static n =>
    {
        var path = Path.Combine(Folder, n);
        return File.Exists(path) ? $"/assets/{n}?v={Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))[..12]}" : $"/assets/{n}";
    });
}
