using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;

namespace Entente.Foundation.Documents;

/// <summary>
/// Lists in documents, such as the courses of a plan: a table row, list item or paragraph that names a placeholder of a list stands once for each of its lines. Where a list has no line it is left
/// out, and with it the table whose rows it would have been. Lines are kept as values of their own: <c>course_title__2</c> of <c>course_title__n</c>.
/// </summary>
internal static partial class DocumentRows
{
    private const string Between = "__";
    private const string Number = Between + "n";

    /// <summary>Adds the lines of lists to the values.</summary>
    public static void Add(Dictionary<string, string> values, IReadOnlyDictionary<string, IReadOnlyList<LocalizedText>> lists, Language language)
    {
        foreach (var (field, lines) in lists)
        {
            values[field + Number] = lines.Count.ToString(CultureInfo.InvariantCulture);
            for (var i = 0; i < lines.Count; i++) values[LineOf(field, i)] = lines[i].In(language.Tag);
        }
    }

    /// <summary>Whether a value is a line of a list; it may be empty.</summary>
    public static bool IsLine(string name) => name.Contains(Between, StringComparison.Ordinal);

    /// <summary>The names with those of lists replaced by their lines'.</summary>
    public static IReadOnlySet<string> Lines(IEnumerable<string> names, IReadOnlyDictionary<string, string> values) =>
        names.SelectMany(n => CountOf(n, values) is { } lines ? Enumerable.Range(0, lines).Select(i => LineOf(n, i)) : [n]).ToHashSet(StringComparer.Ordinal);

    /// <summary>How many lines what names some placeholders stands for; none: it names no list.</summary>
    public static int? CountOf(IEnumerable<string> names, IReadOnlyDictionary<string, string> values) => names.Select(n => CountOf(n, values)).Max();

    /// <summary>The values as one line of the lists has them.</summary>
    public static IReadOnlyDictionary<string, string> Of(int line, IReadOnlyDictionary<string, string> values)
    {
        var own = new Dictionary<string, string>(values, StringComparer.Ordinal);
        foreach (var field in values.Keys.Where(k => k.EndsWith(Number, StringComparison.Ordinal)).Select(k => k[..^Number.Length])) own[field] = values.GetValueOrDefault(LineOf(field, line), "");
        return own;
    }

    /// <summary>Print HTML with every line of its lists.</summary>
    public static string Expand(string html, IReadOnlyDictionary<string, string> values)
    {
        html = Table().Replace(html, table => CountOf(NamesIn(table.Value), values) == 0 ? "" : table.Value);
        foreach (var repeated in new[] { Row(), Item(), Paragraph() })
        {
            html = repeated.Replace(html, block => CountOf(NamesIn(block.Value), values) is not { } lines ? block.Value
                : string.Concat(Enumerable.Range(0, lines).Select(i => Command().Replace(block.Value, c => Name().Replace(c.Value, n => CountOf(n.Value, values) is null ? n.Value : LineOf(n.Value, i))))));
        }

        return html;
    }

    private static IEnumerable<string> NamesIn(string html) => Command().Matches(html).SelectMany(c => Name().Matches(c.Value)).Select(n => n.Value);

    private static int? CountOf(string name, IReadOnlyDictionary<string, string> values) => values.TryGetValue(name + Number, out var lines) ? int.Parse(lines, CultureInfo.InvariantCulture) : null;

    private static string LineOf(string field, int line) => string.Create(CultureInfo.InvariantCulture, $"{field}{Between}{line + 1}");

    [GeneratedRegex(@"<table\b(?:(?!<table\b).)*?</table>", RegexOptions.Singleline | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Table();

    [GeneratedRegex(@"<tr\b(?:(?!<tr\b).)*?</tr>", RegexOptions.Singleline | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"<li\b(?:(?!<li\b).)*?</li>", RegexOptions.Singleline | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Item();

    [GeneratedRegex(@"<p\b(?:(?!<p\b).)*?</p>", RegexOptions.Singleline | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"\{\{[^{}]*\}\}|\{%[^{}%]*%\}", RegexOptions.None, 1000)]
    private static partial Regex Command();

    [GeneratedRegex("[a-z][a-z0-9_]*", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
