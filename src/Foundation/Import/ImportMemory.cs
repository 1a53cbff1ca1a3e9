using System.Security.Cryptography;
using System.Text;
using Entente.Foundation.Data;
using Entente.Foundation.Tables;
using Entente.Foundation.Texts;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Import;

/// <summary>How columns are matched with fields: as the last time, else by their headers.</summary>
public static class ImportMemory
{
    /// <summary>
    /// The match to propose. The same header as before gets the same match, also where columns moved; what is new in a header
    /// that is like an earlier one is proposed by its words.
    /// </summary>
    /// <returns>The match, and whether exactly this header was matched before.</returns>
    public static async Task<(ColumnMap Map, bool IsRemembered)> ProposeAsync(
        AppDbContext db, IImportKind kind, TextCatalog texts, IReadOnlyList<TableHeader> header, CancellationToken cancellation)
    {
        var key = KeyOf(header);
        var fields = TargetsOf(kind, texts);
        var remembered = db.Set<RememberedMapping>().AsNoTracking().Where(m => m.Kind == kind.Id);
        if (await remembered.SingleOrDefaultAsync(m => m.HeaderKey == key, cancellation) is { } same && ColumnMap.FromJson(same.Map) is { } known)
            return (known.AppliedTo(header), true);
        var last = await remembered.OrderByDescending(m => m.UsedAt).FirstOrDefaultAsync(cancellation);
        var before = last is null ? null : ColumnMap.FromJson(last.Map)?.AppliedTo(header);
        return (Joined(before, ColumnMap.Propose(header, fields)), false);
    }

    /// <summary>The fields as the matching of headers takes them, with their names in every language.</summary>
    public static IReadOnlyList<TargetField> TargetsOf(IImportKind kind, TextCatalog texts) =>
        [.. kind.Fields.Select(f => new TargetField(
            f.Id, [f.Id, .. Language.All.Select(l => texts.In(l, $"import.{kind.Id}.{f.Id}")), .. f.Synonyms], f.IsRequired))];

    /// <summary>The fields that no column fills though the kind cannot do without: groups of which one would do.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Missing(IImportKind kind, ColumnMap map) =>
        [.. kind.Fields.Where(f => f.IsRequired).Select(f => (IReadOnlyList<string>)[f.Id]).Concat(kind.OneOf).Where(g => g.All(f => map.ColumnOf(f) is null))];

    /// <summary>What to say of a group of fields that no column fills.</summary>
    public static string MissingSentence(IImportKind kind, TextCatalog texts, IReadOnlyList<string> fields) =>
        texts["import.column-missing", string.Join(" / ", fields.Select(f => texts[$"import.{kind.Id}.{f}"])), fields[0]];

    internal static async Task RememberAsync(AppDbContext db, ImportRun run, ColumnMap map, CancellationToken cancellation)
    {
        var key = KeyOf(run.Header);
        var known = await db.Set<RememberedMapping>().SingleOrDefaultAsync(m => m.Kind == run.Kind && m.HeaderKey == key, cancellation);
        if (known is null)
        {
            known = new RememberedMapping { Kind = run.Kind, HeaderKey = key, Map = map.ToJson(), UsedAt = db.Write.Now };
            db.Add(known);
        }

        (known.Map, known.UsedAt) = (map.ToJson(), db.Write.Now);
    }

    private static ColumnMap Joined(ColumnMap? first, ColumnMap second) => first is null
        ? second
        : new([.. first.Matches, .. second.Matches.Where(m => first.Matches.All(f => f.Field != m.Field && f.Column != m.Column))]);

    private static string KeyOf(IReadOnlyList<TableHeader> header) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', header.Select(h => HeaderText.Key(h.Name)).Where(k => k.Length > 0).Order(StringComparer.Ordinal)))));
}
