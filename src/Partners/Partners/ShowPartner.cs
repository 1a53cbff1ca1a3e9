using System.Globalization;
using Entente.Foundation.Access;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Partners.Partners;

/// <summary>The 360° page of a partner: everything that links to the organisation, now or as it stood on a date.</summary>
internal static class ShowPartner
{
    public const string Route = PartnerList.Address + "/{id}";

    public static string AddressOf(OrganisationId organisation) => PartnerList.Address + "/" + organisation;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, ShowAsync).Requires(PartnersPermissions.View);

    private static async Task<IResult> ShowAsync(
        string id, string? on, PartnerReading reading, Viewer viewer, SchoolClock clock, CancellationToken cancellation) =>
        OrganisationId.TryParse(id, null, out var key) && await reading.OfAsync(key, viewer, DateOf(on, clock.Today), cancellation) is { } partner
            ? Page.Show<PartnerPage>(new PartnerPageModel(partner, FormReader.Empty))
            : Results.NotFound();

    // A date nobody can mean is as if none was given.
    private static DateOnly? DateOf(string? text, DateOnly today) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year >= 1900 && date < today
            ? date
            : null;
}

/// <summary>The page and, where a note was refused, the form as it was sent.</summary>
public sealed record PartnerPageModel(PartnerModel Partner, FormReader Form)
{
    /// <summary>The form of the profile, where it was refused.</summary>
    public FormReader Profile { get; init; } = FormReader.Empty;
}
