using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Entente.Foundation.Ids;

/// <summary>The key of a record: a UUID of version 7, typed by the card its room publishes, so that keys of two kinds cannot be confused.</summary>
/// <typeparam name="TCard">The card of the record the key names.</typeparam>
[JsonConverter(typeof(IdJsonConverterFactory))]
public readonly record struct Id<TCard>(Guid Value) : IComparable<Id<TCard>>, IParsable<Id<TCard>>
{
    /// <summary>A new key; keys made later sort later.</summary>
    public static Id<TCard> New() => new(IdSeries.Next());

    /// <inheritdoc/>
    public int CompareTo(Id<TCard> other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public static Id<TCard> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is no key.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<TCard> result)
    {
        var read = Guid.TryParse(s, out var value);
        result = new(value);
        return read;
    }

    /// <summary>32 hexadecimal digits, as it stands in addresses and files.</summary>
    public override string ToString() => Value.ToString("N");
}

/// <summary>Writes typed keys as their 32 digits.</summary>
internal sealed class IdJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Id<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(IdJsonConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
}

internal sealed class IdJsonConverter<TCard> : JsonConverter<Id<TCard>>
{
    public override Id<TCard> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Id<TCard>.Parse(reader.GetString() ?? "", null);

    public override void Write(Utf8JsonWriter writer, Id<TCard> value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
