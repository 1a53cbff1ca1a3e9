using Entente.Safeguards.Model;
using NodaTime;

namespace Entente.Safeguards.Packs;

/// <summary>The packs a new installation starts with: the files of <c>Packs/Shipped</c>, in the order of their names. A file once released is never changed; a new version is a new file.</summary>
internal static class ShippedPacks
{
    /// <summary>When they are said to have been installed.</summary>
    public static readonly Instant At = Instant.FromUtc(2026, 1, 1, 0, 0);

    private const string Folder = "Packs/";

    public static IReadOnlyList<string> All { get; } = [.. typeof(ShippedPacks).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Content)];

    /// <summary>The fixed key of the row of a shipped pack.</summary>
    public static Foundation.Ids.Id<PackEdition> Key(int i) => new(new Guid(0x019a0000, 3, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, (byte)(i + 1)));

    /// <summary>The pack.</summary>
    /// <exception cref="InvalidOperationException">A shipped pack is wrong: a defect of the product, found by every test.</exception>
    public static Pack Read(string content) => PackReader.Read(content) switch
    {
        ({ } pack, _) => pack,
        var (_, errors) => throw new InvalidOperationException("A shipped pack is wrong: " + string.Join("; ", errors)),
    };

    private static string Content(string resource)
    {
        using var stream = typeof(ShippedPacks).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
