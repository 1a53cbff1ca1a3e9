using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Ui.Lists;
using Entente.Ui.Pages;

namespace Entente.Web.Operate;

/// <summary>The jobs: what waits, runs, is done or was given up; and trying again.</summary>
internal static class JobList
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/operate/jobs", ShowAsync).Requires(FoundationPermissions.Operate);
        routes.MapPost("/operate/jobs/{id}/retry", RetryAsync).Requires(FoundationPermissions.Operate);
    }

    private static async Task<IResult> ShowAsync(HttpRequest request, JobBoard board, CancellationToken cancellation)
    {
        var query = ListQuery.From(request);
        var state = Enum.TryParse<JobState>(query.Filter("state"), out var known) && Enum.IsDefined(known) ? known : (JobState?)null;
        var (lines, total) = await board.ListAsync(state, query.Filter("kind"), query.Skip, query.Size, cancellation);
        return Page.Show<JobListPage>(new JobListModel(new ListPage<JobLine>(lines, total, query), await board.CountAsync(cancellation), board.Kinds));
    }

    private static async Task<IResult> RetryAsync(string id, JobBoard board, CancellationToken cancellation) =>
        Guid.TryParse(id, out var key) && await board.RetryAsync(key, cancellation) ? Page.SeeOther("/operate/jobs") : Results.NotFound();
}

/// <summary>What the page shows.</summary>
public sealed record JobListModel(ListPage<JobLine> Page, IReadOnlyDictionary<JobState, int> Counts, IReadOnlyList<string> Kinds);
