using System.Globalization;
using Entente.Foundation.Import;
using Entente.Foundation.Tables;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;

namespace Entente.Ui.Imports;

/// <summary>The second step: which column of the file fills which field.</summary>
internal static class MapImport
{
    public static async Task<IResult> ShowAsync(Id<ImportRun> id, [AsParameters] ImportServices asked, CancellationToken cancellation)
    {
        if (await asked.FindAsync(id, cancellation) is not { } import) return Results.NotFound();
        return import.Run.IsOpen ? Page.Show<MapImportPage>(await ModelAsync(asked, import, FormReader.Empty, [], cancellation)) : Page.SeeOther(import.Address);
    }

    public static async Task<IResult> MapAsync(Id<ImportRun> id, HttpRequest request, [AsParameters] ImportServices asked, CancellationToken cancellation)
    {
        if (await asked.FindAsync(id, cancellation) is not { Run.IsOpen: true } import) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var map = MapOf(form, import, asked);
        if (import.Run.IsUnreadable) form.Refuse("", "imports.map.unreadable");
        if (map is null || !form.IsValid) return Page.Refuse<MapImportPage>(await ModelAsync(asked, import, form, [], cancellation));
        await ImportChecking.MapAsync(asked.Db, import.Run, asked.Viewer, map, cancellation);
        if (import.Run.Rows > ImportLimits.RowsWhileWaiting) await ImportChecking.CheckLaterAsync(asked.Db, import.Run, cancellation);
        else await ImportChecking.CheckAsync(asked.Db, import.Kind, import.Run, cancellation);
        return Page.SeeOther(import.Address + "/check");
    }

    /// <summary>Reads the same file another way.</summary>
    public static async Task<IResult> ReadAsync(Id<ImportRun> id, HttpRequest request, [AsParameters] ImportServices asked, CancellationToken cancellation)
    {
        if (await asked.FindAsync(id, cancellation) is not { Run.IsOpen: true } import) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var before = import.Run.Reading;
        var chosen = new ImportReading
        {
            Sheet = form.Text("sheet", 100) is { Length: > 0 } sheet && before.Sheets.Contains(sheet, StringComparer.Ordinal) ? sheet : before.Sheet,
            HeaderRow = form.Number("header-row", 1, ImportLimits.MaxRows) ?? 0,
            Encoding = form.Text("encoding", 40) is { Length: > 0 } encoding && ImportEncodings.Offered.Contains(encoding, StringComparer.Ordinal) ? encoding : null,
            DateOrder = form.Choice("dates", DateOrder.Ask),
        };
        if (chosen.Sheet != before.Sheet && chosen.HeaderRow == before.HeaderRow) chosen = chosen with { HeaderRow = 0 };
        if (!form.IsValid) return Page.Refuse<MapImportPage>(await ModelAsync(asked, import, form, [], cancellation));
        await ImportStaging.RereadAsync(asked.Db, import.Run, chosen, cancellation);
        return Page.SeeOther(import.Address + "/map");
    }

    /// <summary>Takes a corrected file in the place of the one before.</summary>
    public static async Task<IResult> ReplaceAsync(Id<ImportRun> id, HttpRequest request, [AsParameters] ImportServices asked, CancellationToken cancellation)
    {
        if (await asked.FindAsync(id, cancellation) is not { Run.IsOpen: true } import) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var file = await UploadedTable.ReadAsync(form, cancellation);
        IReadOnlyList<ImportFinding> findings = [];
        if (form.IsValid)
        {
            findings = await ImportStaging.ReplaceAsync(asked.Db, import.Run, file!.Name, file.Bytes, cancellation);
            if (findings.Count == 0) return Page.SeeOther(import.Address + "/map");
        }

        return Page.Refuse<MapImportPage>(await ModelAsync(asked, import, form, findings, cancellation));
    }

    private static ColumnMap? MapOf(FormReader form, ImportAsked import, ImportServices asked)
    {
        var matches = new List<ColumnMatch>();
        foreach (var column in import.Run.Header.Where(c => c.Name.Length > 0))
        {
            var name = FieldOf(column);
            var field = form.Text(name, 60);
            if (field.Length == 0) continue;
            if (import.Kind.Fields.All(f => f.Id != field)) form.Refuse(name, "form.choice");
            else if (matches.Find(m => m.Field == field) is { } other) form.Refuse(name, "imports.map.twice", column.Label, import.Run.Header[other.Column].Label);
            else matches.Add(new(field, column.Index, column.Name, 1));
        }

        if (!form.IsValid) return null;
        var map = new ColumnMap(matches);
        foreach (var group in ImportMemory.Missing(import.Kind, map))
            form.Refuse("", "import.column-missing", string.Join(" / ", group.Select(f => asked.Texts[$"import.{import.Kind.Id}.{f}"])), group[0]);
        return map;
    }

    public static string FieldOf(TableHeader column) => "column-" + column.Index.ToString(CultureInfo.InvariantCulture);

    private static async Task<MapImportModel> ModelAsync(
        ImportServices asked, ImportAsked import, FormReader form, IReadOnlyList<ImportFinding> refused, CancellationToken cancellation)
    {
        var (map, isRemembered) = import.Run.Map is { } chosen
            ? (chosen, false)
            : await ImportMemory.ProposeAsync(asked.Db, import.Kind, asked.Texts, import.Run.Header, cancellation);
        var samples = await ImportReads.SamplesAsync(asked.Db, import.Run, cancellation);
        return new(import.Run, import.Kind, form, map, isRemembered, samples, refused);
    }
}

/// <summary>The encodings a person can choose when the text looks wrong.</summary>
internal static class ImportEncodings
{
    public static readonly string[] Offered = ["utf-8", "gb18030", "big5", "windows-1252", "utf-16"];
}

/// <summary>What the page shows.</summary>
public sealed record MapImportModel(
    ImportRun Run, IImportKind Kind, FormReader Form, ColumnMap Map, bool IsRemembered, IReadOnlyList<IReadOnlyList<string>> Samples, IReadOnlyList<ImportFinding> Refused);
