using System.Text.RegularExpressions;

namespace Entente.Architecture.Tests;

/// <summary>The gallery shows every component of the kit, by itself or inside another; a new one cannot be forgotten.</summary>
public sealed partial class GalleryTests
{
    // The pages of the import and of the search are pages, not parts of them.
    private static readonly string[] Kit = ["Figures", "Forms", "Lists", "Pages", "Pictures", "Records"];

    [Fact]
    public void Every_component_of_the_kit_is_in_the_gallery()
    {
        var components = Kit.SelectMany(folder => Razor(Path.Combine("src/Ui", folder))).ToDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText, StringComparer.Ordinal);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(Razor("src/Ui/Gallery").Select(File.ReadAllText));
        while (next.TryDequeue(out var text))
        {
            foreach (Match tag in Tags().Matches(text))
            {
                var name = tag.Groups["name"].Value;
                if (components.TryGetValue(name, out var inside) && shown.Add(name)) next.Enqueue(inside);
            }
        }

        Assert.Equal([], components.Keys.Except(shown, StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Razor(string folder) => House.SourceFiles(folder).Where(f => f.EndsWith(".razor", StringComparison.Ordinal));

    [GeneratedRegex("<(?<name>[A-Z][A-Za-z]+)\\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tags();
}
