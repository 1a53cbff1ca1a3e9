using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Links;
using Entente.Foundation.Questions;
using Entente.Foundation.Web;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Ui.Links;

/// <summary>What somebody outside meets behind a link. Opening it writes nothing; the form behind it answers it once.</summary>
internal static class VisitLink
{
    private const string Route = "/link/{token}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).OpenToAll();
        routes.MapPost(Route, AnswerAsync).OpenToAll().WithMetadata(new UploadLimit(FormLimits.Sent));
        routes.MapGet(Route + "/done", DoneAsync).OpenToAll();
        routes.MapGet(Route + "/files/{file}", FileAsync).OpenToAll();
    }

    private static Task<IResult> ShowAsync(
        string token, HttpContext context, OutsideLinks links, IEnumerable<ILinkPurpose> purposes, CancellationToken cancellation) =>
        WithAsync(token, context, links, purposes, (visit, state, purpose) => state switch
        {
            LinkState.Open => purpose.ShowAsync(visit, cancellation),
            LinkState.Answered => Task.FromResult(Page.SeeOther(visit.DoneAddress)),
            _ => Task.FromResult(Over(state)),
        }, cancellation);

    private static Task<IResult> AnswerAsync(
        string token, HttpContext context, AppDbContext db, OutsideLinks links, IEnumerable<ILinkPurpose> purposes, CancellationToken cancellation) =>
        WithAsync(token, context, links, purposes, async (visit, state, purpose) =>
        {
            if (state == LinkState.Answered) return Page.SeeOther(visit.DoneAddress);
            if (state != LinkState.Open) return Over(state);
            db.Write.Action = purpose.Kind + ".answer";
            try
            {
                return await purpose.AnswerAsync(visit, context.Request, cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Sent twice at the same moment: the first one stands.
                return Page.SeeOther(visit.DoneAddress);
            }
        }, cancellation);

    private static Task<IResult> DoneAsync(
        string token, HttpContext context, OutsideLinks links, IEnumerable<ILinkPurpose> purposes, CancellationToken cancellation) =>
        WithAsync(token, context, links, purposes, (visit, state, purpose) => state == LinkState.Answered
            ? purpose.DoneAsync(visit, cancellation)
            : Task.FromResult(state == LinkState.Open ? Page.SeeOther(visit.Address) : Over(state)), cancellation);

    /// <summary>A file that was sent by the link, to whoever holds it: nobody else's, and not by a link that is over.</summary>
    private static Task<IResult> FileAsync(
        string token, string file, HttpContext context, OutsideLinks links, IEnumerable<ILinkPurpose> purposes, FileSending sending, CancellationToken cancellation) =>
        WithAsync(token, context, links, purposes, async (visit, state, purpose) =>
        {
            if (state is not (LinkState.Open or LinkState.Answered)) return Over(state);
            return Id<FileCard>.TryParse(file, null, out var key) && await purpose.FileAsync(visit, key, cancellation) is { } found ? sending.Send(found, context) : Results.NotFound();
        }, cancellation);

    private static async Task<IResult> WithAsync(
        string token, HttpContext context, OutsideLinks links, IEnumerable<ILinkPurpose> purposes,
        Func<LinkVisit, LinkState, ILinkPurpose, Task<IResult>> answer, CancellationToken cancellation)
    {
        SecretPage.Hush(context);
        if (await links.FindAsync(token, cancellation) is not var (visit, state, kind)) return Results.NotFound();
        return purposes.FirstOrDefault(p => p.Kind == kind) is { } purpose ? await answer(visit, state, purpose) : Results.NotFound();
    }

    private static IResult Over(LinkState state)
    {
        var page = Page.Show<LinkOverPage>(state);
        page.StatusCode = StatusCodes.Status410Gone;
        return page;
    }
}
