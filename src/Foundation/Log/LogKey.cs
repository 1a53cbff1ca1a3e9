using System.Security.Cryptography;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Foundation.Log;

/// <summary>The key under which one person's values (or, where no person is known, one record's) stand in the log.</summary>
[NotLogged]
internal sealed class LogKey
{
    public Guid Subject { get; init; }

    public required byte[] Key { get; init; }
}

internal sealed class LogKeyMap : IEntityTypeConfiguration<LogKey>
{
    public void Configure(EntityTypeBuilder<LogKey> builder)
    {
        builder.HasKey(k => k.Subject);
        builder.Property(k => k.Subject).ValueGeneratedNever();
        builder.Property(k => k.Key).HasMaxLength(32);
    }
}

/// <summary>Finds and makes the keys of the log.</summary>
internal static class LogKeys
{
    private const int AtOnce = 1000;

    /// <summary>The keys of subjects, made where missing.</summary>
    /// <param name="db">The context that saves.</param>
    /// <param name="subjects">Persons and records; with each, whether it is written for the first time, so that nobody else can make its key.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<IReadOnlyDictionary<Guid, byte[]>> OfAsync(
        AppDbContext db, IReadOnlyDictionary<Guid, bool> subjects, CancellationToken cancellation)
    {
        var keys = new Dictionary<Guid, byte[]>();
        foreach (var some in subjects.Where(s => !s.Value).Select(s => s.Key).Chunk(AtOnce))
        {
            await ReadAsync(db, some, keys, cancellation);
            var missing = some.Where(s => !keys.ContainsKey(s)).ToList();
            foreach (var subject in missing)
            {
                await db.Database.ExecuteSqlAsync(
                    $"""INSERT INTO "foundation_log_key" ("Subject", "Key") VALUES ({subject}, {RandomNumberGenerator.GetBytes(32)}) ON CONFLICT ("Subject") DO NOTHING""",
                    cancellation);
            }

            if (missing.Count > 0) await ReadAsync(db, missing, keys, cancellation);
        }

        foreach (var subject in subjects.Where(s => s.Value).Select(s => s.Key))
        {
            var key = new LogKey { Subject = subject, Key = RandomNumberGenerator.GetBytes(32) };
            db.Add(key);
            keys[subject] = key.Key;
        }

        return keys;
    }

    private static async Task ReadAsync(AppDbContext db, IReadOnlyCollection<Guid> subjects, Dictionary<Guid, byte[]> keys, CancellationToken cancellation)
    {
        foreach (var key in await db.Set<LogKey>().AsNoTracking().Where(k => subjects.Contains(k.Subject)).ToListAsync(cancellation)) keys[key.Subject] = key.Key;
    }
}
