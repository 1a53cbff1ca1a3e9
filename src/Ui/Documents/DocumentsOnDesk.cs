using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;

namespace Entente.Ui.Documents;

/// <summary>Documents whose file could not be made wait for whoever issued them.</summary>
internal sealed class DocumentsOnDesk(DocumentBoard board, TextCatalog texts, SchoolClock clock) : IDeskSource
{
    private const int Most = 20;

    public async Task<IReadOnlyList<DeskLine>> WaitingAsync(Viewer viewer, CancellationToken cancellation) =>
        [.. (await board.TroubledAsync(viewer, Most, cancellation)).Select(d => new DeskLine(
            texts.InEach("documents.desk.trouble", d.Number, d.RecordTitle),
            $"{DocumentPages.Route}/{d.Id}", "documents.desk.open", clock.DateOf(d.AskedAt), "document"))];
}
