using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Entente.Matching.Places;

/// <summary>
/// A seed promised by its hash before the draw and shown after it (commit and reveal; Blum 1981), so that nobody can choose
/// the draw after seeing who would win.
/// </summary>
public static class SeedCommitment
{
    /// <summary>A new seed nobody can guess: 64 hexadecimal digits.</summary>
    public static string NewSeed() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is published before: SHA-256 of "entente.seed.1", a line feed and the seed, in lower-case hexadecimal.</summary>
    public static string Of(string seed) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("entente.seed.1\n" + seed)));

    /// <summary>Whether the seed shown is the one that was promised.</summary>
    public static bool Keeps(string commitment, string seed) => string.Equals(commitment, Of(seed), StringComparison.Ordinal);
}

/// <summary>The number a student draws: it breaks ties of rank, and orders the lottery. The lowest comes first.</summary>
public static class LotteryNumber
{
    /// <summary>
    /// The first eight bytes, read with the highest first, of SHA-256 over "entente.lottery.1", the seed and the student's id, each
    /// ended by a line feed. Equal numbers (one chance in 2⁶⁴ a pair) fall to the lower id.
    /// </summary>
    public static ulong Of(string seed, string student) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"entente.lottery.1\n{seed}\n{student}\n")));
}
