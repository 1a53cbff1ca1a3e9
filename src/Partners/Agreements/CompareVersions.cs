using System.Globalization;
using Entente.Foundation.Access;
using Entente.Foundation.Texts;
using Entente.Partners.Model;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Partners.Agreements;

/// <summary>Any two versions of an agreement's text, side by side in what they say differently.</summary>
internal static class CompareVersions
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/agreements/{id:guid}/versions/compare", ShowAsync).Requires(PartnersPermissions.View);

    private static async Task<IResult> ShowAsync(
        AgreementId id, string? from, string? to, AgreementViews agreements, VersionViews versions, TextCatalog texts, CancellationToken cancellation)
    {
        if (await agreements.OfAsync(id, cancellation) is not { Agreement.Versions.Count: > 1 } view) return Results.NotFound();
        var all = view.Agreement.Versions.OrderBy(v => v.Number).ToList();
        var later = Chosen(all, to) ?? all[^1];
        var earlier = Chosen(all, from) ?? Amending.BeforeOf(view.Agreement, later) ?? all[0];
        var choices = all.ConvertAll(v => new Choice(
            v.Number.ToString(CultureInfo.InvariantCulture), v.NameIn(texts) + texts["agreements.compare.state", texts["agreements.amendment-state." + v.State]]));
        return Page.Show<CompareVersionsPage>(new VersionComparison(
            view.Agreement.Number, view.Agreement.Title.ToString(), view.Address, choices, earlier.Number, later.Number,
            await versions.ChangesAsync(view, earlier.Text, later.Text, cancellation)));
    }

    private static AgreementVersion? Chosen(List<AgreementVersion> versions, string? number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) ? versions.Find(v => v.Number == chosen) : null;

    /// <summary>What a version is called.</summary>
    public static string NameIn(this AgreementVersion version, TextCatalog texts) =>
        version.Title is { } title ? texts["agreements.version.title", version.Number, title.ToString()] : texts["agreements.version.first"];
}

/// <summary>What the page shows.</summary>
/// <param name="Number">The agreement's number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Address">Its page.</param>
/// <param name="Versions">The versions to choose from.</param>
/// <param name="From">The one compared with.</param>
/// <param name="To">The one compared.</param>
/// <param name="Changes">What the second says differently.</param>
public sealed record VersionComparison(string Number, string Title, string Address, IReadOnlyList<Choice> Versions, int From, int To, Difference Changes);
