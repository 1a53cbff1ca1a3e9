using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Texts;

namespace Entente.Ui.Imports;

/// <summary>What every page of the import needs.</summary>
/// <param name="Db">The database.</param>
/// <param name="Kinds">The kinds there are.</param>
/// <param name="Viewer">Who is looking.</param>
/// <param name="Texts">The texts.</param>
internal sealed record ImportServices(AppDbContext Db, ImportKinds Kinds, Viewer Viewer, TextCatalog Texts)
{
    public Task<ImportAsked?> FindAsync(Id<ImportRun> id, CancellationToken cancellation) => ImportAsked.FindAsync(Db, Kinds, Viewer, id, cancellation);
}
