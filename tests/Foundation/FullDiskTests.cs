using Entente.Foundation.Data;
using Microsoft.Data.Sqlite;

namespace Entente.Foundation.Tests;

/// <summary>A disk without space left is told from other failures, by what the system and the database really say then.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public void A_file_that_finds_no_space_is_known()
    {
        // The device that is always full.
        var error = Assert.ThrowsAny<IOException>(() =>
        {
            using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            full.Write(new byte[16]);
        });
        Assert.True(FullDisk.IsWhy(new InvalidOperationException("The upload failed.", error)));
        Assert.False(FullDisk.IsWhy(Assert.ThrowsAny<IOException>(() => File.Open("/dev/null/none", FileMode.Open))));
    }

    [Fact]
    public void A_database_that_finds_no_space_is_known()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Execute("PRAGMA max_page_count = 3");
        Execute("CREATE TABLE t (x BLOB)");
        var error = Assert.Throws<SqliteException>(() => Execute("INSERT INTO t VALUES (zeroblob(1000000))"));
        Assert.True(FullDisk.IsWhy(error));
        Assert.False(FullDisk.IsWhy(Assert.Throws<SqliteException>(() => Execute("INSERT INTO none VALUES (1)"))));

        void Execute(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
