using System.Data.Common;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Entente.Foundation.Search;

/// <summary>Writes entries past the change tracker, in the transaction that is open.</summary>
internal static class SearchIndex
{
    private static readonly string[] Columns = ["Kind", "Record", "Title", "Detail", "Address", "Names", "Terms", "Weight", "Length", "Unit"];

    private const int RowsOfStatement = 200;

    public static async Task WriteAsync(AppDbContext db, ISearchSource source, IEnumerable<SearchText> texts, CancellationToken cancellation)
    {
        foreach (var chunk in texts.Chunk(db.Database.IsSqlite() ? 1 : RowsOfStatement))
        {
            await using var command = CommandFor(db, Upsert(chunk.Length));
            foreach (var value in chunk.SelectMany(t => ValuesOf(source, t))) Add(command, value);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    public static async Task RemoveAsync(AppDbContext db, string kind, IEnumerable<Guid> keys, CancellationToken cancellation)
    {
        foreach (var chunk in keys.Chunk(500))
            await db.Set<SearchEntry>().Where(e => e.Kind == kind && chunk.Contains(e.Record)).ExecuteDeleteAsync(cancellation);
    }

    private static string Upsert(int rows)
    {
        var places = Enumerable.Range(0, rows).Select(r => "(" + string.Join(", ", Columns.Select((_, c) => $"@p{r * Columns.Length + c}")) + ")");
        var changed = Columns.Skip(2).ToList();
        return $"""
            INSERT INTO {SearchEntryMap.Table} ({string.Join(", ", Columns.Select(c => $"\"{c}\""))})
            VALUES {string.Join(", ", places)}
            ON CONFLICT ("Kind", "Record") DO UPDATE SET {string.Join(", ", changed.Select(c => $"\"{c}\" = excluded.\"{c}\""))}
            """;
    }

    private static object?[] ValuesOf(ISearchSource source, SearchText text)
    {
        string[] names = [.. text.Title.Texts.Values, .. text.Names];
        var folded = names.Select(FoldedText.Of).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal);
        return
        [
            source.Kind,
            text.Key,
            text.Title.ToJson(),
            text.Detail?.ToJson(),
            text.Address,
            SearchEntry.Bar + string.Join(SearchEntry.Bar, folded) + SearchEntry.Bar,
            string.Join(' ', SearchTerms.Of([.. names, .. text.Texts])),
            source.Weight,
            text.Title.En.Length,
            text.Unit?.Key,
        ];
    }

    private static DbCommand CommandFor(AppDbContext db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    private static void Add(DbCommand command, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@p" + command.Parameters.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        parameter.Value = value ?? DBNull.Value;
        if (value is null && parameter is Npgsql.NpgsqlParameter typed)
            typed.NpgsqlDbType = command.Parameters.Count % Columns.Length == 9 ? NpgsqlTypes.NpgsqlDbType.Uuid : NpgsqlTypes.NpgsqlDbType.Text;
        command.Parameters.Add(parameter);
    }
}
