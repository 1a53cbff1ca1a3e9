using Entente.Foundation.Settings;

namespace Entente.Web;

/// <summary>Sees before anything else that the folders of the settings can be written to.</summary>
internal static class Places
{
    /// <exception cref="SettingException">One cannot.</exception>
    public static void Check(EntenteSettings settings)
    {
        Check("Entente__Files", settings.Files);
        if (settings.Keys != "database") Check("Entente__Keys", settings.Keys);
        Check("Entente__Checkpoints", Path.GetDirectoryName(Path.GetFullPath(settings.Checkpoints)) ?? "/");
    }

    private static void Check(string setting, string folder)
    {
        try
        {
            System.IO.Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, Path.GetRandomFileName());
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
                // That it could be made is all that is asked.
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingException(setting, $"nothing can be written in {folder}: {error.Message}");
        }
    }
}
