using Microsoft.Data.Sqlite;
using Npgsql;

namespace Entente.Foundation.Data;

/// <summary>Tells a disk that is full from other failures, so that whoever saved is told what to do: nothing of what was being saved is kept, and nothing saved before is touched.</summary>
public static class FullDisk
{
    // ENOSPC and EDQUOT of Linux, as .NET hands them on; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows.
    private static readonly int[] Codes = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    // SQLITE_FULL, https://sqlite.org/rescode.html#full
    private const int SqliteFull = 13;

    /// <summary>Whether an exception, or one within it, says that there is no space left for files or for the database.</summary>
    public static bool IsWhy(Exception? error)
    {
        for (var at = error; at is not null; at = at.InnerException)
        {
            if (at is IOException io && Codes.Contains(io.HResult)) return true;
            if (at is SqliteException { SqliteErrorCode: SqliteFull }) return true;
            if (at is PostgresException { SqlState: PostgresErrorCodes.DiskFull }) return true;
        }

        return false;
    }
}
