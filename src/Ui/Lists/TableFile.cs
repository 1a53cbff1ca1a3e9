using Entente.Foundation.Tables;
using Microsoft.AspNetCore.Http;

namespace Entente.Ui.Lists;

/// <summary>Answers with a list as a file: XLSX where asked for, else CSV.</summary>
public static class TableFile
{
    /// <summary>Answers with rows that are read when the answer is written.</summary>
    public static IResult Of<T>(
        string name, string? format, IReadOnlyList<TableColumn<T>> columns, Func<CancellationToken, Task<IReadOnlyList<T>>> rows) =>
        new Answer<T>(name, format == "xlsx" ? TableFormat.Xlsx : TableFormat.Csv, columns, rows);

    /// <summary>Writes rows that are at hand as a table.</summary>
    public static Task WriteAsync<T>(
        Stream file, TableFormat format, string name, IReadOnlyList<TableColumn<T>> columns, IReadOnlyList<T> rows, CancellationToken cancellation) =>
        format == TableFormat.Xlsx
            ? TableWriter.WriteXlsxAsync(file, name, columns, rows.ToAsyncEnumerable(), cancellation)
            : TableWriter.WriteCsvAsync(file, columns, rows.ToAsyncEnumerable(), cancellation);

    private sealed class Answer<T>(
        string name, TableFormat format, IReadOnlyList<TableColumn<T>> columns, Func<CancellationToken, Task<IReadOnlyList<T>>> rows) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var read = await rows(httpContext.RequestAborted);
            var isXlsx = format == TableFormat.Xlsx;
            var response = httpContext.Response;
            response.ContentType = isXlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8";
            response.Headers.ContentDisposition = $"attachment; filename={name}.{(isXlsx ? "xlsx" : "csv")}";
            response.Headers.CacheControl = "no-store";
            await WriteAsync(response.Body, format, name, columns, read, httpContext.RequestAborted);
        }
    }
}
