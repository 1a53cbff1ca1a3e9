using Entente.Safeguards.Model;
using NodaTime;

namespace Entente.Safeguards.Packs;

/// <summary>The packs a new installation starts with: the files of <c>Packs/Shipped</c>, in the order they were released in. A file once released is never changed; a new version is a new file.</summary>
internal static class ShippedPacks
{
    /// <summary>When they are said to have been installed.</summary>
    public static readonly Instant At = Instant.FromUtc(2026, 1, 1, 0, 0);

    private const string Folder = "Packs/";

    /// <summary>The files by their release: the keys of their rows follow this order, so a new file stands at the end.</summary>
    public static IReadOnlyList<string> Released { get; } =
    [
        "entente.agreements-2026.1", "entente.documents-2026.1", "entente.funding-2026.1", "entente.mobility-2026.1", "entente.nomination-2026.1",
        "entente.grades-2026.1",
        "entente.stay-changes-2026.1",
        "entente.two-degrees-2026.1",
        "entente.application-2026.1",
        "entente.admission-2026.1",
        "entente.invitation-2026.1",
    ];

    public static IReadOnlyList<string> All { get; } = [.. Released.Select(Content)];

    /// <summary>The names of the files that were built in.</summary>
    public static IEnumerable<string> Files => typeof(ShippedPacks).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Select(n => Path.GetFileNameWithoutExtension(n[Folder.Length..]));

    /// <summary>The fixed key of the row of a shipped pack.</summary>
    public static Foundation.Ids.Id<PackEdition> Key(int i) => new(new Guid(0x019a0000, 3, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, (byte)(i + 1)));

    /// <summary>The pack.</summary>
    /// <exception cref="InvalidOperationException">A shipped pack is wrong: a defect of the product, found by every test.</exception>
    public static Pack Read(string content) => PackReader.Read(content) switch
    {
        ({ } pack, _) => pack,
        var (_, errors) => throw new InvalidOperationException("A shipped pack is wrong: " + string.Join("; ", errors)),
    };

    private static string Content(string file)
    {
        using var stream = typeof(ShippedPacks).Assembly.GetManifestResourceStream($"{Folder}{file}.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
