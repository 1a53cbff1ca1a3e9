using Entente.Foundation.Access;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Mobility.Grades;

/// <summary>The distributions of grades there are, and one of them with what becomes of its grades here.</summary>
internal static class ShowGrades
{
    public const string List = "/grades";
    public const string Route = List + "/{id}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(List, async (GradeReading reading, Viewer viewer, CancellationToken cancellation) => Page.Show<GradesPage>(await reading.AllAsync(cancellation) with { MayEdit = viewer.May(MobilityPermissions.Edit) })).Requires(MobilityPermissions.View);
        routes.MapGet(Route, async (string id, GradeReading reading, Viewer viewer, CancellationToken cancellation) =>
            await reading.OfAsync(id, cancellation) is { } model ? Page.Show<GradeTablePage>(model with { MayEdit = viewer.May(MobilityPermissions.Edit) }) : Results.NotFound())
            .Requires(MobilityPermissions.View);
    }
}
