using System.Globalization;
using System.Net.Mail;
using Microsoft.AspNetCore.Http;

namespace Entente.Foundation.Web;

/// <summary>What is wrong with one field: a text key and its arguments, so that it reads in the language of whoever sees it.</summary>
/// <param name="Field">The field's name in the form; empty for the form as a whole.</param>
/// <param name="TextKey">The key of the sentence that says what to change.</param>
/// <param name="Args">What fills the sentence's places.</param>
public sealed record FieldError(string Field, string TextKey, params object?[] Args);

/// <summary>
/// Reads a posted form field by field, with limits, and collects what is wrong, so that an answer of 422 can show
/// every error next to its field with the values kept. Nothing is bound to an entity behind one's back.
/// </summary>
public sealed class FormReader(IFormCollection form)
{
    private const int LongestEmail = 254;

    private readonly List<FieldError> errors = [];
    private readonly Dictionary<string, string> labels = new(StringComparer.Ordinal);

    /// <summary>An empty form, for the first showing of a page.</summary>
    public static FormReader Empty { get; } = new(FormCollection.Empty);

    /// <summary>What is wrong so far.</summary>
    public IReadOnlyList<FieldError> Errors => errors;

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool IsValid => errors.Count == 0;

    /// <summary>Whether anything was sent; a box that is not ticked sends nothing, so its absence means no only then.</summary>
    public bool WasSent => form.Count > 0;

    /// <summary>The uploaded files.</summary>
    public IFormFileCollection Files => form.Files;

    /// <summary>Reads the request's form.</summary>
    public static async Task<FormReader> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        new(await request.ReadFormAsync(cancellation));

    /// <summary>The value as it was typed, to show again.</summary>
    public string Raw(string field) => form.TryGetValue(field, out var value) ? value.ToString() : "";

    /// <summary>The names of all fields that were sent.</summary>
    public IEnumerable<string> Fields => form.Keys;

    /// <summary>Whether the form has the field at all.</summary>
    public bool Has(string field) => form.ContainsKey(field);

    /// <summary>A text of at most <paramref name="max"/> characters, trimmed; empty where missing.</summary>
    public string Text(string field, int max, bool required = false)
    {
        var value = Raw(field).Trim();
        if (required && value.Length == 0) Refuse(field, "form.required");
        if (value.Length > max) Refuse(field, "form.too-long", max, value.Length);
        return value;
    }

    /// <summary>A mail address of at most 254 characters; empty where missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="required">Whether it must be there.</param>
    /// <param name="wrongKey">The key of the sentence where it is none.</param>
    public string Email(string field, bool required = false, string wrongKey = "form.email")
    {
        var value = Text(field, LongestEmail, required);
        if (value.Length > 0 && !MailAddress.TryCreate(value, out _)) Refuse(field, wrongKey);
        return value;
    }

    /// <summary>A date in ISO 8601, as browsers send it.</summary>
    public DateOnly? Date(string field, bool required = false)
    {
        var value = Text(field, 40, required);
        if (value.Length == 0) return null;
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Refuse(field, "form.date");
        return null;
    }

    /// <summary>A time of day as browsers send it, to the minute.</summary>
    public TimeOnly? Time(string field, bool required = false)
    {
        var value = Text(field, 20, required);
        if (value.Length == 0) return null;
        if (TimeOnly.TryParseExact(value, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return new(time.Hour, time.Minute);
        Refuse(field, "form.time");
        return null;
    }

    /// <summary>A whole number within bounds.</summary>
    public int? Number(string field, int min, int max, bool required = false)
    {
        var value = Text(field, 20, required);
        if (value.Length == 0) return null;
        if (int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max) return number;
        Refuse(field, "form.number", min, max);
        return null;
    }

    /// <summary>One of an enumeration's names.</summary>
    public T Choice<T>(string field, T fallback)
        where T : struct, Enum
    {
        var value = Raw(field);
        if (value.Length == 0) return fallback;
        if (Enum.TryParse<T>(value, out var choice) && Enum.IsDefined(choice)) return choice;
        Refuse(field, "form.choice");
        return fallback;
    }

    /// <summary>A record's key.</summary>
    public Id<TCard>? Key<TCard>(string field, bool required = false)
    {
        var value = Text(field, 40, required);
        if (value.Length == 0) return null;
        if (Id<TCard>.TryParse(value, null, out var id)) return id;
        Refuse(field, "form.choice");
        return null;
    }

    /// <summary>Every value sent under the field.</summary>
    public IReadOnlyList<string> All(string field) => form.TryGetValue(field, out var values) ? [.. values.OfType<string>()] : [];

    /// <summary>Whether a box is ticked.</summary>
    public bool Flag(string field) => Raw(field) is "true" or "on" or "1";

    /// <summary>Notes under which words a field is shown, so that the summary of errors can name it; nothing where nothing is wrong.</summary>
    public void Label(string field, string words)
    {
        if (!IsValid) labels[field] = words;
    }

    /// <summary>The words a field is shown under; empty where it is not on the page.</summary>
    public string LabelOf(string field) => labels.GetValueOrDefault(field) ?? "";

    /// <summary>Notes an error.</summary>
    public void Refuse(string field, string textKey, params object?[] args) => errors.Add(new(field, textKey, args));
}
