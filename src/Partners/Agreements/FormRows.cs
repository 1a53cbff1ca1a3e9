using System.Globalization;
using Entente.Foundation.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Entente.Partners.Agreements;

/// <summary>
/// The fields of a form with rows (<c>place-0-code</c>, <c>place-1-code</c>): what was sent, with a row added or taken away by a
/// button of the form itself, so that it works without JavaScript.
/// </summary>
internal sealed class FormRows(Dictionary<string, StringValues> fields)
{
    /// <summary>More rows of one sort than this are not taken.</summary>
    public const int Most = 60;

    public static async Task<FormRows> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var sent = await request.ReadFormAsync(cancellation);
        return new(sent.Where(f => f.Key is not "__RequestVerificationToken").ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal));
    }

    /// <summary>The form as a page and its reader see it.</summary>
    public FormReader Reader() => new(new FormCollection(fields));

    public string this[string field]
    {
        get => fields.TryGetValue(field, out var value) ? value.ToString() : "";
        set => fields[field] = value;
    }

    public bool Has(string field) => fields.ContainsKey(field);

    public void Set(string field, StringValues values) => fields[field] = values;

    /// <summary>How many rows of a sort there are.</summary>
    public int Count(string sort) => Count(fields.Keys, sort);

    /// <summary>The same of a form that is read only.</summary>
    public static int Count(FormReader form, string sort)
    {
        var count = 0;
        while (count < Most && form.Has($"{sort}-{count}-row")) count++;
        return count;
    }

    /// <summary>Adds a row; a full form stays as it is.</summary>
    /// <returns>The names of its fields begin with this.</returns>
    public string? Add(string sort, params (string Field, string Value)[] values)
    {
        var at = Count(sort);
        if (at >= Most) return null;
        var row = $"{sort}-{at}-";
        fields[row + "row"] = "1";
        foreach (var (field, value) in values) fields[row + field] = value;
        return row;
    }

    /// <summary>Takes a row away; those after it move up.</summary>
    public void Remove(string sort, int row)
    {
        var count = Count(sort);
        if (row < 0 || row >= count) return;
        var moved = fields.Where(f => f.Key.StartsWith(sort + "-", StringComparison.Ordinal))
            .Select(f => (f.Key, Place: PlaceOf(f.Key, sort), f.Value)).Where(f => f.Place.Row >= row).ToList();
        foreach (var (key, _, _) in moved) fields.Remove(key);
        foreach (var (_, place, value) in moved.Where(f => f.Place.Row > row)) fields[$"{sort}-{place.Row - 1}-{place.Field}"] = value;
    }

    /// <summary>Lets a row and the one before it change places.</summary>
    public void Raise(string sort, int row)
    {
        if (row < 1 || row >= Count(sort)) return;
        var moved = fields.Where(f => f.Key.StartsWith(sort + "-", StringComparison.Ordinal))
            .Select(f => (f.Key, Place: PlaceOf(f.Key, sort), f.Value)).Where(f => f.Place.Row == row || f.Place.Row == row - 1).ToList();
        foreach (var (key, _, _) in moved) fields.Remove(key);
        foreach (var (_, place, value) in moved) fields[$"{sort}-{(row * 2) - 1 - place.Row}-{place.Field}"] = value;
    }

    /// <summary>Takes away rows in which nothing was entered.</summary>
    public void DropBlank(string sort, params string[] entered)
    {
        for (var row = Count(sort) - 1; row >= 0; row--)
            if (Array.TrueForAll(entered, field => string.IsNullOrWhiteSpace(this[$"{sort}-{row}-{field}"]))) Remove(sort, row);
    }

    private static int Count(ICollection<string> names, string sort)
    {
        var count = 0;
        while (count < Most && names.Contains($"{sort}-{count}-row")) count++;
        return count;
    }

    private static (int Row, string Field) PlaceOf(string name, string sort)
    {
        var rest = name[(sort.Length + 1)..];
        var end = rest.IndexOf('-', StringComparison.Ordinal);
        return end > 0 && int.TryParse(rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? (row, rest[(end + 1)..]) : (-1, rest);
    }
}
