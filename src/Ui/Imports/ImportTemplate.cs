using Entente.Foundation.Import;
using Entente.Foundation.Tables;
using Microsoft.AspNetCore.Http;

namespace Entente.Ui.Imports;

/// <summary>A workbook to fill in: the columns of a kind, and a sheet that explains them.</summary>
internal static class ImportTemplate
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static IResult Download(string kind, [AsParameters] ImportServices asked) =>
        asked.Kinds.Of(asked.Viewer).FirstOrDefault(k => k.Id == kind) is { } found
            ? Results.Stream(stream => WriteAsync(stream, found, asked), Xlsx, $"{found.Id}.xlsx")
            : Results.NotFound();

    private static Task WriteAsync(Stream stream, IImportKind kind, ImportServices asked)
    {
        var texts = asked.Texts;
        var explained = kind.Fields.Select(f => (IReadOnlyList<object?>)
        [
            f.Id, texts[$"import.{kind.Id}.{f.Id}"], texts[$"import.{kind.Id}.{f.Id}.help"],
            texts[f.IsRequired ? "imports.template.required" : "imports.template.optional"], texts["imports.template.type." + f.Type], f.Example,
        ]);
        return TableWriter.WriteXlsxAsync(
            stream,
            [
                new(texts["import." + kind.Id], [.. kind.Fields.Select(f => f.Id)], [[.. kind.Fields.Select(f => (object?)f.Example)]]),
                new(
                    texts["imports.template.sheet"],
                    ["column", texts["imports.template.name"], texts["imports.template.help"], texts["imports.template.needed"], texts["imports.template.type"], texts["imports.template.example"]],
                    [.. explained]),
            ]);
    }
}
