namespace Entente.Foundation.Tables;

/// <summary>Makes a file seekable without keeping it in memory.</summary>
internal static class SpooledFile
{
    /// <exception cref="TableRefusedException">The file is empty or larger than allowed.</exception>
    public static Stream Seekable(Stream stream, long mostBytes, out Stream? owned)
    {
        owned = null;
        if (!stream.CanSeek)
        {
            stream = owned = Copy(stream, mostBytes);
        }

        if (stream.Length > mostBytes)
        {
            owned?.Dispose();
            owned = null;
            throw new TableRefusedException(TableCodes.FileTooLarge, mostBytes / (1024 * 1024));
        }

        return stream.Length == 0 ? throw new TableRefusedException(TableCodes.EmptyFile) : stream;
    }

    private static FileStream Copy(Stream stream, long mostBytes)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var copy = new FileStream(path, options);
        try
        {
            var buffer = new byte[81_920];

            // One byte over the limit is enough to know.
            for (int read; copy.Length <= mostBytes && (read = stream.Read(buffer)) > 0;)
            {
                copy.Write(buffer, 0, read);
            }

            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }
}
