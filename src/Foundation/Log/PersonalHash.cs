using System.Security.Cryptography;
using System.Text;

namespace Entente.Foundation.Log;

/// <summary>
/// A personal value as it may stand in the log: HMAC-SHA256 under the key of its person, of which 128 bits are kept. The same value reads
/// alike, so a change can be seen; once the key is destroyed nobody can try names against it.
/// </summary>
internal static class PersonalHash
{
    public const string Prefix = "personal:";

    public static string Of(byte[] key, string value) => Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(value)))[..32];
}
