using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Search;

/// <summary>
/// The full-text index over the entries, which no migration can describe alike for both databases: made once the migrations are
/// applied, and again where a migration rebuilt the table. Both take the analyser's terms as they are: SQLite through the
/// tokenizer <c>ascii</c>, to which every letter beyond ASCII is part of a word, PostgreSQL through an array cast to <c>tsvector</c>.
/// </summary>
internal static class SearchSchema
{
    public const string Text = "foundation_search_text";

    /// <summary>The condition under which an entry <c>e</c> has all terms of the parameter in the place.</summary>
    public static string Matches(AppDbContext db, int place) => db.Database.IsSqlite()
        ? $$"""e."Id" IN (SELECT rowid FROM {{Text}} WHERE {{Text}} MATCH {{{place}}})"""
        : $$"""array_to_tsvector(string_to_array(e."Terms", ' ')) @@ CAST({{{place}}} AS tsquery)""";

    /// <summary>The question in the database's own words.</summary>
    public static string QuestionOf(AppDbContext db, IReadOnlyList<SearchTerm> terms) => db.Database.IsSqlite()
        ? string.Join(" AND ", terms.Select(t => t.IsPrefix ? $"\"{t.Text}\" *" : $"\"{t.Text}\""))
        : string.Join(" & ", terms.Select(t => t.IsPrefix ? $"'{t.Text}':*" : $"'{t.Text}'"));

    public static async Task EnsureAsync(AppDbContext db, CancellationToken cancellation)
    {
        foreach (var statement in db.Database.IsSqlite() ? OfSqlite : OfPostgres)
            await db.Database.ExecuteSqlRawAsync(statement, cancellation);
    }

    private static readonly string[] OfSqlite =
    [
        $"CREATE VIRTUAL TABLE IF NOT EXISTS {Text} USING fts5(\"Terms\", content='{SearchEntryMap.Table}', content_rowid='Id', tokenize='ascii', detail='none', prefix='2 3')",
        $"CREATE TRIGGER IF NOT EXISTS {Text}_added AFTER INSERT ON {SearchEntryMap.Table} BEGIN "
            + $"INSERT INTO {Text}(rowid, \"Terms\") VALUES (new.\"Id\", new.\"Terms\"); END",
        $"CREATE TRIGGER IF NOT EXISTS {Text}_removed AFTER DELETE ON {SearchEntryMap.Table} BEGIN "
            + $"INSERT INTO {Text}({Text}, rowid, \"Terms\") VALUES ('delete', old.\"Id\", old.\"Terms\"); END",
        $"CREATE TRIGGER IF NOT EXISTS {Text}_changed AFTER UPDATE OF \"Terms\" ON {SearchEntryMap.Table} WHEN old.\"Terms\" <> new.\"Terms\" BEGIN "
            + $"INSERT INTO {Text}({Text}, rowid, \"Terms\") VALUES ('delete', old.\"Id\", old.\"Terms\"); "
            + $"INSERT INTO {Text}(rowid, \"Terms\") VALUES (new.\"Id\", new.\"Terms\"); END",
    ];

    private static readonly string[] OfPostgres =
    [
        $"CREATE INDEX IF NOT EXISTS {Text} ON {SearchEntryMap.Table} USING gin (array_to_tsvector(string_to_array(\"Terms\", ' ')))",
    ];
}
