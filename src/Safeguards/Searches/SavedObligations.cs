using Entente.Foundation.Access;
using Entente.Foundation.Search;
using Entente.Foundation.Time;
using Entente.Safeguards.Model;
using Entente.Safeguards.Owed;
using Entente.Ui.Lists;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Searches;

/// <summary>Searches saved of the list of what is owed.</summary>
internal sealed class SavedObligations(ISearch search, SchoolClock clock) : ISavedList
{
    public string Path => "/obligations";

    public string TitleKey => "obligations.title";

    public string? Permission => null;

    public async Task<IReadOnlyList<Guid>> KeysAsync(ListQuery query, Viewer viewer, int most, CancellationToken cancellation) =>
        (await ObligationList.Narrow(search.Found<Obligation>(ObligationSearch.KindId, query.Text), query, viewer, clock.Today).Select(o => o.Id).Take(most + 1).ToListAsync(cancellation)).ConvertAll(k => k.Value);
}
