using Entente.Contracts.Directory;
using Entente.Foundation.Import;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Ui.Imports;

/// <summary>The imports there were, the newest first, with what became of them.</summary>
internal static class ImportList
{
    public static async Task<IResult> ShowAsync(HttpRequest request, [AsParameters] ImportServices asked, IAccounts accounts, CancellationToken cancellation)
    {
        var query = ListQuery.From(request);
        var runs = asked.Db.Set<ImportRun>().VisibleTo(asked.Viewer, asked.Kinds).AsNoTracking();
        if (query.Filter("kind") is { } kind) runs = runs.Where(r => r.Kind == kind);
        var page = await runs.OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id).ToListPageAsync(query, cancellation);
        var who = page.Items.Select(r => r.Account).OfType<Guid>().Select(a => new Id<AccountCard>(a)).Distinct().ToList();
        return Page.Show<ImportListPage>(new ImportListModel(page, [.. asked.Kinds.Of(asked.Viewer)], await accounts.OfAsync(who, cancellation)));
    }
}

/// <summary>What the list shows.</summary>
public sealed record ImportListModel(ListPage<ImportRun> Page, IReadOnlyList<IImportKind> Kinds, IReadOnlyDictionary<Id<AccountCard>, AccountCard> Accounts)
{
    /// <summary>Who started an import; none: the command line.</summary>
    public string? WhoOf(ImportRun run) => run.Account is { } account && Accounts.TryGetValue(new(account), out var card) ? card.Name : null;
}
