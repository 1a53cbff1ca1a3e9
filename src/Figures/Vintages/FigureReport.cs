using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Entente.Contracts.Figures;
using Entente.Figures.Counting;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using NodaTime;
using NodaTime.Text;

namespace Entente.Figures.Vintages;

/// <summary>A figure as machines read it; the public's form, so a small number, its records and its digest are withheld.</summary>
internal sealed class FigureReport(TextCatalog texts)
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The figure as it counts now, with what was published.</summary>
    public byte[] OfNow(FigureCount count, IReadOnlyList<VintageLine> vintages) => Write(json =>
    {
        Counted(json, count, count.IsWithheld ? "withheld" : "computed");
        json.WritePropertyName("published");
        if (vintages.Count == 0) json.WriteNullValue();
        else Published(json, vintages.MaxBy(v => v.Number)!);
        json.WriteStartArray("history");
        foreach (var vintage in vintages.OrderBy(v => v.Number)) Published(json, vintage);
        json.WriteEndArray();
    });

    /// <summary>The figure as it is being published; these bytes are kept.</summary>
    public byte[] OfVintage(FigureCount count, int number, int restatement, LocalizedText? cause, Instant at) => Write(json =>
    {
        Counted(json, count, restatement == 0 ? "published" : "restated");
        json.WriteNumber("number", number);
        json.WriteString("publishedAt", InstantPattern.General.Format(at));
        Text(json, "cause", cause);
    });

    /// <summary>Several figures as they count now.</summary>
    public byte[] OfAll(IEnumerable<FigureCount> counts, DateOnly asOf) => Write(json =>
    {
        Date(json, "asOf", asOf);
        json.WriteStartArray("figures");
        foreach (var count in counts)
        {
            json.WriteStartObject();
            Counted(json, count, count.IsWithheld ? "withheld" : "computed");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Published(Utf8JsonWriter json, VintageLine vintage)
    {
        json.WriteStartObject();
        json.WriteNumber("number", vintage.Number);
        json.WriteString("status", vintage.IsRestated ? "restated" : "published");
        json.WriteNumber("version", vintage.DefinitionVersion);
        Value(json, vintage.Value, vintage.IsWithheld);
        Date(json, "asOf", vintage.AsOf);
        json.WriteString("publishedAt", InstantPattern.General.Format(vintage.PublishedAt));
        json.WriteString("digest", vintage.IsWithheld ? null : vintage.Digest);
        Text(json, "cause", vintage.Cause);
        json.WriteEndObject();
    }

    private void Counted(Utf8JsonWriter json, FigureCount count, string status)
    {
        var figure = count.Definition;
        json.WriteString("id", figure.Id);
        json.WriteNumber("version", figure.Version);
        Value(json, count.Value, count.IsWithheld);
        json.WriteString("unit", figure.Unit.ToString().ToLowerInvariant());
        Date(json, "asOf", count.Window.AsOf);
        Date(json, "from", count.Window.From);
        if (count.IsWithheld) json.WriteNull("records");
        else json.WriteNumber("records", count.Records.Count);
        json.WriteString("digest", count.IsWithheld ? null : count.Digest);
        json.WriteString("status", status);
        json.WriteNumber("withheldUpTo", figure.SuppressUpTo);
        Words(json, "name", $"figure.{figure.Id}.name");
        Words(json, "definition", $"figure.{figure.Id}.definition");
        Words(json, "unitName", $"figure.{figure.Id}.unit.other");
    }

    private static void Value(Utf8JsonWriter json, long value, bool isWithheld)
    {
        if (isWithheld) json.WriteNull("value");
        else json.WriteNumber("value", value);
    }

    private static void Date(Utf8JsonWriter json, string name, DateOnly date) =>
        json.WriteString(name, date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private void Words(Utf8JsonWriter json, string name, string key)
    {
        json.WriteStartObject(name);
        foreach (var language in Language.All) json.WriteString(language.Tag, texts.In(language, key));
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, LocalizedText? text)
    {
        if (text is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        foreach (var (language, words) in text.Texts.OrderBy(t => t.Key, StringComparer.Ordinal)) json.WriteString(language, words);
        json.WriteEndObject();
    }

    private static byte[] Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }
}
