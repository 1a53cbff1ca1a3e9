using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Entente.Foundation.Keys;

/// <summary>Encrypts on the way to the database and decrypts on the way back.</summary>
internal sealed class EncryptedConverter(FieldKeys keys) : ValueConverter<string, string>(text => keys.Encrypt(text), stored => keys.Decrypt(stored));

internal static class EncryptedFields
{
    public static bool IsEncrypted(this IReadOnlyProperty property) => property.PropertyInfo?.IsDefined(typeof(EncryptedAttribute), true) == true;

    public static void Encrypt(IMutableModel model, FieldKeys keys)
    {
        var converter = new EncryptedConverter(keys);
        foreach (var property in model.GetEntityTypes().SelectMany(e => e.GetDeclaredProperties()).Where(IsEncrypted))
        {
            if (property.ClrType != typeof(string)) throw new InvalidOperationException($"{property.DeclaringType.Name}.{property.Name} is encrypted and no text.");
            property.SetValueConverter(converter);
            property.SetMaxLength(null);
        }
    }
}

/// <summary>A model holds the ring its converters use; two hosts of one process with different places of keys have different models.</summary>
internal sealed class ModelOfKeyPlace : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), designTime, (context as AppDbContext)?.Keys.Place);
}
