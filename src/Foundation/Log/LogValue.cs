using System.Globalization;
using System.Security.Cryptography;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Entente.Foundation.Log;

/// <summary>How one value stands in the log.</summary>
internal static class LogValue
{
    private const int Longest = 400;

    public static string? Of(IProperty property, object? value)
    {
        if (value is null) return null;
        if (value is byte[] bytes) return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));
        var text = value is LocalizedText localized ? localized.ToJson() : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (property.PropertyInfo?.IsDefined(typeof(PersonalAttribute), true) == true) return PersonalHash.Of(text);
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }
}
