using System.Globalization;
using System.IO.Compression;
using Entente.Foundation.Files;
using Entente.Foundation.Tables;
using Entente.Mobility.Applications;
using Entente.Mobility.Calls;
using Microsoft.AspNetCore.Http;

namespace Entente.Mobility.Nominations;

/// <summary>The nominations of a partner as a workbook, or as an archive with the workbook and every student's files in a folder of their own.</summary>
internal sealed class NominationFile(NominationLinkModel model, IFileStore files, bool isZip) : IResult
{
    private static readonly IReadOnlyList<TableColumn<NomineeView>> Columns =
    [
        new("Name", n => n.Name.En),
        new("Name (Chinese)", n => n.Name.Exactly("zh-Hans")),
        new("Level", n => n.Level?.ToString()),
        new("Field (ISCED-F)", n => n.Field),
        new("Grade out of 100", n => n.Grade is null ? null : ApplicationWords.Grade(n.Grade)),
        new("Language", n => n.Language),
        new("Language level", n => n.LanguageLevel is { } level ? CallNeeds.Cefr(level) : null),
        new("From", n => n.From),
        new("Until", n => n.Until),
        new("State", n => n.State.ToString()),
    ];

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var stop = httpContext.RequestAborted;
        httpContext.Response.ContentType = isZip ? "application/zip" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        httpContext.Response.Headers.ContentDisposition = "attachment; filename=\"nominations." + (isZip ? "zip" : "xlsx") + "\"";
        using var buffer = new MemoryStream();
        await TableWriter.WriteXlsxAsync(buffer, "Nominations", Columns, Rows(), stop);
        if (!isZip)
        {
            buffer.Position = 0;
            await buffer.CopyToAsync(httpContext.Response.Body, stop);
            return;
        }

        using var spool = new MemoryStream();
        await using (var archive = new ZipArchive(spool, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using (var sheet = await archive.CreateEntry("nominations.xlsx").OpenAsync(stop))
            {
                buffer.Position = 0;
                await buffer.CopyToAsync(sheet, stop);
            }

            foreach (var (nominee, number) in model.Nominees.Select((n, i) => (n, i + 1)))
            {
                var folder = string.Create(CultureInfo.InvariantCulture, $"{number:00} {nominee.Name.En}");
                foreach (var file in nominee.Papers)
                {
                    await using var entry = await archive.CreateEntry($"{folder}/{file.Name}").OpenAsync(stop);
                    await using var content = files.Open(file);
                    await content.CopyToAsync(entry, stop);
                }
            }
        }

        spool.Position = 0;
        await spool.CopyToAsync(httpContext.Response.Body, stop);
    }

    private async IAsyncEnumerable<NomineeView> Rows()
    {
        foreach (var nominee in model.Nominees) yield return await ValueTask.FromResult(nominee);
    }
}
