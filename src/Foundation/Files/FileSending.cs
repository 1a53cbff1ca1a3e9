using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Entente.Foundation.Files;

/// <summary>Sends files at other addresses than their own, to readers the caller has found may have them: always as an attachment, never sniffed, never run.</summary>
public sealed class FileSending
{
    private readonly IFileStore store;
    private readonly ILogger<FileSending> log;

    internal FileSending(IFileStore store, ILogger<FileSending> log) => (this.store, this.log) = (store, log);

    /// <summary>Sends a file.</summary>
    public IResult Send(FileCard file, HttpContext context) => ServeFile.Send(file, context, store, log);
}
