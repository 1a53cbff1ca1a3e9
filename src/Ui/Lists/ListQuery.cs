using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Entente.Ui.Lists;

/// <summary>
/// What a list is asked for in its address: text, order, page, and filters. Read with limits; what is out of bounds
/// falls back, because an address is shared and outlives the list's columns.
/// </summary>
public sealed class ListQuery
{
    /// <summary>Rows of a page where the address does not say.</summary>
    public const int UsualSize = 50;

    private const int LongestText = 200;
    private readonly Dictionary<string, StringValues> values;

    private ListQuery(string path, Dictionary<string, StringValues> values)
    {
        Path = path;
        this.values = values;
        Text = Filter("q") ?? "";
        Sort = Filter("sort") ?? "";
        Number = Math.Max(1, Whole("page", 1));
        Size = Math.Clamp(Whole("size", UsualSize), 20, 200);
    }

    /// <summary>The list's address without its query.</summary>
    public string Path { get; }

    /// <summary>The text looked for (<c>q</c>), trimmed, at most 200 characters; empty for all.</summary>
    public string Text { get; }

    /// <summary>The order (<c>sort</c>): a column's key, with a minus in front for descending; empty for the list's own.</summary>
    public string Sort { get; }

    /// <summary>The column ordered by, without the sign.</summary>
    public string SortColumn => Sort.TrimStart('-');

    /// <summary>Whether the order is descending.</summary>
    public bool Descending => Sort.StartsWith('-');

    /// <summary>The page, from 1 (<c>page</c>).</summary>
    public int Number { get; }

    /// <summary>Rows of a page, 20 to 200 (<c>size</c>).</summary>
    public int Size { get; }

    /// <summary>How many rows lie before this page.</summary>
    public int Skip => (int)Math.Min(int.MaxValue, (Number - 1L) * Size);

    /// <summary>The list and everything that narrows it, whatever its order, page and columns: two of the same text ask for the same rows.</summary>
    public string Narrowing => QueryHelpers.AddQueryString(Path, values.Where(v => !Presents(v.Key)).OrderBy(v => v.Key, StringComparer.Ordinal));

    /// <summary>Whether text or any filter narrows the list.</summary>
    public bool IsNarrowed => values.Keys.Any(k => !Presents(k));

    /// <summary>The columns chosen (<c>columns</c>); empty for the usual ones.</summary>
    public IReadOnlyList<string> ColumnKeys => All("columns");

    /// <summary>Reads a request's query.</summary>
    public static ListQuery From(HttpRequest request) => Of(request.PathBase + request.Path, request.Query);

    /// <summary>A list asked for by path and values, as a test or a link writes them.</summary>
    public static ListQuery Of(string path, IEnumerable<KeyValuePair<string, StringValues>> query) => new(path, query
        .Where(p => p.Value.Any(v => !string.IsNullOrWhiteSpace(v)))
        .Take(40)
        .GroupBy(p => p.Key, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => new StringValues([.. g.SelectMany(p => p.Value).Select(Trim).Where(v => v.Length > 0).Take(100)]), StringComparer.Ordinal));

    /// <summary>A list asked for without any query.</summary>
    public static ListQuery Of(string path) => Of(path, []);

    /// <summary>The value of a filter; none where it is not set.</summary>
    public string? Filter(string name) => values.TryGetValue(name, out var found) && found.Count > 0 ? found[0] : null;

    /// <summary>Every value of a filter.</summary>
    public IReadOnlyList<string> All(string name) => values.TryGetValue(name, out var found) ? [.. found.OfType<string>()] : [];

    /// <summary>The same list with one value changed or, where none is given, taken away; begins again at the first page.</summary>
    public string With(string name, string? value) => Address(name, value, keepPage: false);

    /// <summary>The same list at another page.</summary>
    public string AtPage(int number) => Address("page", number > 1 ? number.ToString(CultureInfo.InvariantCulture) : null, keepPage: false);

    /// <summary>The address that orders by a column; the other way round where it already does.</summary>
    public string SortBy(string column) => With("sort", Sort == column ? "-" + column : column);

    /// <summary>The query as it stands on another path: an export of exactly this list.</summary>
    public string On(string path) => QueryHelpers.AddQueryString(path, values.Where(v => v.Key is not ("page" or "size")));

    /// <summary>What a filter form repeats as hidden values, so that choosing one keeps the rest.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept(params string[] except) => values
        .Where(v => v.Key != "page" && !except.Contains(v.Key, StringComparer.Ordinal))
        .SelectMany(v => v.Value.OfType<string>().Select(one => new KeyValuePair<string, string>(v.Key, one)));

    private static bool Presents(string key) => key is "sort" or "page" or "size" or "columns" or "lang";

    private static string Trim(string? value)
    {
        var trimmed = (value ?? "").Trim();
        return trimmed.Length > LongestText ? trimmed[..LongestText] : trimmed;
    }

    private int Whole(string name, int fallback) =>
        int.TryParse(Filter(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : fallback;

    private string Address(string name, string? value, bool keepPage)
    {
        var kept = values.Where(v => v.Key != name && (keepPage || v.Key != "page"));
        return QueryHelpers.AddQueryString(Path, value is { Length: > 0 } ? kept.Append(new(name, value)) : kept);
    }
}
