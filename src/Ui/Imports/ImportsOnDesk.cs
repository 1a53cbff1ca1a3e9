using Entente.Contracts.Safeguards;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Texts;
using Microsoft.EntityFrameworkCore;

namespace Entente.Ui.Imports;

/// <summary>Imports that wait for whoever started them.</summary>
internal sealed class ImportsOnDesk(AppDbContext db, ImportKinds kinds, TextCatalog texts) : IDeskSource
{
    private const int Most = 20;

    public async Task<IReadOnlyList<DeskLine>> WaitingAsync(Viewer viewer, CancellationToken cancellation)
    {
        if (viewer.Account is not { } account || !viewer.May(FoundationPermissions.Import)) return [];
        var waiting = await db.Set<ImportRun>().VisibleTo(viewer, kinds).AsNoTracking()
            .Where(r => r.Account == account && r.CheckingSince == null && r.State == ImportState.Checked)
            .OrderBy(r => r.StartedAt).Take(Most).ToListAsync(cancellation);
        return [.. waiting.Select(r => new DeskLine(SentenceOf(r), $"/imports/{r.Id}/check", "imports.desk.open", null, "import"))];
    }

    private LocalizedText SentenceOf(ImportRun run) => new(Language.All.ToDictionary(
        l => l.Tag, l => string.Format(l.Culture, texts.In(l, "imports.desk"), run.FileName, run.Rows), StringComparer.Ordinal));
}
