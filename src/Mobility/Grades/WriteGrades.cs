using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Grades;

/// <summary>Enters a distribution of grades: of a partner, or the school's own. Always another version; nothing that was converted changes.</summary>
internal static class WriteGrades
{
    public const string Route = ShowGrades.List + "/new";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(Route, EnterAsync).Requires(MobilityPermissions.Edit);
    }

    private static async Task<IResult> ShowAsync(HttpRequest request, GradeReading reading, IOrganisations organisations, CancellationToken cancellation)
    {
        var partner = Id<OrganisationCard>.TryParse(request.Query["partner"], null, out var id) ? id : (OrganisationId?)null;
        if (partner is { } asked && !await organisations.Cards(Viewer.System).AnyAsync(o => o.Id == asked, cancellation)) return Results.NotFound();
        return Page.Show<WriteGradesPage>(new WriteGradesModel(FormReader.Empty) { Partner = partner, IsHome = request.Query["partner"] == "home", Before = await reading.OfAsync(request.Query["before"].ToString(), cancellation) });
    }

    private static async Task<IResult> EnterAsync(HttpRequest request, AppDbContext db, GradeReading reading, IOrganisations organisations, Viewer viewer, SchoolClock clock, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        var isHome = form.Raw("of") == "home";
        var model = new WriteGradesModel(form) { IsHome = isHome, Before = await reading.OfAsync(form.Raw("before"), cancellation) };
        if (form.AsksToFind()) return Page.Show<WriteGradesPage>(model);
        var partner = isHome ? null : form.Key<OrganisationCard>("partner", required: true);
        if (partner is { } asked && !await organisations.Cards(viewer).AnyAsync(o => o.Id == asked, cancellation)) form.Refuse("partner", "form.choice");
        var fields = GradeFields.Read(form, clock);
        if (!form.IsValid) return Page.Refuse<WriteGradesPage>(model with { Partner = partner });
        var field = fields.Field;
        var last = await db.Set<GradingTable>().Where(t => t.OrganisationId == partner && t.Field == field).MaxAsync(t => (int?)t.Number, cancellation) ?? 0;
        var table = new GradingTable
        {
            OrganisationId = partner,
            Field = field,
            Number = last + 1,
            FromYear = fields.FromYear,
            UntilYear = fields.UntilYear,
            Source = fields.Source,
            Grades = GradingTable.Write(fields.Shares),
            Failing = GradingTable.Write(fields.Failing),
            CreditHundredths = isHome ? null : fields.CreditHundredths,
            RecordedAt = db.Write.Now,
            RecordedById = viewer.Me(),
        };
        db.Add(table);
        db.Write.Action = "mobility.grades.enter";
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            form.Refuse("", "grades.wrong.meanwhile");
            return Page.Refuse<WriteGradesPage>(model with { Partner = partner });
        }

        return Page.SeeOther(ShowGrades.List + "/" + table.Id);
    }
}

/// <summary>What the form of a distribution shows.</summary>
public sealed record WriteGradesModel(FormReader Sent)
{
    public OrganisationId? Partner { get; init; }

    public bool IsHome { get; init; }

    /// <summary>The version it begins from.</summary>
    public GradeTableModel? Before { get; init; }
}
