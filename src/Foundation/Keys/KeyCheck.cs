using Entente.Foundation.Data;
using Entente.Foundation.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Keys;

/// <summary>Sees at the start that the keys are those this database was written under, before anything is lost by writing with others.</summary>
internal static class KeyCheck
{
    /// <exception cref="SettingException">A key is missing or another one.</exception>
    public static async Task RunAsync(AppDbContext db, CancellationToken cancellation)
    {
        var keys = Read(db.Keys);
        var marks = await db.Set<KeyMark>().AsNoTracking().ToDictionaryAsync(m => m.Name, m => m.Fingerprint, StringComparer.Ordinal, cancellation);
        foreach (var (name, fingerprint) in marks)
        {
            if (!keys.TryGetValue(name, out var found))
                throw new SettingException("Entente__Keys", $"key {name}, under which this database was written, is not in {db.Keys.Place}; restore the keys from the backup.");
            if (found != fingerprint)
                throw new SettingException("Entente__Keys", $"key {name} in {db.Keys.Place} belongs to another database; restore the keys from the backup.");
        }

        foreach (var (name, fingerprint) in keys.Where(k => !marks.ContainsKey(k.Key)))
        {
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "foundation_key_mark" ("Name", "Fingerprint") VALUES ({name}, {fingerprint}) ON CONFLICT ("Name") DO NOTHING""", cancellation);
        }
    }

    private static Dictionary<string, string> Read(FieldKeys keys)
    {
        try
        {
            return keys.All.ToDictionary(k => FieldKeys.NameOf(k.Key), k => FieldKeys.Fingerprint(k.Value), StringComparer.Ordinal);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingException("Entente__Keys", $"the keys in {keys.Place} cannot be read or written: {error.Message}");
        }
    }
}
