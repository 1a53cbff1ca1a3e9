using System.Globalization;
using System.Security.Cryptography;
using Entente.Foundation.Data;
using Entente.Foundation.Keys;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Entente.Foundation.Log;

/// <summary>How one value stands in the log.</summary>
internal static class LogValue
{
    private const int Longest = 400;

    /// <summary>Whether a value enters only as a keyed hash: it is about a person, or encrypted.</summary>
    public static bool IsHidden(IProperty property) => property.PropertyInfo?.IsDefined(typeof(PersonalAttribute), true) == true || property.IsEncrypted();

    public static string? Of(IProperty property, object? value, byte[]? key)
    {
        if (value is null) return null;
        if (IsHidden(property)) return PersonalHash.Of(key!, value is byte[] hidden ? Convert.ToHexStringLower(hidden) : Text(value));
        if (value is byte[] bytes) return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));
        var text = Text(value);
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }

    private static string Text(object value) => value switch
    {
        LocalizedText localized => localized.ToJson(),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
