using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Search;
using Entente.Partners.Model;
using Entente.Ui.Forms;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>Names agreements on pages of other rooms, to those who may see them.</summary>
internal sealed class AgreementNames(AppDbContext db) : IRecordNames
{
    public string Kind => Agreement.RecordKind;

    public async Task<IReadOnlyDictionary<Guid, RecordName>> VisibleAsync(IReadOnlyCollection<Guid> keys, Viewer viewer, CancellationToken cancellation)
    {
        var ids = keys.Select(k => new AgreementId(k)).ToList();
        var found = await db.Set<Agreement>().VisibleTo(viewer).Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Number, a.Title }).ToListAsync(cancellation);
        return found.ToDictionary(a => a.Id.Value, a => new RecordName(new($"{a.Number} {a.Title.En}", $"{a.Number} {a.Title.Zh}"), $"/agreements/{a.Id}"));
    }
}

/// <summary>Agreements to be picked in a form.</summary>
internal sealed class AgreementChoices(AppDbContext db, ISearch search) : IPickSource
{
    public string Kind => "agreements";

    public Task<IReadOnlyList<PickChoice>> FindAsync(Viewer viewer, string text, int max, CancellationToken cancellation) =>
        ChoicesAsync(search.Found<Agreement>(AgreementSearch.KindId, text).VisibleTo(viewer).OrderBy(a => a.Number).Take(max), cancellation);

    public Task<IReadOnlyList<PickChoice>> OfAsync(Viewer viewer, IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        var ids = keys.Select(k => AgreementId.TryParse(k, null, out var id) ? id : (AgreementId?)null).OfType<AgreementId>().ToList();
        return ChoicesAsync(db.Set<Agreement>().VisibleTo(viewer).Where(a => ids.Contains(a.Id)).OrderBy(a => a.Number), cancellation);
    }

    private static async Task<IReadOnlyList<PickChoice>> ChoicesAsync(IQueryable<Agreement> agreements, CancellationToken cancellation) =>
        [.. (await agreements.Select(a => new { a.Id, a.Number, a.Title }).ToListAsync(cancellation)).Select(a => new PickChoice(a.Id.ToString(), a.Number, a.Title.ToString()))];
}
