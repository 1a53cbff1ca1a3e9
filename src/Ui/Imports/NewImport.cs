using Entente.Contracts.Directory;
using Entente.Foundation.Import;
using Entente.Foundation.Tables;
using Entente.Foundation.Web;
using Entente.Ui.Forms;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;

namespace Entente.Ui.Imports;

/// <summary>The first step: which kind, for which unit, which file.</summary>
internal static class NewImport
{
    public static async Task<IResult> ShowAsync([AsParameters] ImportServices asked, IUnits units, string? kind, CancellationToken cancellation) =>
        await ModelAsync(asked, units, FormReader.Empty, kind, [], cancellation) is { } model ? Page.Show<NewImportPage>(model) : Results.NotFound();

    public static async Task<IResult> UploadAsync(HttpRequest request, [AsParameters] ImportServices asked, IUnits units, EditUnits edit, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        var kind = asked.Kinds.Of(asked.Viewer).FirstOrDefault(k => k.Id == form.Raw("kind"));
        if (kind is null) form.Refuse("kind", "form.choice");
        var unit = kind is null ? null : (await edit.ChosenAsync(form, asked.Viewer, kind.Permission, cancellation))?.Value;
        var file = await UploadedTable.ReadAsync(form, cancellation);
        IReadOnlyList<ImportFinding> findings = [];
        if (form.IsValid)
        {
            var (run, found) = await ImportStaging.UploadAsync(asked.Db, kind!, asked.Viewer, unit, file!.Name, file.Bytes, cancellation);
            if (run is not null) return Page.SeeOther(ImportAsked.AddressOf(run) + "/map");
            findings = [.. found.Where(f => f.Severity >= Severity.Warning)];
        }

        return Page.Refuse<NewImportPage>((await ModelAsync(asked, units, form, null, findings, cancellation))!);
    }

    private static async Task<NewImportModel?> ModelAsync(
        ImportServices asked, IUnits units, FormReader form, string? kind, IReadOnlyList<ImportFinding> findings, CancellationToken cancellation)
    {
        var kinds = asked.Kinds.Of(asked.Viewer).ToList();
        if (kinds.Count == 0) return null;
        var allowed = (await units.AllAsync(cancellation)).Where(u => kinds.Exists(k => asked.Viewer.May(k.Permission, u.Id.Value)));
        return new(form, kinds, kinds.Find(k => k.Id == kind)?.Id, [.. allowed.Select(u => new Choice(u.Id.ToString(), u.Name.ToString()))], findings);
    }
}

/// <summary>A table that was uploaded.</summary>
internal sealed record UploadedTable(string Name, byte[] Bytes)
{
    /// <summary>Reads the field <c>file</c> within the limit; what is wrong is noted on the form.</summary>
    public static async Task<UploadedTable?> ReadAsync(FormReader form, CancellationToken cancellation)
    {
        if (form.Files.GetFile("file") is not { Length: > 0 } file)
        {
            form.Refuse("file", "imports.file.none");
            return null;
        }

        if (file.Length > ImportLimits.MaxFileBytes)
        {
            form.Refuse("file", "tables." + TableCodes.FileTooLarge, ImportLimits.MaxFileBytes / 1024 / 1024);
            return null;
        }

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellation);
        return new(Path.GetFileName(file.FileName), bytes.ToArray());
    }
}

/// <summary>What the page shows.</summary>
public sealed record NewImportModel(
    FormReader Form, IReadOnlyList<IImportKind> Kinds, string? Kind, IReadOnlyList<Choice> Units, IReadOnlyList<ImportFinding> Findings);
