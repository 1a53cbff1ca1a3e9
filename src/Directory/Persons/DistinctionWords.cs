using Entente.Directory.Model;
using Entente.Foundation.Texts;
using Entente.Ui.Lists;

namespace Entente.Directory.Persons;

/// <summary>The words for kinds of distinction.</summary>
internal static class DistinctionWords
{
    public static string KeyOf(DistinctionKind kind) => "directory.distinction." + kind.ToString().ToLowerInvariant();

    public static IReadOnlyList<Choice> Choices(TextCatalog texts) =>
        [.. Enum.GetValues<DistinctionKind>().Select(k => new Choice(k.ToString(), texts[KeyOf(k)]))];
}
