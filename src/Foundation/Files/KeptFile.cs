using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Microsoft.AspNetCore.Http;

namespace Entente.Foundation.Files;

/// <summary>Keeps a file that came with a form.</summary>
public static class KeptFile
{
    /// <summary>Keeps it for a record, with the caller's next save; where it is not taken, the form says why beside the field.</summary>
    /// <returns>The file; none: it was refused.</returns>
    public static async Task<FileCard?> KeepAsync(this IFileStore files, IFormFile sent, RecordRef owner, FileRules rules, FormReader form, string field, CancellationToken cancellation)
    {
        try
        {
            await using var content = sent.OpenReadStream();
            return await files.AddAsync(new(owner, sent.FileName, content, rules), cancellation);
        }
        catch (FileRefusedException refused)
        {
            form.Refuse(field, refused.TextKey, [.. refused.Args]);
            return null;
        }
    }
}
