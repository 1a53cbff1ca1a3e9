using Entente.Contracts.Figures;
using Entente.Figures.Counting;
using Entente.Figures.Public;
using Entente.Figures.Vintages;
using Entente.Foundation.Access;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Ui.Figures;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Figures.Office;

/// <summary>Freezes a figure for a date, and states it anew with its cause.</summary>
internal static class PublishFigure
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/figures/{id}/publish", PublishAsync).Requires(FiguresPermissions.Publish);
        routes.MapPost("/figures/{id}/restate", RestateAsync).Requires(FiguresPermissions.Restate);
    }

    private static async Task<IResult> PublishAsync(string id, HttpRequest request, [AsParameters] OfficeFigureAsk ask, Publishing publishing, CancellationToken cancellation)
    {
        if (ask.Catalog.Find(id) is not { } figure) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var asOf = form.Date("asOf", required: true);
        ask.Db.Write.Action = FiguresPermissions.Publish;
        return await TryAsync(ask, figure, form, "asOf", asOf is null ? null : () => publishing.PublishAsync(figure, asOf.Value, cancellation), cancellation);
    }

    private static async Task<IResult> RestateAsync(string id, HttpRequest request, [AsParameters] OfficeFigureAsk ask, Publishing publishing, CancellationToken cancellation)
    {
        if (ask.Catalog.Find(id) is not { } figure) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var date = form.Date("date", required: true);
        var cause = new LocalizedText(form.Text("cause-en", 400), form.Text("cause-zh", 400));
        ask.Db.Write.Action = FiguresPermissions.Restate;
        return await TryAsync(ask, figure, form, cause.Texts.Count == 0 ? "cause" : "date", date is null || !form.IsValid ? null : () => publishing.RestateAsync(figure, date.Value, cause, cancellation), cancellation);
    }

    private static async Task<IResult> TryAsync(
        OfficeFigureAsk ask, FigureDefinition figure, FormReader form, string field, Func<Task<Model.Vintage>>? act, CancellationToken cancellation)
    {
        try
        {
            if (act is not null)
            {
                var vintage = await act();
                return Page.SeeOther($"{LivingFigureLink.Address(figure.Id, null)}/vintages/{vintage.Number}");
            }
        }
        catch (RefusedException refused)
        {
            foreach (var reason in refused.Reasons) form.Refuse(field, "figures.refused", reason);
        }

        ask.Db.ChangeTracker.Clear();
        return Page.Refuse<OfficeFigurePage>(await OfficeFigures.ModelAsync(ask, figure, new AsOf(ask.Clock.Today, false, null), form, cancellation));
    }
}
