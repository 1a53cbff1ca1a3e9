using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Entente.Foundation.Data;

/// <summary>One column of a table and how it is read from a record.</summary>
internal sealed record BulkColumn(string Name, string Place, string StoreType, bool IsKey, bool IsVersion, Func<object, object?> ValueOf)
{
    /// <summary>Every column; versions rise.</summary>
    public static IReadOnlyList<BulkColumn> Of(IEntityType type) => [.. type.GetProperties().Select((p, i) => Of(p, i, raises: true))];

    /// <summary>Every column but keys the database gives; versions have risen.</summary>
    public static IReadOnlyList<BulkColumn> OfSaved(IEntityType type) => [.. type.GetProperties()
        .Where(p => !(p.IsPrimaryKey() && p.ClrType == typeof(long))).Select((p, i) => Of(p, i, raises: false))];

    public static string List(IEnumerable<BulkColumn> columns) => string.Join(", ", columns.Select(c => c.Name));

    public static string Places(IEnumerable<BulkColumn> columns) => string.Join(", ", columns.Select(c => c.Place));

    private static BulkColumn Of(IProperty property, int index, bool raises)
    {
        var mapping = property.GetRelationalTypeMapping();
        var getter = property.GetGetter();
        var isVersion = property.Name == nameof(IEntity.Version);
        object? ValueOf(object row)
        {
            var value = isVersion && raises ? ((IEntity)row).Version + 1 : getter.GetClrValue(row);
            return value is null || mapping.Converter is not { } converter ? value : converter.ConvertToProvider(value);
        }

        return new(
            $"\"{property.GetColumnName()}\"", "@p" + index.ToString(CultureInfo.InvariantCulture), mapping.StoreTypeNameBase, property.IsPrimaryKey(), isVersion, ValueOf);
    }
}
