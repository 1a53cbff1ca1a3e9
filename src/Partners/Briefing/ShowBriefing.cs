using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Partners.Partners;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Partners.Briefing;

/// <summary>Two sheets about a partner for whoever meets it, each in both languages side by side, made to be printed.</summary>
internal static class ShowBriefing
{
    public const string Route = ShowPartner.Route + "/briefing";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, ShowAsync).Requires(PartnersPermissions.View);

    private static async Task<IResult> ShowAsync(string id, BriefingReading reading, Viewer viewer, CancellationToken cancellation) =>
        OrganisationId.TryParse(id, null, out var key) && await reading.OfAsync(key, viewer, cancellation) is { } briefing
            ? Page.Show<BriefingPage>(briefing)
            : Results.NotFound();
}

/// <summary>Writes the sheets: the partner's page is read in each language and what matters on paper is taken from it.</summary>
internal sealed class BriefingReading(PartnerReading partners, OpenPoints points, Rendering rendering)
{
    public async Task<BriefingModel?> OfAsync(OrganisationId organisation, Viewer viewer, CancellationToken cancellation)
    {
        var open = await points.OfAsync(organisation, viewer, cancellation);
        var sheets = new List<BriefingSheets>();
        PartnerModel? own = null;
        var here = CultureInfo.CurrentUICulture;
        foreach (var language in Language.All)
        {
            language.Use();
            var partner = await partners.OfAsync(organisation, viewer, null, cancellation);
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = here;
            if (partner is null) return null;
            if (language == Language.Current) own = partner;
            var side = new BriefingSide(partner, [.. open.Where(p => p.SettledAt is null)], language);
            sheets.Add(new(language, await rendering.InAsync<BriefingFront>(language, side), await rendering.InAsync<BriefingBack>(language, side)));
        }

        return new(own!, sheets, open);
    }
}

/// <summary>What the page shows.</summary>
/// <param name="Partner">The partner, in the reader's language.</param>
/// <param name="Sheets">Both sheets in each language.</param>
/// <param name="Points">What is to be raised, and what was settled last.</param>
public sealed record BriefingModel(PartnerModel Partner, IReadOnlyList<BriefingSheets> Sheets, IReadOnlyList<OpenPointLine> Points)
{
    /// <summary>The form of a point that was refused.</summary>
    public FormReader Form { get; init; } = FormReader.Empty;

    public string Address => Partner.Address + "/briefing";
}

/// <summary>The two sheets in one language.</summary>
public sealed record BriefingSheets(Language Language, MarkupString Front, MarkupString Back);

/// <summary>What one language's column of the sheets is written from.</summary>
public sealed record BriefingSide(PartnerModel Partner, IReadOnlyList<OpenPointLine> Points, Language Language);
