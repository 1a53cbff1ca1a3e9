using System.Security.Cryptography;
using Entente.Foundation.Data;
using Entente.Foundation.Keys;
using Entente.Foundation.Settings;
using Entente.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Tests.Keys;

public sealed class KeyTests : IDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("entente-keys-");

    [Fact]
    public void Fields_are_read_after_rotation_and_by_another_node_and_not_when_changed()
    {
        var one = new FieldKeys(new KeyFolder(folder.FullName));
        var other = new FieldKeys(new KeyFolder(folder.FullName));
        var before = one.Encrypt("护照 E12345678");
        Assert.Equal("护照 E12345678", other.Decrypt(before));
        Assert.Equal(2, one.Rotate());
        var after = one.Encrypt("护照 E12345678");

        Assert.StartsWith("e1:", before, StringComparison.Ordinal);
        Assert.StartsWith("e2:", after, StringComparison.Ordinal);
        Assert.Equal("护照 E12345678", one.Decrypt(before));
        Assert.Equal("护照 E12345678", other.Decrypt(after));
        Assert.NotEqual(after, one.Encrypt("护照 E12345678"));
        var changed = Convert.FromBase64String(after[3..]);
        changed[15] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => one.Decrypt("e2:" + Convert.ToBase64String(changed)));
        Assert.ThrowsAny<CryptographicException>(() => one.Decrypt("e9" + after[2..]));
    }

    [Theory]
    [InlineData(Engine.Sqlite, false)]
    [InlineData(Engine.Sqlite, true)]
    [InlineData(Engine.Postgres, true)]
    public async Task Two_hosts_that_share_the_place_read_each_others_cookies(Engine engine, bool inDatabase)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await using var one = Node(house.Connection, inDatabase ? "database" : folder.FullName);
        await using var other = Node(house.Connection, inDatabase ? "database" : folder.FullName);
        await using var stranger = Node(house.Connection, Path.Combine(folder.FullName, "another"));

        var cookie = one.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Protect("session");
        Assert.Equal("session", other.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(cookie));
        Assert.ThrowsAny<CryptographicException>(() => stranger.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(cookie));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Missing_and_foreign_keys_stop_the_start_with_one_line(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await house.InAsync(s => s.GetRequiredService<AppDbContext>().Database.ExecuteSqlAsync($"DELETE FROM foundation_key_mark"));
        await StartAsync(house.Connection, folder.FullName);
        await StartAsync(house.Connection, folder.FullName);

        var key = Path.Combine(folder.FullName, "field-0001");
        var kept = await File.ReadAllTextAsync(key);
        await File.WriteAllTextAsync(key, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        Assert.Equal(
            $"Setting Entente__Keys: key field-0001 in {folder.FullName} belongs to another database; restore the keys from the backup.",
            (await Assert.ThrowsAsync<SettingException>(() => StartAsync(house.Connection, folder.FullName))).Message);
        await File.WriteAllTextAsync(key, "nonsense");
        Assert.Contains("is no key of 256 bits", (await Assert.ThrowsAsync<SettingException>(() => StartAsync(house.Connection, folder.FullName))).Message, StringComparison.Ordinal);
        File.Move(key, Path.Combine(folder.FullName, "field-0002"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "field-0002"), kept);
        Assert.Equal(
            $"Setting Entente__Keys: key field-0001, under which this database was written, is not in {folder.FullName}; restore the keys from the backup.",
            (await Assert.ThrowsAsync<SettingException>(() => StartAsync(house.Connection, folder.FullName))).Message);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task StartAsync(string connection, string keys)
    {
        await using var node = Node(connection, keys);
        await Migrating.BringUpToDateAsync(node, CancellationToken.None);
    }

    private static ServiceProvider Node(string connection, string keys) => TestHouse.Services(connection, FixedClock.AtTheSchool(), services =>
        services.AddSingleton(provider => EntenteSettings.Read(
            provider.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>()) with
        { Keys = keys }));
}
