using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Documents;
using Entente.Foundation.Tables;
using Entente.Foundation.Time;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Ui.Documents;

/// <summary>The register: every issued document, the newest first, by number, record, template or who issued it; also as a file.</summary>
internal static class DocumentList
{
    public static async Task<IResult> ShowAsync(
        HttpRequest request, DocumentBoard board, DocumentTemplates templates, IEnumerable<IRecordNames> names, IAccounts accounts, Viewer viewer, CancellationToken cancellation)
    {
        var query = ListQuery.From(request);
        var page = await Narrow(board, query, viewer).ToListPageAsync(query, cancellation);
        var records = new Dictionary<Guid, RecordName>();
        foreach (var kind in page.Items.GroupBy(d => d.RecordKind, StringComparer.Ordinal))
        {
            if (names.FirstOrDefault(n => n.Kind == kind.Key) is not { } naming) continue;
            foreach (var (key, name) in await naming.VisibleAsync([.. kind.Select(d => d.RecordKey).Distinct()], viewer, cancellation)) records[key] = name;
        }

        var lines = await templates.Lines().ToListAsync(cancellation);
        return Page.Show<DocumentListPage>(new DocumentListModel(page, records, await DocumentPeople.OfAsync(page.Items, accounts, cancellation), [.. lines.Select(t => new Choice(t.Id.ToString(), t.Name.ToString()))], viewer.May(FoundationPermissions.DocumentTemplates)));
    }

    public static IResult Export(HttpRequest request, string? format, DocumentBoard board, SchoolClock clock, Viewer viewer) => TableFile.Of(
        "documents", format, Columns(clock), async cancellation => await Narrow(board, ListQuery.From(request), viewer).ToListAsync(cancellation));

    private static IQueryable<DocumentLine> Narrow(DocumentBoard board, ListQuery query, Viewer viewer)
    {
        var lines = query.Text.Length > 0 ? board.Found(query.Text, viewer) : board.Lines(viewer);
        if (Enum.TryParse<DocumentState>(query.Filter("state"), out var state) && Enum.IsDefined(state)) lines = lines.Where(d => d.State == state);
        if (query.Filter("state") == "override") lines = lines.Where(d => d.OverrideReason != null);
        if (Foundation.Ids.Id<TemplateTag>.TryParse(query.Filter("template"), null, out var template)) lines = lines.Where(d => d.Template == template);
        return lines;
    }

    /// <summary>The columns of the file; names are stable.</summary>
    private static IReadOnlyList<TableColumn<DocumentLine>> Columns(SchoolClock clock) =>
    [
        new("Number", d => d.Number),
        new("Template", d => d.TemplateName.En),
        new("Version", d => d.TemplateVersion),
        new("About", d => d.RecordTitle.En),
        new("About (Chinese)", d => d.RecordTitle.Exactly("zh-Hans")),
        new("Language", d => d.Language),
        new("State", d => d.State.ToString()),
        new("Issued", d => clock.DateOf(d.AskedAt)),
        new("Issued by", d => d.AskedBy),
        new("Issued although", d => d.OverrideReason),
        new("Revoked", d => d.RevokedAt is { } at ? clock.DateOf(at) : null),
        new("Revoked by", d => d.RevokedBy),
        new("Reason", d => d.RevokeReason),
        new("SHA-256", d => d.Hash),
        new("Key", d => d.Id.Value.ToString("N", CultureInfo.InvariantCulture)),
    ];
}

/// <summary>What the register shows.</summary>
public sealed record DocumentListModel(ListPage<DocumentLine> Page, IReadOnlyDictionary<Guid, RecordName> Records, DocumentPeople People, IReadOnlyList<Choice> Templates, bool MayKeep);
