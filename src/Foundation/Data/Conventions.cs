using Entente.Foundation.Ids;
using Entente.Foundation.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace Entente.Foundation.Data;

/// <summary>What holds for every room's tables: names, keys, references, versions, guards.</summary>
internal static class Conventions
{
    public static IEnumerable<Type> IdTypesOf(IEnumerable<Room> rooms) => rooms
        .SelectMany(room => room.Assembly.GetTypes())
        .Where(type => type is { IsClass: true, IsAbstract: false } && MappedProperties.Mentions(type))
        .SelectMany(MappedProperties.IdsOf)
        .Distinct();

    public static bool HasMaps(Room room) => room.Assembly.GetTypes().Any(type => type.GetInterfaces()
        .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>)));

    /// <summary>Gives tables the prefix of their room: <c>partners_agreement</c>.</summary>
    public static void NameTables(IMutableModel model, IReadOnlyList<Room> rooms)
    {
        var prefixes = rooms.ToDictionary(room => room.Assembly, room => room.Name);
        foreach (var entity in model.GetEntityTypes())
        {
            if (entity.IsOwned() || entity.GetTableName() is null || entity.BaseType is not null) continue;
            if (prefixes.TryGetValue(entity.ClrType.Assembly, out var prefix))
                entity.SetTableName($"{prefix}_{Snake(entity.ClrType.Name)}");
        }
    }

    /// <summary>Makes every typed key that is not yet one a real foreign key, across rooms too; nothing that is referred to can be deleted.</summary>
    public static void ReferToRecords(IMutableModel model)
    {
        var byKey = model.GetEntityTypes()
            .Where(e => e.FindPrimaryKey() is { Properties: [{ } key] } && IsId(key.ClrType))
            .ToDictionary(e => e.FindPrimaryKey()!.Properties[0].ClrType);
        foreach (var entity in model.GetEntityTypes().ToList())
        {
            foreach (var property in entity.GetDeclaredProperties().ToList())
            {
                var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                if (property.IsPrimaryKey() || !IsId(type) || property.GetContainingForeignKeys().Any()) continue;
                if (property.PropertyInfo?.IsDefined(typeof(NoReferenceAttribute), true) == true) continue;
                if (!byKey.TryGetValue(type, out var principal)) continue;
                var reference = entity.AddForeignKey(property, principal.FindPrimaryKey()!, principal);
                reference.DeleteBehavior = DeleteBehavior.Restrict;
                if (!entity.GetIndexes().Any(i => i.Properties[0] == property)) entity.AddIndex(property);
            }
        }
    }

    public static void GuardVersions(IMutableModel model)
    {
        foreach (var entity in model.GetEntityTypes().Where(e => typeof(IEntity).IsAssignableFrom(e.ClrType)))
            entity.FindProperty(nameof(IEntity.Version))!.IsConcurrencyToken = true;
    }

    public static void StoreMomentsAsTicks(ModelConfigurationBuilder builder) =>
        builder.Properties<Instant>().HaveConversion<InstantTicksConverter>();

    private static bool IsId(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>);

    private static string Snake(string name) => string.Concat(
        name.Select((c, i) => char.IsUpper(c) && i > 0 ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}

/// <summary>A typed key that outlives the record it names (a log, an undone import); no foreign key is made for it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NoReferenceAttribute : Attribute;

internal static class MappedProperties
{
    public static bool Mentions(Type type) => type.GetProperties().Any(p => IdOf(p.PropertyType) is not null);

    public static IEnumerable<Type> IdsOf(Type type) => type.GetProperties().Select(p => IdOf(p.PropertyType)).OfType<Type>();

    private static Type? IdOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>) && !type.ContainsGenericParameters ? type : null;
    }
}
