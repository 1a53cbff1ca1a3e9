using System.Globalization;

namespace Entente.Foundation.Data;

/// <summary>
/// The binary key by which names are ordered in the database: pinyin for Han, the usual order for Latin,
/// the same on SQLite and PostgreSQL (Unicode collation of zh-Hans by ICU). Stored, because neither database orders Han alike.
/// </summary>
public static class SortKey
{
    /// <summary>Bytes kept of a key; names that agree so far are ordered by their key.</summary>
    public const int MaxLength = 160;

    private static readonly CompareInfo Order = CultureInfo.GetCultureInfo("zh-Hans-CN").CompareInfo;

    /// <summary>The key of a name, case and width ignored.</summary>
    public static byte[] Of(string name)
    {
        var key = Order.GetSortKey(name.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreWidth).KeyData;
        return key.Length <= MaxLength ? key : key[..MaxLength];
    }
}
