using System.Security.Cryptography;
using System.Text;

namespace Entente.Foundation.Log;

/// <summary>A personal value as it may stand in the log.</summary>
internal static class PersonalHash
{
    public static string Of(string value) => "personal:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))[..16];
}
