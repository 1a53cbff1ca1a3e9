using Entente.Foundation.Ids;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Entente.Foundation.Data;

internal sealed class IdConverter<TCard>() : ValueConverter<Id<TCard>, Guid>(id => id.Value, value => new Id<TCard>(value));

internal sealed class LocalizedTextConverter() : ValueConverter<LocalizedText, string>(
    text => text.ToJson(), json => LocalizedText.FromJson(json));

internal sealed class LocalizedTextComparer() : ValueComparer<LocalizedText>(
    (a, b) => object.Equals(a, b), text => text.GetHashCode(), text => text);

/// <summary>SQLite keeps a moment as the number of ticks since 1970, so that it orders and compares.</summary>
internal sealed class InstantTicksConverter() : ValueConverter<NodaTime.Instant, long>(
    instant => instant.ToUnixTimeTicks(), ticks => NodaTime.Instant.FromUnixTimeTicks(ticks));
